import { type Problem, problem } from '../problem.ts';
import { housesInName } from './houses-in-name.ts';
import type { StreetIndex } from './street-index.ts';
import { parseStreetName, type StreetName } from './street-name.ts';
import { isStreetRange } from './street-range.ts';

/** A number behind a name: a house, where the list knows the name without it. */
const LAST_NUMBER = /^(.*\p{L}.*?)[\s,]+(?:д(?:ом)?\.?\s*)?(№?\s*\d+\s*\p{L}?(?:[/-]\d+)?(?:[\s-]*үй)?)$/iu;
/** Two names in one cell: accepting it for one street would lose the other. */
const SEVERAL = /[()]|\s(?:и|және|and|бен|мен|пен)\s/iu;

/** Says what is wrong with a spelling that no street of a list goes by. */
export function unknownStreet(
  text: string,
  wanted: StreetName,
  index: Pick<StreetIndex, 'names' | 'nearest' | 'accepted'>,
): Problem {
  if (isStreetRange(text)) return problem('street-range', { text });
  const within = housesInName(text) ?? houseBehind(text, index);
  if (within !== null) return problem('street-with-houses', { text, ...within });
  const { labels, ofKind } = index.nearest(wanted);
  const acceptable = index.accepted !== null && ofKind && !SEVERAL.test(text);
  return problem('street-unknown', { text, nearest: labels, acceptable });
}

function houseBehind(text: string, index: Pick<StreetIndex, 'names'>) {
  const [, name, houses] = LAST_NUMBER.exec(text.trim()) ?? [];
  if (name === undefined || houses === undefined) return null;
  return index.names(parseStreetName(name).key).length > 0 ? { name, houses } : null;
}
