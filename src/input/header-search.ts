import type { InputField } from '../domain/input-problems.ts';
import { lacking } from './header.ts';
import { fieldNamer, type HeaderMap } from './header-meaning.ts';
import type { TableSpec } from './table-spec.ts';

/** A header stands among the first records that are not blank; above it, people write titles. */
export const HEADER_WITHIN = 20;

/** How much a record looks like the header of a kind of file. */
export interface HeaderVerdict {
  /** it names every required field */
  readonly complete: boolean;
  /** how many fields it names */
  readonly known: number;
  /** it may be a header: a cell of data may by chance be the name of one field (`улица`), but not several cells */
  readonly likely: boolean;
  /** for comparing: by the fields named, then complete headers first */
  readonly score: number;
}

/** Judges records by the fields that their cells name exactly. */
export function headerJudge<F extends InputField>(
  spec: TableSpec<F>,
  map: HeaderMap,
): (cells: readonly string[]) => HeaderVerdict {
  const namesOf = fieldNamer(spec, map);
  return cells => {
    const named = namesOf(cells);
    const known = named.size;
    const complete = known > 0 && lacking(named, spec).length === 0;
    const alone = cells.filter(cell => cell.trim() !== '').length === 1;
    return {
      complete,
      known,
      likely: known > 1 || (complete && alone),
      score: known * 2 + (complete ? 1 : 0),
    };
  };
}

/** Which of the first records is the header; the first when none is, and the problems then are about it. */
export function chooseHeader(verdicts: readonly HeaderVerdict[]): number {
  let best = 0;
  for (const [i, { likely, score }] of verdicts.entries())
    if (likely && score > (verdicts[best]?.score ?? 0)) best = i;
  return best;
}
