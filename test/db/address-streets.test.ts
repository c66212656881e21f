import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { story } from '../../fixtures/story.ts';
import { freeChoiceSchools, servedHouses, servedStreet } from '../../src/db/address-streets.ts';
import type { Database } from '../../src/db/database.ts';
import { makeOrgTree, type OrgTree, readOrgTree, type StoredOrg } from '../../src/db/organisations.ts';
import { openInitialised } from '../change/small-change.ts';
import { createSqlite, type TestDatabase } from '../support/databases.ts';
import { plansOf } from '../support/query-plans.ts';

const { year, department } = story;

describe('what addresses read on SQLite', () => {
  let place: TestDatabase;
  let database: Database;
  let orgs: OrgTree;
  beforeAll(async () => {
    place = await createSqlite();
    database = await openInitialised(place.target);
    const [root] = (await readOrgTree(database.kysely)).all;
    const school = (code: string): StoredOrg[] =>
      root === undefined ? [] : [{ ...root, code, kind: 'school', department: department.code }];
    orgs = makeOrgTree([...(root ? [root] : []), ...school('school-1'), ...school('school-2')]);
  });
  afterAll(async () => {
    await database.close();
    await place.drop();
  });

  it('is the bindings of the one street that was found', async () => {
    const plans = await plansOf(database.kysely, db =>
      servedStreet(db, year, { department: department.code, street: 'абай' }, orgs),
    );
    expect(plans).toEqual([
      [
        'SEARCH binding USING PRIMARY KEY (year=? AND school=? AND street=?)',
        'LIST SUBQUERY 1',
        'SEARCH binding USING COVERING INDEX binding_street (year=? AND department=? AND street=?)',
      ].join('; '),
    ]);
  });

  it.each([1, 2, 5])('is the bindings of the schools of %i departments', async count => {
    const departments = [department.code, 'd', 'e', 'f', 'g'].slice(0, count);
    const plans = await plansOf(database.kysely, db => servedHouses(db, year, departments, orgs));
    expect(plans).toEqual(['SEARCH binding USING PRIMARY KEY (year=? AND school=?)']);
  });

  it('is the settings of the schools near by', async () => {
    const near = new Set([department.code]);
    const plans = await plansOf(database.kysely, db => freeChoiceSchools(db, year, near, orgs));
    expect(plans).toEqual(['SEARCH year_settings USING PRIMARY KEY (year=? AND school=?)']);
  });

  it('is nothing where no school is near', async () => {
    const none = await plansOf(database.kysely, async db => {
      await freeChoiceSchools(db, year, new Set(['x']), orgs);
      await servedHouses(db, year, ['x'], orgs);
    });
    expect(none).toEqual([]);
  });
});
