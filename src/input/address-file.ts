import { type Problem, problem } from '../domain/problem.ts';
import { readText } from '../domain/text/read-text.ts';
import { OperatorError } from '../errors.ts';
import { ByteStream } from './byte-stream.ts';
import { openTable } from './open-table.ts';
import type { Source } from './source.ts';
import { settlementSpellings, streetSpellings } from './spellings.ts';
import type { TableOptions } from './table-options.ts';
import { type Batch, type TableInfo, TableReader } from './table-reader.ts';
import type { TableRow } from './table-row.ts';
import type { TableSpec } from './table-spec.ts';

export type AddressField = 'address' | 'street' | 'house' | 'block' | 'settlement';

/** `address`, or `street,house,block,settlement`. */
export const addressColumns: TableSpec<AddressField> = {
  repeatsColumns: true,
  fields: [
    {
      field: 'address',
      spellings: [
        ...['Мекенжай', 'Мекенжайы', 'Тұрғылықты мекенжайы', 'Үйінің мекенжайы'],
        ...['Адрес', 'Адрес проживания', 'Адрес регистрации', 'Домашний адрес', 'Address', 'Home address'],
      ],
      required: true,
    },
    {
      field: 'street',
      spellings: streetSpellings,
      insteadOf: ['address'],
    },
    {
      field: 'house',
      spellings: ['Үй', 'Үйі', 'Үй нөмірі', 'Дом', 'Номер дома', '№ дома', 'House', 'House number'],
    },
    { field: 'block', spellings: ['Корпус', 'Корпусы', 'Блок', 'Корпус (блок)', 'Block'] },
    { field: 'settlement', spellings: settlementSpellings },
  ],
};

/** A row with the address that it states, or with what keeps it from being read. */
export interface AddressRow {
  /** as written */
  readonly cells: readonly string[];
  readonly address: string;
  /** of a column of its own; empty where there is none */
  readonly settlement: string;
  readonly problem: Problem | null;
}

export interface AddressBatch {
  readonly info: TableInfo<AddressField>;
  readonly rows: readonly AddressRow[];
}

const LONGEST_ADDRESS = 2_000;

/**
 * Reads a table of addresses piece by piece: every row that is not blank comes out, in the order of the file, also
 * one that cannot be read.
 * @throws OperatorError for what makes the file as a whole unreadable: a header without an address, a quote that never ends
 */
export async function* readAddresses(
  source: Source,
  options: TableOptions,
): AsyncGenerator<AddressBatch, void, void> {
  const bytes = new ByteStream(source);
  try {
    const table = await openTable(bytes, addressColumns, options);
    const reader = new TableReader(source.name, addressColumns, options, table);
    const seen = new SeenRecords();
    const records = table.records((cells, line, faults) => {
      seen.add(cells, line);
      reader.accept(cells, line, faults);
    });
    for (;;) {
      const { value, done } = await records.next();
      if (done) reader.finish(value);
      const batch = reader.take();
      refuseFile(batch.problems);
      // Before the header is found, what has been seen may be rows all the same.
      if (batch.info !== null) yield { info: batch.info, rows: seen.rowsOf(batch) };
      if (done) return;
    }
  } finally {
    await bytes.close();
  }
}

/** What is wrong with the file and not with one of its rows. A file with a header alone has no row to answer. */
function refuseFile(problems: readonly Problem[]): void {
  const fatal = problems.filter(
    ({ severity, where }) => severity === 'error' && (where?.record ?? null) === null,
  );
  if (fatal.length > 0) throw new OperatorError(fatal);
}

/** The records of one piece, so that one that became no row can be shown as it stands. */
class SeenRecords {
  #cells: (readonly string[])[] = [];
  #lines: number[] = [];

  add(cells: readonly string[], line: number): void {
    this.#cells.push(cells);
    this.#lines.push(line);
  }

  /** Rows and bad records in the order of the file; what stands above the header and blank records are neither. */
  rowsOf({ rows, problems }: Batch<AddressField>): AddressRow[] {
    if (problems.length === 0) {
      this.#forget();
      return rows.map(addressRow);
    }
    const bad = new Map<number, Problem>();
    for (const found of problems) {
      const line = found.where?.line ?? null;
      if (line !== null && found.severity === 'error' && !bad.has(line)) bad.set(line, found);
    }
    const good = new Map(rows.map(row => [row.line, row]));
    const all: AddressRow[] = [];
    this.#lines.forEach((line, at) => {
      const [row, wrong] = [good.get(line), bad.get(line)];
      if (row) all.push(addressRow(row));
      else if (wrong) all.push({ cells: this.#cells[at] ?? [], address: '', settlement: '', problem: wrong });
    });
    this.#forget();
    return all;
  }

  #forget(): void {
    this.#cells = [];
    this.#lines = [];
  }
}

function addressRow(row: TableRow<AddressField>): AddressRow {
  const address = row.text('address') || fromColumns(row);
  const settlement = row.text('settlement');
  const { cells } = row;
  if (address === '') {
    const missing = problem('cell-missing', { field: 'address' }, row.rowPlace);
    return { cells, address, settlement, problem: missing };
  }
  const reading = readText(address, LONGEST_ADDRESS);
  const place = reading.ok && settlement !== '' ? readText(settlement, LONGEST_ADDRESS) : reading;
  return { cells, address, settlement, problem: place.ok ? null : place.problem };
}

function fromColumns(row: TableRow<AddressField>): string {
  const [street, house] = [row.text('street'), row.text('house')];
  if (street === '' || house === '') return street;
  // A column of its own says for certain that it is the house: `Самал 2` and `15`.
  const first = house.charCodeAt(0);
  const block = row.text('block');
  return `${street}, ${first >= 48 && first <= 57 ? 'дом ' : ''}${house}${block === '' ? '' : `, корпус ${block}`}`;
}
