import { acceptFlag } from '../shell-word.ts';

/** Что делать с именем, которого нет: ближайшие имена, затем где посмотреть все. */
export function nearestOr(nearest: readonly string[], otherwise: string): string {
  return nearest.length === 0 ? otherwise : `Возможно, имелось в виду: ${nearest.join('; ')}. ${otherwise}`;
}

/** Что делать с улицей, которой нет в списке: ближайшие названия и ключ, который принимает одно из них, затем где посмотреть все. */
export function nearestStreet(
  { text, nearest, acceptable }: { text: string; nearest: readonly string[]; acceptable?: boolean },
  otherwise: string,
): string {
  if (!acceptable || nearest.length === 0) return nearestOr(nearest, otherwise);
  const flags = nearest.map(street => acceptFlag(text, street));
  return `${nearestOr(nearest, `Если это ${flags.length === 1 ? 'она' : 'одна из них'}, добавьте ${flags.join(' или ')}: такое написание запомнится как её другое название.`)} ${otherwise}`;
}
