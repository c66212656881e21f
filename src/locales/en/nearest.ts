/** What to do about a name that nothing has: the nearest ones, then where all of them are. */
export function nearestOr(nearest: readonly string[], otherwise: string): string {
  return nearest.length === 0 ? otherwise : `Did you mean: ${nearest.join('; ')}? ${otherwise}`;
}
