import { lookInside, type StoredRow } from '../../support/look-inside.ts';

/** Everything that an import of employees may touch, row by row. */
export type Contents = Readonly<Record<(typeof watched)[number], readonly StoredRow[]>>;

const watched = ['staff', 'staff_role', 'appointment', 'change', 'change_org', 'former_row'] as const;

/** A database under test, with what it held when the watching began. */
export interface WatchedDatabase {
  contents(): Promise<Contents>;
  /** Puts back what was there in the beginning. */
  restore(): Promise<void>;
  close(): Promise<void>;
}

export async function watch(target: string): Promise<WatchedDatabase> {
  const inside = await lookInside(target);
  await inside.run(watched.map(table => `create table kept_${table} as select * from ${table}`));
  return {
    async contents() {
      const all: [string, readonly StoredRow[]][] = [];
      for (const table of watched) all.push([table, await inside.rows(`select * from ${table}`)]);
      return Object.fromEntries(all) as Contents;
    },
    restore() {
      const emptied = watched.toReversed().map(table => `delete from ${table}`);
      const filled = watched.map(table => `insert into ${table} select * from kept_${table}`);
      return inside.run(['begin', ...emptied, ...filled, 'commit']);
    },
    close: () => inside.close(),
  };
}
