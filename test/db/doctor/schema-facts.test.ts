import { expect, it } from 'vitest';
import { scenes, story } from '../../../fixtures/story.ts';
import { openForLooking } from '../../../src/db/doctor/looking.ts';
import { schemaFacts } from '../../../src/db/doctor/schema-facts.ts';
import { migrate } from '../../../src/db/migrate.ts';
import { type Migrations, migrations } from '../../../src/db/migrations/migrations.ts';
import { openDatabase } from '../../../src/db/open-database.ts';
import { readTarget } from '../../../src/db/target.ts';
import { schema } from '../../../src/domain/doctor/checks/schema.ts';
import { engines } from '../../support/databases.ts';
import { playScenes } from '../../support/story.ts';

/** Nobody is named to whoever only looks. */
const ADMINISTRATOR = ['--admin-iin', 'IIN', '--admin-name', 'NAME', '--year', 'YEAR'];
const { name, code, bin } = story.department;
const department = ['--department', name, '--code', code, '--bin', bin];
const login = { env: {}, home: '/nonexistent', platform: process.platform, askPassword: null };
const newer: Migrations = {
  ...migrations,
  '0002-second': (db, dialect) => dialect.run(db, 'create table second (id integer primary key)'),
  '0003-third': (db, dialect) => dialect.run(db, 'create table third (id integer primary key)'),
};

it.each(engines)('a schema of $engine is older, current or newer', async ({ create }) => {
  const place = await create();
  try {
    await playScenes(place.target, scenes.slice(0, 1));
    const target = readTarget(place.target, '/');
    const verdict = async (known: Migrations) => {
      const looking = await openForLooking(target, 'qabyl doctor', login);
      try {
        return schema.run(await schemaFacts(looking, null, Object.keys(known)));
      } finally {
        await looking.close();
      }
    };
    expect(await verdict(migrations)).toMatchObject({ status: 'pass' });
    expect(await verdict(newer)).toMatchObject({
      status: 'fail',
      finding: { code: 'schema-pending', args: { pending: ['0002-second', '0003-third'] } },
      fixes: [{ kind: 'qabyl', words: ['qabyl', 'init', ...department, ...ADMINISTRATOR] }],
    });
    const database = await openDatabase(target, { create: false, program: 'qabyl init', login });
    const turn = { waitMs: 1000, signal: new AbortController().signal, command: 'init' };
    await database.write(turn, tx => migrate(tx, database, newer));
    await database.close();
    expect(await verdict(newer)).toMatchObject({ status: 'pass' });
    expect(await verdict(migrations)).toMatchObject({ finding: { problem: { code: 'database-newer' } } });
  } finally {
    await place.drop();
  }
});
