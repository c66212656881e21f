import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { story } from '../../fixtures/story.ts';
import type { Database } from '../../src/db/database.ts';
import { streetPages } from '../../src/db/street-pages.ts';
import { openInitialised } from '../change/small-change.ts';
import { createSqlite, type TestDatabase } from '../support/databases.ts';
import { plansOf } from '../support/query-plans.ts';

const { year, department } = story;

describe('a page of streets on SQLite', () => {
  let place: TestDatabase;
  let database: Database;
  beforeAll(async () => {
    place = await createSqlite();
    database = await openInitialised(place.target);
    const change = 1;
    await database.kysely
      .insertInto('street')
      .values({
        ...{ year, department: department.code, street: 'абай/street', kind: 'street', change },
        ...{ name_kk: 'Абай', name_ru: 'Абая', settlement: null, aliases: null, houses: null },
      })
      .execute();
  });
  afterAll(async () => {
    await database.close();
    await place.drop();
  });

  it('is read in the order in which the bindings are stored, whatever is counted of the tables', async () => {
    const plans = await plansOf(database.kysely, async db => {
      for await (const page of streetPages(db, year, department.code)) expect(page.sound).toBe(0);
    });
    expect(plans.slice(1, 3)).toEqual([
      'SEARCH street USING PRIMARY KEY (year=? AND department=? AND street>?)',
      'SEARCH binding USING PRIMARY KEY (year=? AND school=? AND street>? AND street<?)',
    ]);
  });
});
