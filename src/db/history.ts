import { sql } from 'kysely';
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
export async function lastChange(db: Queryable, dialect: Dialect): Promise<{ id: number; chain: string }> {
  const { rows } = await sql<{ id: number | null; chain: string }>`
    select id, chain from ${sql.raw(dialect.lastChange)} as last`.execute(db);
  const [last] = rows;
  return last === undefined || last.id === null ? { id: 0, chain: '' } : { id: last.id, chain: last.chain };
}

const orgTable: TableShape = { table: 'change_org', key: ['change', 'org'], columns: { org: 'text' } };

/** Writes one line of the history, with the organisations whose rows it touched. */
export async function insertChange(
  tx: Tx,
  dialect: Dialect,
  row: ChangeRow,
  orgs: Iterable<string>,
): Promise<void> {
  // The line itself is the last thing that a change writes: the database can tell then whether anything is wanting.
  const rows = [...orgs].map(org => ({ org }));
  if (rows.length > 0) await dialect.writeRows(tx, orgTable, 'add', rows as unknown as Row[], row.id);
  await tx.insertInto('change').values(row).execute();
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
/** No history is longer: the largest number that PostgreSQL keeps in these columns. */
export const LATEST = 2 ** 31 - 1;

/** Which changes are asked for. */
export interface HistoryFilter {
  readonly limit: number;
  /** touched rows of this organisation */
  readonly org?: string | undefined;
  /** touched rows about this person */
  readonly person?: string | undefined;
  readonly command?: string | undefined;
  /** made on this day (UTC) or later, as an ISO date */
  readonly since?: string | undefined;
}

/**
 * The newest changes first, until so many of them may be read.
 * @param mayRead whether one of the organisations that a change touched may be looked at
 */
export async function listChanges(
  db: Queryable,
  filter: HistoryFilter,
  mayRead: (org: string) => boolean,
): Promise<ChangeRow[]> {
  const { limit, person } = filter;
  const found: ChangeRow[] = [];
  const about = person === undefined ? null : await changesAbout(db, person);
  let before = LATEST;
  while (found.length < limit) {
    const ids = about && takeBelow(about, before);
    if (ids?.length === 0) break;
    const page = await changesBelow(db, filter, before, ids);
    const orgs = await orgsOfChanges(db, page.at(-1)?.id ?? 0, page[0]?.id ?? 0);
    found.push(...page.filter(row => orgs.get(row.id)?.some(mayRead)));
    if (ids === null && page.length < PAGE) break;
    before = ids?.at(-1) ?? page.at(-1)?.id ?? 0;
  }
  return found.slice(0, limit);
}

async function changesBelow(
  db: Queryable,
  { org, command, since }: HistoryFilter,
  before: number,
  ids: readonly number[] | null,
): Promise<ChangeRow[]> {
  let query = db.selectFrom('change').selectAll().where('id', '<', before).orderBy('id', 'desc').limit(PAGE);
  if (ids !== null) query = query.where('id', 'in', ids);
  if (command !== undefined) query = query.where('command', '=', command);
  // Times are ISO texts in UTC: they sort as they are, and a day begins with its date.
  if (since !== undefined) query = query.where('at', '>=', since);
  if (org !== undefined)
    query = query.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('change_org')
          .select('org')
          .whereRef('change_org.change', '=', 'change.id')
          .where('change_org.org', '=', org),
      ),
    );
  return query.execute();
}

/** The next of the numbers, which descend. */
function takeBelow(ids: readonly number[], before: number): readonly number[] {
  const start = ids.findIndex(id => id < before);
  return start < 0 ? [] : ids.slice(start, start + PAGE);
}

/** The numbers of the changes that wrote, replaced or removed rows about a person, the newest first. */
async function changesAbout(db: Queryable, iin: string): Promise<number[]> {
  const everywhere = db.selectFrom('org').select('code');
  const appointed = db
    .selectFrom('appointment')
    .select('change')
    .where(({ or, eb }) => or([eb('executor', '=', iin), eb('director', '=', iin)]));
  const stored = await db
    // There is no index by IIN alone: one probe an organisation instead of a pass over everybody.
    .selectFrom('staff')
    .select('change')
    .where('org', 'in', everywhere)
    .where('iin', '=', iin)
    .unionAll(
      db.selectFrom('staff_role').select('change').where('org', 'in', everywhere).where('iin', '=', iin),
    )
    .unionAll(
      db.selectFrom('staff_login').select('change').where('org', 'in', everywhere).where('iin', '=', iin),
    )
    .unionAll(appointed)
    .unionAll(db.selectFrom('territory_review').select('change').where('reviewed_by', '=', iin))
    .execute();
  // An IIN stands in a former value as a text of its own, whatever its column.
  const former = await db
    .selectFrom('former_row')
    .select(['change', 'former_change'])
    .where('kind', 'in', ['staff', 'role', 'login', 'appointment', 'review'])
    .where('before', 'like', `%"${iin}"%`)
    .execute();
  const ids = [
    ...stored.map(({ change }) => change),
    ...former.flatMap(({ change, former_change }) => [change, former_change]),
  ];
  return [...new Set(ids)].sort((a, b) => b - a);
}

/** The organisations whose rows one change touched. */
export async function orgsOfChange(db: Queryable, id: number): Promise<readonly string[]> {
  return (await orgsOfChanges(db, id, id)).get(id) ?? [];
}

/** One line of the history, null when there is none of that number, or none that may be read. */
export async function findChange(
  db: Queryable,
  id: number,
  mayRead: (org: string) => boolean,
): Promise<ChangeRow | null> {
  const row = await db.selectFrom('change').selectAll().where('id', '=', id).executeTakeFirst();
  const orgs = await orgsOfChange(db, id);
  return row && orgs.some(mayRead) ? row : null;
}
