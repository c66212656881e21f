import { type Problem, problem } from '../problem.ts';
import { housesInName } from './houses-in-name.ts';
import { foldWord, roleOf, type WordRole } from './list-vocabulary.ts';
import type { StreetIndex } from './street-index.ts';
import { parseStreetName, type StreetName } from './street-name.ts';
import { isStreetRange } from './street-range.ts';

/** A number behind a name: a house, where the list knows the name without it. */
const LAST_NUMBER = /[\s,]+((?:д(?:ом)?\.?\s*)?№?\s*\d+\s*\p{L}?(?:[/-]\d+)?(?:[\s-]*үй)?)$/iu;
/** More characters than a house has: a megabyte without a blank is not looked through for one. */
const LONGEST_HOUSE = 40;
/** Two names in one cell: accepting it for one street would lose the other. */
const SEVERAL = /[()]|\s(?:и|және|and|бен|мен|пен)\s/iu;
const BETWEEN_NAMES = /[,;/+&|]|\s[-–—]\s/u;
const WORD = /\p{L}{2,}/gu;
/** Words that say that something else than the whole street is meant, beside those of house lists. */
const OTHERWISE: ReadonlySet<string> = new Set(
  'не без угол угл уг район районе около возле вдоль между напротив входит емес жоқ not without near corner'
    .split(' ')
    .map(foldWord),
);
/** Names have such words too. */
const HARMLESS: ReadonlySet<WordRole | null> = new Set<WordRole | null>([null, 'month', 'filler']);

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
  const isOneName = !namesSeveral(text, index) && !saysOtherwise(wanted.name);
  const acceptable = index.accepted !== null && ofKind && isOneName;
  return problem('street-unknown', { text, nearest: labels, acceptable });
}

function namesSeveral(text: string, index: Pick<StreetIndex, 'names'>): boolean {
  if (SEVERAL.test(text)) return true;
  const known = text.split(BETWEEN_NAMES).filter(part => index.names(parseStreetName(part).key).length > 0);
  return known.length > 1;
}

/** `кроме Чехова`, `Чехова нечётная сторона`, `СНТ Чехова`: accepted, it would stand for the whole street. */
function saysOtherwise(name: string): boolean {
  return (name.match(WORD) ?? [])
    .map(foldWord)
    .some(word => OTHERWISE.has(word) || !HARMLESS.has(roleOf(word)));
}

function houseBehind(text: string, index: Pick<StreetIndex, 'names'>) {
  const whole = text.trim();
  const [behind, houses] = LAST_NUMBER.exec(whole.slice(-LONGEST_HOUSE)) ?? [];
  if (behind === undefined || houses === undefined) return null;
  const name = whole.slice(0, -behind.length);
  return /\p{L}/u.test(name) && index.names(parseStreetName(name).key).length > 0 ? { name, houses } : null;
}
