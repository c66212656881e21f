import { acceptFlag } from '../shell-word.ts';

/** What to do about a name that nothing has: the nearest ones, then where all of them are. */
export function nearestOr(nearest: readonly string[], otherwise: string): string {
  return nearest.length === 0 ? otherwise : `Did you mean: ${nearest.join('; ')}? ${otherwise}`;
}

/** What to do about a street that the list does not have: the nearest ones with the flag that accepts one of them, then where all of them are. */
export function nearestStreet(
  { text, nearest, acceptable }: { text: string; nearest: readonly string[]; acceptable?: boolean },
  otherwise: string,
): string {
  if (!acceptable || nearest.length === 0) return nearestOr(nearest, otherwise);
  const flags = nearest.map(street => acceptFlag(text, street));
  return `${nearestOr(nearest, `To bind to ${flags.length === 1 ? 'it' : 'one of them'}, and to keep this spelling as its other name, add ${flags.join(' or ')}.`)} ${otherwise}`;
}
