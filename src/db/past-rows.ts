import { sql } from 'kysely';
import { problem } from '../domain/problem.ts';
import { OperatorError } from '../errors.ts';
import type { Dialect, Queryable, RowAction } from './dialect.ts';
import { LATEST } from './history.ts';
import { ROWS_AT_ONCE, rowsWrittenBy, storedRows } from './stored-rows.ts';
import { cell, columnsOf, type Row, type RowKind, rowKey, rowKinds } from './tables.ts';

/** One row of a past change, with its values before and after it. */
export interface PastRow {
  readonly action: RowAction;
  readonly kind: RowKind;
  readonly key: string;
  readonly label: null;
  readonly before: Row | null;
  readonly after: Row | null;
  /** the change that replaced or removed what this one wrote; null where that is stored still, or is a removal */
  readonly later: number | null;
}

/**
 * Puts together what a change did, a page at a time: kind by kind, what it replaced or removed before what it added.
 * What it replaced was kept with its former values; what a row became is still in its table, or was kept when the next
 * change replaced it.
 * @param until only what changes before this one did counts: whoever writes meanwhile does not meet itself
 */
export async function* rowsOfChange(
  db: Queryable,
  dialect: Dialect,
  id: number,
  { until = LATEST, kinds = rowKinds }: { until?: number; kinds?: readonly RowKind[] } = {},
): AsyncGenerator<PastRow[]> {
  for (const kind of kinds) {
    yield* replacedRows(db, dialect, id, kind, until);
    for await (const page of rowsWrittenBy(db, kind, id)) {
      const replaced = await replacedKeys(db, id, kind, page);
      const added = page.filter(row => !replaced.has(rowKey(kind, row)));
      if (added.length > 0) yield added.map(row => addition(kind, bare(kind, row), null));
    }
    yield* addedAndGone(db, id, kind, until);
  }
}

interface Replaced {
  readonly key: string;
  readonly action: 'update' | 'remove';
  readonly before: string;
  readonly later: number | null;
  readonly after: string | null;
}

async function* replacedRows(
  db: Queryable,
  dialect: Dialect,
  id: number,
  kind: RowKind,
  until: number,
): AsyncGenerator<PastRow[]> {
  for (let last = ''; ; ) {
    const { rows } = await sql<Replaced>`
      select f.key, f.action, f.before, l.change as later, l.before as after
      from former_row as f
      left join former_row as l
        on l.former_change = f.change and l.kind = f.kind and l.key = f.key and l.change < ${until}
      where f.change = ${id} and f.kind = ${kind} and f.key > ${last}
      order by f.key limit ${sql.lit(ROWS_AT_ONCE)}`.execute(db);
    const standing = rows.filter(row => row.later === null).map(row => read(id, kind, row.key, row.before));
    const stored = new Map(
      (await storedRows(db, dialect, kind, standing))
        .filter(row => row.change === id)
        .map(row => [rowKey(kind, row), bare(kind, row)] as const),
    );
    if (rows.length > 0)
      yield rows.map(({ key, action, before, later, after }) => ({
        action,
        kind,
        key,
        label: null,
        before: read(id, kind, key, before),
        after: after === null ? (stored.get(key) ?? null) : read(id, kind, key, after),
        later,
      }));
    if (rows.length < ROWS_AT_ONCE) return;
    last = rows.at(-1)?.key ?? '';
  }
}

/** Of some rows that a change wrote, the keys of those that were there before. */
async function replacedKeys(
  db: Queryable,
  id: number,
  kind: RowKind,
  rows: readonly Row[],
): Promise<ReadonlySet<string>> {
  const keys = rows.map(row => rowKey(kind, row));
  const found = await db
    .selectFrom('former_row')
    .select('key')
    .where('change', '=', id)
    .where('kind', '=', kind)
    .where('key', 'in', keys)
    .execute();
  return new Set(found.map(({ key }) => key));
}

async function* addedAndGone(
  db: Queryable,
  id: number,
  kind: RowKind,
  until: number,
): AsyncGenerator<PastRow[]> {
  for (let last = ''; ; ) {
    const { rows } = await sql<{ key: string; before: string; change: number }>`
      select l.key, l.before, l.change from former_row as l
      where l.former_change = ${id} and l.kind = ${kind} and l.key > ${last} and l.change < ${until}
        and not exists (select 1 from former_row as f where f.change = ${id} and f.kind = l.kind and f.key = l.key)
      order by l.key limit ${sql.lit(ROWS_AT_ONCE)}`.execute(db);
    if (rows.length > 0)
      yield rows.map(({ key, before, change }) => addition(kind, read(id, kind, key, before), change));
    if (rows.length < ROWS_AT_ONCE) return;
    last = rows.at(-1)?.key ?? '';
  }
}

function addition(kind: RowKind, after: Row, later: number | null): PastRow {
  return { action: 'add', kind, key: rowKey(kind, after), label: null, before: null, after, later };
}

/** @throws OperatorError history-former-altered for what is no row any more: the program writes only rows */
function read(change: number, kind: RowKind, key: string, text: string): Row {
  try {
    return JSON.parse(text) as Row;
  } catch (error) {
    throw new OperatorError(problem('history-former-altered', { change, kind, key }), { cause: error });
  }
}

/** A row without the change that wrote it. */
function bare(kind: RowKind, row: Row): Row {
  return Object.fromEntries(columnsOf(kind).map(column => [column, cell(row, column)])) as unknown as Row;
}
