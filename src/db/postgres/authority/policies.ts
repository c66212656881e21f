import type { Action } from '../../../domain/authority/permissions.ts';
import { ownerColumnOf, type RowKind, rowKinds, tables } from '../../tables.ts';
import { inReach } from './reach.ts';

/** Where a row may be read: everywhere, where its territory may, or in the organisations that the session reads. */
type Sight = 'all' | 'territory' | 'own';

/** Who sees and writes the rows of a kind. */
export interface Policy {
  readonly sees: Sight;
  /** rights at the row's organisation, one of which adds such a row */
  readonly adds: readonly Action[];
  /** the same for replacing one; what else is asked of it, the guard of the row asks (row-guards.ts) */
  readonly replaces: readonly Action[];
  readonly removes: readonly Action[];
}

const written = (sees: Sight, ...by: readonly Action[]): Policy => ({
  sees,
  adds: by,
  replaces: by,
  removes: by,
});

/**
 * Kind of row → who may see and write it. Names of organisations, and the years, are public; what belongs to a person is
 * for those who may read at that organisation.
 */
export const POLICIES: Readonly<Record<Exclude<RowKind, 'org' | 'year'>, Policy>> = {
  // The director states the contacts of the executor.
  staff: { ...written('own', 'import-staff'), replaces: ['import-staff', 'appoint-executor'] },
  // Roles, logins and appointments end with the employment, and an undo of that puts them back.
  role: { ...written('own', 'assign-role', 'import-staff'), replaces: [] },
  login: { ...written('own', 'grant-access', 'import-staff'), adds: ['grant-access'], replaces: [] },
  street: written('territory', 'import-streets'),
  binding: written('territory', 'bind-streets'),
  review: written('territory', 'review-territory'),
  settings: written('territory', 'set-year-settings'),
  'season-rules': written('territory', 'set-window'),
  appointment: {
    sees: 'own',
    adds: ['appoint-executor', 'assign-role', 'import-staff'],
    replaces: ['appoint-executor'],
    removes: ['appoint-executor', 'assign-role', 'import-staff'],
  },
};

/**
 * Row-level security of every table, from the session's login. Whoever owns the tables is not held to it.
 * https://www.postgresql.org/docs/current/ddl-rowsecurity.html
 */
export function policyStatements(): string[] {
  return [
    ...rowKinds.flatMap(kind => (kind === 'org' || kind === 'year' ? [] : ofKind(kind, POLICIES[kind]))),
    ...ofOrganisations(),
    ...ofYears(),
    ...ofHistory(),
  ];
}

function ofKind(kind: RowKind, { sees, adds, replaces, removes }: Policy): string[] {
  const { table } = tables[kind];
  const owner = ownerColumnOf(kind) ?? '';
  return [
    ...secured(table),
    policy(table, 'select', `using (${seen(owner, sees)})`),
    policy(table, 'insert', `with check (${inReach(owner, ...adds)})`),
    ...(replaces.length === 0
      ? []
      : [
          policy(
            table,
            'update',
            `using (${inReach(owner, ...replaces)}) with check (${inReach(owner, ...replaces)})`,
          ),
        ]),
    policy(table, 'delete', `using (${inReach(owner, ...removes)})`),
  ];
}

/** A new organisation stands nowhere yet, so its guard looks once it is there; here only who may add any is let through. */
function ofOrganisations(): string[] {
  return [
    ...secured('org'),
    policy('org', 'select', 'using (true)'),
    policy('org', 'insert', `with check ((select exists (select from reach('import-orgs'))))`),
    policy('org', 'update', `using (${inReach('code', 'import-orgs')}) with check (true)`),
    policy('org', 'delete', `using (${inReach('code', 'import-orgs')})`),
  ];
}

/** A year belongs to all organisations: it is chosen at the top. */
function ofYears(): string[] {
  const atTheTop = `(select exists (select from reach('init') as r join org on org.code = r.org and org.department is null))`;
  return [
    ...secured('academic_year'),
    policy('academic_year', 'select', 'using (true)'),
    policy('academic_year', 'insert', `with check (${atTheTop})`),
    policy('academic_year', 'update', `using (${atTheTop}) with check (${atTheTop})`),
    policy('academic_year', 'delete', `using (${atTheTop})`),
  ];
}

/** Who may read at an organisation may read what happened to its rows. The history only grows. */
function ofHistory(): string[] {
  const visible = '(select c.id from visible_changes() as c)';
  return [
    ...secured('change'),
    policy('change', 'select', `using (id in ${visible})`),
    policy('change', 'insert', 'with check (true)'),
    ...secured('change_org'),
    // All organisations of a change that may be read: who sees a part of it must know that there is more.
    policy('change_org', 'select', `using (change in ${visible})`),
    policy('change_org', 'insert', 'with check (true)'),
    ...secured('former_row'),
    policy('former_row', 'select', `using ((select sees_all()) or ${seenFormer()})`),
    policy('former_row', 'insert', 'with check (true)'),
  ];
}

/** A former row is seen like the row that it was; its organisation is the first part of its key, or the second after a year. */
function seenFormer(): string {
  const kinds = (wanted: (kind: RowKind) => boolean) =>
    rowKinds
      .filter(wanted)
      .map(kind => `'${kind}'`)
      .join(', ');
  const ownerAt = (kind: RowKind) => tables[kind].key.indexOf(ownerColumnOf(kind) ?? '') + 1;
  const sight = (kind: RowKind) => (kind === 'org' || kind === 'year' ? 'all' : POLICIES[kind].sees);
  const cases = (['own', 'territory'] as const).flatMap(sees =>
    [1, 2].flatMap(at => {
      const among = kinds(kind => sight(kind) === sees && ownerAt(kind) === at);
      return among === '' ? [] : [`kind in (${among}) and ${seenBelow(`split_part(key, '/', ${at})`, sees)}`];
    }),
  );
  return [`kind in (${kinds(kind => sight(kind) === 'all')})`, ...cases].join(' or ');
}

function secured(table: string): string[] {
  return [`alter table ${table} enable row level security`];
}

function policy(table: string, what: 'select' | 'insert' | 'update' | 'delete', holds: string): string {
  return `create policy ${table}_${what} on ${table} for ${what} ${holds}`;
}

/** Who reads at the top reads everything: no list of all organisations is made for every statement of theirs. */
function seen(column: string, sees: Sight): string {
  return sees === 'all' ? 'true' : `(select sees_all()) or ${seenBelow(column, sees)}`;
}

function seenBelow(column: string, sees: Exclude<Sight, 'all'>): string {
  return sees === 'own' ? inReach(column, 'read') : `${column} in (select r.org from territory_reach() as r)`;
}
