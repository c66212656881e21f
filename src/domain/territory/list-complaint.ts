import { type Problem, problem } from '../problem.ts';
import type { ListCursor } from './list-cursor.ts';
import { isSideInitial, roleOf, type WordRole } from './list-vocabulary.ts';
import { isStreetRange } from './street-range.ts';

const NOT_HOUSES: readonly WordRole[] = ['not-houses', 'plot', 'street'];
/** `в/ч`, a military unit; `б/н`, without a number; `н/д` and `н/ж`, nothing known. */
const NO_NUMBER = /(?<!\p{L})(?:в\s?[/\\]\s?ч|б\s?[/\\]\s?н|н\s?[/\\]\s?[дж])(?!\p{L})/iu;

/** `та?`, `?йлер`: windows-1251 writes `?` for each Kazakh letter (domain.md, "Files that people send"). */
const LOST_LETTERS = /\p{Script=Cyrillic}\?|\?\p{Script=Cyrillic}|\uFFFD/u;

/** Where other streets are crossed, in three languages: that names no house. */
const CROSSING = /(?<!\p{L})(?:пересеч|перекр[её]ст|[қк]иылыс|intersection|crossing|crossroad)/iu;

/** Says what is wrong with tokens `from` (inclusive) to `to` (exclusive) that could not be read. */
export function complaint(cursor: ListCursor, from: number, to: number): Problem {
  const words = cursor.quote(from, to);
  const tokens = cursor.tokens.slice(from, to);
  const quotes = tokens.filter(token => token.kind === 'quote').length;
  const opened = tokens.filter(token => token.kind === 'open').length;
  const closed = tokens.filter(token => token.kind === 'close').length;
  if (opened !== closed || quotes % 2 === 1) return problem('houses-unclosed', { words });
  if (LOST_LETTERS.test(words)) return problem('letters-lost', { value: words });
  if (isStreetRange(words)) return problem('street-range', { text: words });
  if (CROSSING.test(words)) return problem('houses-crossing', { words });
  const roles = tokens.map(token => (token.kind === 'word' ? roleOf(token.key) : null));
  const isNotHouses = roles.some(role => role !== null && NOT_HOUSES.includes(role));
  if (isNotHouses || NO_NUMBER.test(words)) {
    return problem('houses-not-houses', { words });
  }
  if (tokens.some(({ kind, key }) => kind === 'word' && isSideInitial(key))) {
    return problem('houses-side-initial', { words });
  }
  const isDate = roles.includes('month') && tokens.some(token => token.kind === 'number');
  return problem(isDate ? 'houses-date' : 'houses-unreadable', { words });
}
