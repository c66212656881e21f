import type { InputField } from '../domain/input-problems.ts';
import type { RepairCode } from '../domain/text/repair.ts';
import { shortened } from '../domain/text/shortened.ts';

/** One cell that was repaired, and how; long texts are shortened. */
export interface RepairedCell {
  /** the physical line (from 1) where the record starts */
  readonly line: number;
  /** its number after the header (from 1) */
  readonly record: number;
  readonly from: string;
  readonly to: string;
}

/** How often one repair was made in one column. Plain data: it passes between threads and into JSON. */
export interface RepairTally {
  readonly code: RepairCode;
  readonly field: InputField;
  readonly count: number;
  /** the first cells in the order of the file, at most `SHOWN_CELLS` */
  readonly first: readonly RepairedCell[];
}

/** So many cells show what was done; a file may have half a million trailing blanks. */
const SHOWN_CELLS = 3;
const SHOWN_CHARACTERS = 200;

/** A tally while it is counted. */
interface Counting {
  readonly code: RepairCode;
  readonly field: InputField;
  count: number;
  first: readonly RepairedCell[];
}

/** Counts the repairs of a file by kind and column; its size does not grow with the file. */
export class RepairLog {
  readonly #columns = new Map<InputField, Map<RepairCode, Counting>>();

  note(code: RepairCode, field: InputField, cell: RepairedCell): void {
    const counting = this.#counting(code, field);
    counting.count++;
    const last = counting.first[SHOWN_CELLS - 1];
    // Rows come in the order of the file: after the first ones there is nothing to keep.
    if (last === undefined || cell.record < last.record) counting.first = earliest(counting.first, [cell]);
  }

  /** Adds what another part of the same file counted; the parts may come in any order. */
  merge(tallies: readonly RepairTally[]): void {
    for (const { code, field, count, first } of tallies) {
      const counting = this.#counting(code, field);
      counting.count += count;
      counting.first = earliest(counting.first, first);
    }
  }

  /** By column and kind in the order of their first cells; empty when nothing was repaired. */
  toJSON(): readonly RepairTally[] {
    return [...this.#columns.values()]
      .flatMap(codes => [...codes.values()].map(counting => ({ ...counting })))
      .sort(
        (a, b) => firstRecord(a) - firstRecord(b) || compare(a.field, b.field) || compare(a.code, b.code),
      );
  }

  #counting(code: RepairCode, field: InputField): Counting {
    const codes = this.#columns.get(field) ?? new Map<RepairCode, Counting>();
    const counting = codes.get(code) ?? { code, field, count: 0, first: [] };
    if (counting.count === 0) this.#columns.set(field, codes.set(code, counting));
    return counting;
  }
}

function earliest(known: readonly RepairedCell[], more: readonly RepairedCell[]): readonly RepairedCell[] {
  return [...known, ...more.map(asShown)].sort((a, b) => a.record - b.record).slice(0, SHOWN_CELLS);
}

function asShown({ line, record, from, to }: RepairedCell): RepairedCell {
  return { line, record, from: shortened(from, SHOWN_CHARACTERS), to: shortened(to, SHOWN_CHARACTERS) };
}

function firstRecord({ first: [cell] }: RepairTally): number {
  return cell?.record ?? 0;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
