import { sql } from 'kysely';
import type { Dialect, Queryable, RowAction, StoredRow } from './dialect.ts';
import { keySql, ROWS_AT_ONCE, storedRows } from './stored-rows.ts';
import { cell, columnsOf, type Row, type RowKind, rowKey, rowKinds, tables } from './tables.ts';

/** What one change did to one row, put together from what is stored. */
export interface RowEvent {
  readonly change: number;
  readonly action: RowAction;
  readonly kind: RowKind;
  readonly before: Row | null;
  readonly after: Row | null;
}

/** A former row that cannot have been written by the program. */
export interface OddFormer {
  readonly change: number;
  readonly kind: string;
  readonly key: string;
}

export interface EventPage {
  readonly events: readonly RowEvent[];
  readonly odd: readonly OddFormer[];
}

interface Former {
  readonly change: number;
  readonly kind: string;
  readonly key: string;
  readonly action: RowAction;
  readonly before: string;
  readonly former_change: number;
  /** what the change that wrote the value did there, null where it added the row */
  readonly old_action: RowAction | null;
  readonly old_before: string | null;
  /** the change that replaced what this one wrote, null where that is stored still, or is a removal */
  readonly later: number | null;
}

/**
 * Every row that every change ever added, replaced or removed, a page at a time, in no order: a row that is stored was
 * written by the change stamped on it, and a former value by its former change; what each of these replaced is the
 * former row of that change. One pass over every table, and no index by change.
 */
export async function* everyEvent(db: Queryable, dialect: Dialect): AsyncGenerator<EventPage> {
  for (const kind of rowKinds) yield* storedEvents(db, kind);
  yield* formerEvents(db, dialect);
}

async function* storedEvents(db: Queryable, kind: RowKind): AsyncGenerator<EventPage> {
  const shape = tables[kind];
  const columns = sql.raw(shape.key.join(', '));
  for (let last: StoredRow | undefined; ; ) {
    const after = last;
    const beyond = after
      ? sql`where (${columns}) > (${sql.join(shape.key.map(column => sql.val(cell(after, column))))})`
      : sql``;
    const { rows } = await sql<StoredRow & { old_action: RowAction | null; old_before: string | null }>`
      select t.*, f.action as old_action, f.before as old_before
      from (select * from ${sql.table(shape.table)} ${beyond}
        order by ${columns} limit ${sql.lit(ROWS_AT_ONCE)}) as t
      left join former_row as f
        on f.change = t.change and f.kind = ${kind} and f.key = ${sql.raw(keySql(shape, 't'))}
      order by ${sql.raw(shape.key.map(column => `t.${column}`).join(', '))}`.execute(db);
    const events = rows.flatMap(row => {
      const before = readFormer(kind, row.old_before);
      return before === undefined
        ? []
        : [{ change: row.change, action: row.old_action ?? 'add', kind, before, after: row }];
    });
    yield { events, odd: [] };
    if (rows.length < ROWS_AT_ONCE) return;
    last = rows.at(-1);
  }
}

async function* formerEvents(db: Queryable, dialect: Dialect): AsyncGenerator<EventPage> {
  for (let last: Former | undefined; ; ) {
    const beyond = last
      ? sql`where (change, kind, key) > (${last.change}, ${last.kind}, ${last.key})`
      : sql``;
    const { rows } = await sql<Former>`
      select f.*, p.action as old_action, p.before as old_before, l.change as later
      from (select * from former_row ${beyond}
        order by change, kind, key limit ${sql.lit(ROWS_AT_ONCE)}) as f
      left join former_row as p on p.change = f.former_change and p.kind = f.kind and p.key = f.key
      left join former_row as l on l.former_change = f.change and l.kind = f.kind and l.key = f.key
      order by f.change, f.kind, f.key`.execute(db);
    yield await formerPage(db, dialect, rows);
    if (rows.length < ROWS_AT_ONCE) return;
    last = rows.at(-1);
  }
}

async function formerPage(db: Queryable, dialect: Dialect, rows: readonly Former[]): Promise<EventPage> {
  const events: RowEvent[] = [];
  const odd: OddFormer[] = [];
  const ends: { former: Former; kind: RowKind; before: Row }[] = [];
  for (const former of rows) {
    const kind = former.kind as RowKind;
    const before = rowKinds.includes(kind) ? readFormer(kind, former.before) : undefined;
    if (!before || rowKey(kind, before) !== former.key) {
      odd.push({ change: former.change, kind: former.kind, key: former.key });
      continue;
    }
    const old = readFormer(kind, former.old_before);
    if (old !== undefined)
      events.push({
        change: former.former_change,
        action: former.old_action ?? 'add',
        kind,
        before: old,
        after: before,
      });
    if (former.later === null) ends.push({ former, kind, before });
  }
  for (const [kind, some] of Map.groupBy(ends, one => one.kind)) {
    const stored = await storedRows(
      db,
      dialect,
      kind,
      some.map(({ before }) => before),
    );
    const written = new Map(stored.map(row => [rowKey(kind, row), row.change]));
    // What the change wrote neither stands nor was replaced later: it took the row away.
    for (const { former, before } of some)
      if (written.get(former.key) !== former.change)
        events.push({ change: former.change, action: former.action, kind, before, after: null });
  }
  return { events, odd };
}

/** A former value as it was stored; null for none, undefined for what the program never wrote. */
function readFormer(kind: RowKind, text: string | null): Row | null | undefined {
  if (text === null) return null;
  try {
    const row = JSON.parse(text) as Row;
    const bare = Object.fromEntries(columnsOf(kind).map(column => [column, cell(row, column)]));
    return JSON.stringify(bare) === text ? row : undefined;
  } catch {
    return undefined;
  }
}
