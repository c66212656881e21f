import { CompiledQuery } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { story } from '../../fixtures/story.ts';
import type { Database } from '../../src/db/database.ts';
import { openInitialised } from '../change/small-change.ts';
import { engines, type TestDatabase } from '../support/databases.ts';

const { department, admin } = story;
const turn = { waitMs: 1000, signal: new AbortController().signal, command: 'import-staff' };
const person = (org: string) =>
  `insert into staff (org, iin, surname, given_name, active, change) values ('${org}', '1', 'Серікова', 'Айгүл', 1, 9)`;
const school = `insert into org (code, kind, name_kk, name_ru, territory, change) values ('school-9', 'school', 'Мектеп', 'Школа', 'yes', 9)`;

describe.each(engines)('the organisation of an employee on $engine', ({ create }) => {
  let place: TestDatabase;
  let database: Database;
  beforeEach(async () => {
    place = await create();
    database = await openInitialised(place.target);
  });
  afterEach(async () => {
    await database.close();
    await place.drop();
  });

  const write = (...statements: readonly string[]) =>
    database.write(turn, async tx => {
      for (const statement of statements) await tx.executeQuery(CompiledQuery.raw(statement));
    });

  it.each([
    ['is one that is not there', [person('nowhere')]],
    ['becomes one that is not there', [`update staff set org = 'nowhere' where iin = '${admin.iin}'`]],
    ['is taken away', [school, person('school-9'), `delete from org where code = 'school-9'`]],
    ['gets another code', [school, person('school-9'), `update org set code = 'x' where code = 'school-9'`]],
  ])('that %s fails the change, raw SQL or not', async (_, statements) => {
    await expect(write(...statements)).rejects.toThrow(/foreign key/i);
    const left = await database.kysely.selectFrom('staff').select(['org', 'iin']).execute();
    expect(left).toEqual([{ org: department.code, iin: admin.iin }]);
  });

  it('may be new in the same change, and may go with its last employee, in whatever order', async () => {
    await write(school, person('school-9'));
    await write(`delete from org where code = 'school-9'`, `delete from staff where org = 'school-9'`);
    expect(await database.kysely.selectFrom('org').select('code').execute()).toHaveLength(1);
  });
});

describe('the organisation of an employee on a PostgreSQL server', () => {
  it('stays when all organisations are truncated away', async () => {
    const [, postgres] = engines;
    const place = await postgres?.create();
    if (!place) throw new Error('no PostgreSQL');
    const database = await openInitialised(place.target);
    const truncate = database.write(turn, tx => tx.executeQuery(CompiledQuery.raw('truncate org cascade')));
    await expect(truncate).rejects.toThrow(/foreign key/i);
    await database.close();
    await place.drop();
  });
});
