import type { InputField } from '../domain/input-problems.ts';
import { CsvRecords } from './csv-records.ts';
import { type HeaderMap, knownFields } from './header.ts';
import type { TableSpec } from './table-spec.ts';

/** In the order of preference when the header does not decide: Excel in this country writes `;`. */
const candidates = [';', ',', '\t'] as const;
export type Delimiter = (typeof candidates)[number];

/** A line such as `;;;` is blank under its own delimiter, and must not look like a header under another. */
const SOMETHING_WRITTEN = /[^\s;,]/u;

/** `;`, `,` or `tab` as written after `--delimiter`; null for anything else. */
export function readDelimiter(text: string): Delimiter | null {
  return candidates.find(one => one === text) ?? (text.toLowerCase() === 'tab' ? '\t' : null);
}

/**
 * The delimiter under which the header names most fields of this kind of file; then the one that gives most cells.
 * Counting characters would be fooled by `ул. Абая, 12` in every row.
 * @param head the beginning of the text, long enough to hold the header
 */
export async function findDelimiter<F extends InputField>(
  head: Buffer,
  spec: TableSpec<F>,
  map: HeaderMap,
): Promise<Delimiter> {
  let best: Delimiter = ';';
  let bestScore = -1;
  for (const delimiter of candidates) {
    const header = await firstRecord(head, delimiter);
    const score = knownFields(header, spec, map) * 10_000 + Math.min(header.length, 9_999);
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

/** The first record that is not blank; `[]` when there is none. */
async function firstRecord(head: Buffer, delimiter: Delimiter): Promise<readonly string[]> {
  let first: readonly string[] | null = null;
  const records = new CsvRecords(delimiter, cells => {
    if (first === null && SOMETHING_WRITTEN.test(cells.join(''))) first = cells;
  });
  // A fault further down is found again, with its place, when the rows are read.
  if ((await records.write(head)) === null) await records.end();
  return first ?? [];
}
