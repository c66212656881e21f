import type { ChangeOrgRow, ChangeRow, FormerRow } from '../schema.ts';
import { rowKinds, tables } from '../tables.ts';

type TextOrNumber = 'text' | 'integer';

/** A table as a backup holds it: all of its columns. */
export interface StoredTable {
  readonly table: string;
  readonly key: readonly string[];
  /** in the order of a backup */
  readonly columns: Readonly<Record<string, TextOrNumber>>;
}

const change: Readonly<Record<keyof ChangeRow, TextOrNumber>> = {
  id: 'integer',
  at: 'text',
  command: 'text',
  argv: 'text',
  actor: 'text',
  org: 'text',
  year: 'text',
  summary: 'text',
  files: 'text',
  digest: 'text',
  orgs: 'text',
  undoes: 'integer',
  program: 'text',
  node: 'text',
  engine: 'text',
  host: 'text',
  os_user: 'text',
  previous: 'text',
  chain: 'text',
};
const changeOrg: Readonly<Record<keyof ChangeOrgRow, TextOrNumber>> = { change: 'integer', org: 'text' };
const formerRow: Readonly<Record<keyof FormerRow, TextOrNumber>> = {
  change: 'integer',
  kind: 'text',
  key: 'text',
  action: 'text',
  before: 'text',
  former_change: 'integer',
};

/**
 * All that a backup holds, parents before what refers to them: the tables that changes are made of, which come here by
 * themselves from `tables`, and the history.
 */
export const storedTables: readonly StoredTable[] = [
  ...rowKinds.map(kind => ({
    table: tables[kind].table,
    key: tables[kind].key,
    columns: { ...tables[kind].columns, change: 'integer' as const },
  })),
  { table: 'change', key: ['id'], columns: change },
  { table: 'change_org', key: ['change', 'org'], columns: changeOrg },
  { table: 'former_row', key: ['change', 'kind', 'key'], columns: formerRow },
];
