import type { Problem } from '../problem.ts';
import { emptySet, type HouseSet, wholeStreet } from './house-set.ts';
import { evaluate } from './list-evaluation.ts';
import { judgePlots } from './list-plot.ts';
import { ListReader } from './list-reader.ts';
import { cleanListText } from './list-tokens.ts';

/**
 * How one piece of a house list was read, to be shown back. The pieces stand in the order in which they count: each
 * adds its houses or takes them from all before it, and what comes out is the set of the list. A Kazakh exception that
 * stands first (`7-ден басқа барлық үйлер`) therefore comes behind what it is taken from.
 */
export interface ReadingPart {
  /** Quoted from the list, at most eighty characters. A heading (`чётные:`) is not among them, though its side counts. */
  readonly words: string;
  readonly effect: 'add' | 'except';
  readonly set: HouseSet;
  /** The side of a range was not written: the parity of its ends decided, or both sides are meant. */
  readonly isSideInferred: boolean;
}

export interface HouseListReading {
  /** The houses read; empty when any problem is an error, so that nothing of a doubtful list is bound. */
  readonly set: HouseSet;
  /** One for each house, range or exception; none for an empty text, nor for words that are only a problem. */
  readonly parts: readonly ReadingPart[];
  readonly problems: readonly Problem[];
}

/**
 * Reads a house list in the notation of domain.md, "House lists": `1-45 (нечетные), 2, 4 к1, с 60 (четные)`,
 * `1-ден 45-ке дейін`, `all except 7, 9`. An empty text is the whole street. What cannot be read for certain is a
 * problem that quotes the words. Time grows linearly with the text (n log n with the houses named).
 * @param options.strictRanges a range must have its side written
 */
export function readHouseList(
  text: string,
  options: { readonly strictRanges?: boolean } = {},
): HouseListReading {
  if (cleanListText(text).trim() === '') return { set: wholeStreet, parts: [], problems: [] };
  const reader = new ListReader(text, options.strictRanges ?? false);
  reader.read();
  const { set, problems: found } = evaluate(reader.statements);
  const problems = [...reader.problems, ...found, ...judgePlots(reader.plots, set)];
  const isDoubtful = problems.some(({ severity }) => severity === 'error');
  const parts = reader.statements.map(({ words, effect, set: houses, isSideInferred }): ReadingPart => {
    return { words, effect: effect === 'add' ? 'add' : 'except', set: houses, isSideInferred };
  });
  return { set: isDoubtful ? emptySet : set, parts, problems };
}
