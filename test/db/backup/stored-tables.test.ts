import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenes } from '../../../fixtures/story.ts';
import { storedTables } from '../../../src/db/backup/stored-tables.ts';
import { engines, type TestDatabase } from '../../support/databases.ts';
import { lookInside } from '../../support/look-inside.ts';
import { playScenes } from '../../support/story.ts';

/**
 * What is no data: the lock of writers, which migrations there were, the program's own table of permissions, a key that
 * every database makes for itself, and what the guards note during a change and forget before its commit.
 */
const NO_DATA = [
  ...['write_lock', 'schema_migration', 'schema_migration_lock', 'permission', 'pseudonym_key'],
  ...['office_held', 'street_touched'],
];

const questions = {
  sqlite: `select m.name as "table", c.name as "column" from sqlite_master as m, pragma_table_info(m.name) as c
    where m.type = 'table' and m.name not like 'sqlite!_%' escape '!'`,
  postgres: `select table_name as "table", column_name as "column" from information_schema.columns
    join information_schema.tables using (table_schema, table_name)
    where table_schema = current_schema() and table_type = 'BASE TABLE'`,
};

describe.each(engines)('a backup of $engine', ({ engine, create }) => {
  let place: TestDatabase;
  beforeAll(async () => {
    place = await create();
    await playScenes(place.target, scenes.slice(0, 1));
  });
  afterAll(() => place.drop());

  it('holds every column of every table that has data', async () => {
    const inside = await lookInside(place.target);
    const found = await inside.rows<{ table: string; column: string }>(questions[engine]);
    await inside.close();
    const names = found.filter(({ table }) => !NO_DATA.includes(table));
    const held = storedTables.flatMap(({ table, columns }) =>
      Object.keys(columns).map(column => `${table}.${column}`),
    );
    expect(names.map(({ table, column }) => `${table}.${column}`).sort()).toEqual(held.sort());
  });

  it('names the columns of every key', () => {
    for (const { columns, key } of storedTables)
      expect(Object.keys(columns)).toEqual(expect.arrayContaining([...key]));
  });
});
