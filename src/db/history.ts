import type { Dialect, Queryable, RowAction, Tx } from './dialect.ts';
import type { ChangeRow } from './schema.ts';
import { type Row, type RowKind, rowKinds, type TableShape, tables } from './tables.ts';

const formerTable: TableShape = {
  table: 'former_row',
  key: ['change', 'kind', 'key'],
  columns: { kind: 'text', key: 'text', action: 'text', before: 'text', former_change: 'integer' },
};

/** Keeps rows as they were before a change replaced or removed them. */
export async function insertFormerRows(
  tx: Tx,
  dialect: Dialect,
  change: number,
  formers: readonly {
    row: { action: RowAction; kind: RowKind; key: string; before: Row | null };
    former: number;
  }[],
): Promise<void> {
  const rows = formers.map(({ row, former }) => ({
    kind: row.kind,
    key: row.key,
    action: row.action,
    before: JSON.stringify(row.before),
    former_change: former,
  }));
  await dialect.writeRows(tx, formerTable, 'add', rows as unknown as Row[], change);
}

/** The number and the chain digest of the last change; 0 and '' before the first. */
export async function lastChange(db: Queryable): Promise<{ id: number; chain: string }> {
  const last = await db
    .selectFrom('change')
    .select(['id', 'chain'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last ?? { id: 0, chain: '' };
}

const orgTable: TableShape = { table: 'change_org', key: ['change', 'org'], columns: { org: 'text' } };

/** Writes one line of the history, with the organisations whose rows it touched. */
export async function insertChange(
  tx: Tx,
  dialect: Dialect,
  row: ChangeRow,
  orgs: Iterable<string>,
): Promise<void> {
  await tx.insertInto('change').values(row).execute();
  const rows = [...orgs].map(org => ({ org }));
  if (rows.length > 0) await dialect.writeRows(tx, orgTable, 'add', rows as unknown as Row[], row.id);
}

/** The organisations whose rows some changes touched, by change. */
async function orgsOfChanges(db: Queryable, first: number, last: number): Promise<Map<number, string[]>> {
  const rows = await db
    .selectFrom('change_org')
    .selectAll()
    .where('change', '>=', first)
    .where('change', '<=', last)
    .execute();
  const orgs = Map.groupBy(rows, row => row.change);
  return new Map([...orgs].map(([change, touched]) => [change, touched.map(({ org }) => org)]));
}

const PAGE = 200;

/**
 * The newest changes first, until so many of them may be read.
 * @param mayRead whether one of the organisations that a change touched may be looked at
 */
export async function listChanges(
  db: Queryable,
  limit: number,
  mayRead: (org: string) => boolean,
): Promise<ChangeRow[]> {
  const found: ChangeRow[] = [];
  let before: number | null = null;
  while (found.length < limit) {
    const newest = db.selectFrom('change').selectAll().orderBy('id', 'desc').limit(PAGE);
    const page: ChangeRow[] = await (before === null ? newest : newest.where('id', '<', before)).execute();
    before = page.at(-1)?.id ?? 0;
    const orgs = await orgsOfChanges(db, before, page[0]?.id ?? 0);
    found.push(...page.filter(row => orgs.get(row.id)?.some(mayRead)));
    if (page.length < PAGE) break;
  }
  return found.slice(0, limit);
}

/** One line of the history, null when there is none of that number, or none that may be read. */
export async function findChange(
  db: Queryable,
  id: number,
  mayRead: (org: string) => boolean,
): Promise<ChangeRow | null> {
  const row = await db.selectFrom('change').selectAll().where('id', '=', id).executeTakeFirst();
  const orgs = (await orgsOfChanges(db, id, id)).get(id) ?? [];
  return row && orgs.some(mayRead) ? row : null;
}

/** One row of a past change, with its values before and after it. */
export interface PastRow {
  readonly action: RowAction;
  readonly kind: RowKind;
  readonly key: string;
  readonly label: null;
  readonly before: Row | null;
  readonly after: Row | null;
}

/**
 * Puts together what a change did. What it replaced or removed was kept with its former values; what a row became
 * is still in its table, or was kept when the next change replaced it.
 */
export async function rowsOfChange(db: Queryable, id: number): Promise<PastRow[]> {
  const replaced = await db.selectFrom('former_row').selectAll().where('change', '=', id).execute();
  const later = await db.selectFrom('former_row').selectAll().where('former_change', '=', id).execute();
  const became = new Map<string, PastRow>();
  const keep = (kind: RowKind, key: string, after: Row) =>
    became.set(`${kind} ${key}`, { action: 'add', kind, key, label: null, before: null, after });
  for (const row of later) keep(row.kind as RowKind, row.key, JSON.parse(row.before) as Row);
  for (const [kind, shape] of Object.entries(tables) as [RowKind, TableShape][]) {
    const rows = await currentRows(db, shape, id);
    for (const row of rows)
      keep(kind, shape.key.map(column => String(row[column])).join('/'), row as unknown as Row);
  }
  const rows: PastRow[] = [];
  for (const row of replaced) {
    const name = `${row.kind} ${row.key}`;
    rows.push({
      action: row.action,
      kind: row.kind as RowKind,
      key: row.key,
      label: null,
      before: JSON.parse(row.before) as Row,
      after: became.get(name)?.after ?? null,
    });
    became.delete(name);
  }
  // The databases give rows in orders of their own; people read a kind at a time.
  return [...rows, ...became.values()].sort(byKindAndKey);
}

function byKindAndKey(a: PastRow, b: PastRow): number {
  const kinds = rowKinds.indexOf(a.kind) - rowKinds.indexOf(b.kind);
  return kinds !== 0 ? kinds : a.key < b.key ? -1 : 1;
}

async function currentRows(
  db: Queryable,
  shape: TableShape,
  change: number,
): Promise<Record<string, unknown>[]> {
  const table = db.withTables<Record<string, Record<string, unknown>>>();
  const rows = await table
    .selectFrom(shape.table)
    .select(Object.keys(shape.columns))
    .where('change', '=', change)
    .execute();
  return rows;
}
