import type { Dialect, Queryable, RowAction, Tx } from './dialect.ts';
import type { ChangeRow } from './schema.ts';
import type { Row, RowKind, TableShape } from './tables.ts';

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
