import type { InputField } from '../domain/input-problems.ts';
import { CsvRecords } from './csv-records.ts';
import type { HeaderMap } from './header-meaning.ts';
import { HEADER_WITHIN, headerJudge } from './header-search.ts';
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
 * The delimiter under which a header names most fields of this kind of file; then the one that gives most cells.
 * Counting characters would be fooled by `ул. Абая, 12` in every row.
 * @param head the beginning of the text, long enough to hold the header
 */
export async function findDelimiter<F extends InputField>(
  head: Buffer,
  spec: TableSpec<F>,
  map: HeaderMap,
): Promise<Delimiter> {
  const judge = headerJudge(spec, map);
  let best: Delimiter = ';';
  let bestScore = -1;
  for (const delimiter of candidates) {
    const records = await firstRecords(head, delimiter);
    const score =
      Math.max(0, ...records.map(cells => judge(cells).score)) * 10_000 +
      Math.min(records[0]?.length ?? 0, 9_999);
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

/** The records that are not blank, as far down as a header is looked for. */
async function firstRecords(head: Buffer, delimiter: Delimiter): Promise<readonly (readonly string[])[]> {
  const first: (readonly string[])[] = [];
  const records = new CsvRecords(delimiter, cells => {
    if (first.length < HEADER_WITHIN && SOMETHING_WRITTEN.test(cells.join(''))) first.push(cells);
  });
  // A fault further down is found again, with its place, when the rows are read.
  if ((await records.write(head)) === null) await records.end();
  return first;
}
