/** Что делать с именем, которого нет: ближайшие имена, затем где посмотреть все. */
export function nearestOr(nearest: readonly string[], otherwise: string): string {
  return nearest.length === 0 ? otherwise : `Возможно, имелось в виду: ${nearest.join('; ')}. ${otherwise}`;
}
