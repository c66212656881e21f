import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holder, scenes, story } from '../../fixtures/story.ts';
import { engines, type TestDatabase } from '../support/databases.ts';
import { everything } from '../support/everything.ts';
import { parseDocument } from '../support/json-schemas.ts';
import { Logins } from '../support/logins.ts';
import { range } from '../support/people.ts';
import { qabyl } from '../support/run.ts';
import { playScenes } from '../support/story.ts';

const admin = story.admin.iin;
const school = 'school-1';
const postgres = engines.filter(({ engine }) => engine === 'postgres');

describe.each(postgres)('undo on $engine, everybody with a login of their own', ({ create }) => {
  let database: TestDatabase;
  let logins: Logins;
  beforeAll(async () => {
    database = await create();
    logins = new Logins(database.target, admin);
    await playScenes(database.target);
  });
  afterAll(async () => {
    await database.drop();
    await logins.drop();
  });

  const change = async (as: string, ...argv: readonly string[]) => {
    const ended = await logins.run(as, [...argv, '--yes', '--json'], { cwd: database.folder });
    expect(ended.code, `${argv.join(' ')}\n${ended.stdout}`).toBe(0);
    return String(parseDocument(ended, 'qabyl.change/1').change);
  };

  /** Does something and takes it back, and that back again. */
  const thereAndBack = async (as: string, argv: readonly string[], allowed: readonly string[]) => {
    await logins.of(as);
    const before = await everything(database.target);
    const done = await change(as, ...argv, ...allowed);
    const after = await everything(database.target);
    expect(after).not.toEqual(before);
    const undo = await change(as, 'undo', done);
    expect(await everything(database.target)).toEqual(before);
    const again = await change(as, 'undo', undo, ...allowed);
    expect(await everything(database.target)).toEqual(after);
    await change(as, 'undo', again);
    expect(await everything(database.target)).toEqual(before);
  };

  const contacts = ['--phone', '+7 705 152 85 93'];
  it.each([
    {
      name: 'a dismissal of everybody but the director, with roles, logins and the appointment',
      as: holder(story.department.code, 'superadmin'),
      argv: ['import-staff', 'rest.csv', '--org', school, '--sync'],
      allowed: ['--allow-removals=36', '--allow-changes=36'],
    },
    {
      name: 'the role of the executor revoked, with the appointment',
      as: holder(story.department.code, 'superadmin'),
      argv: [
        'assign-role',
        '--org',
        school,
        '--role',
        'executor',
        '--staff',
        holder(school, 'executor'),
        '--revoke',
      ],
    },
    {
      name: 'contacts of the executor',
      as: holder(school, 'director'),
      argv: ['appoint-executor', '--school', school, '--staff', holder(school, 'executor'), ...contacts],
    },
    {
      name: 'streets taken from a school',
      as: holder(story.department.code, 'admin'),
      argv: ['bind-streets', '--school', school, '--street', 'Ақжайлау, Абай көшесі', '--unbind'],
    },
    {
      name: 'settings overwritten',
      as: holder(school, 'admin'),
      argv: [
        ...['set-year-settings', '--school', school, '--total-places', '60', '--intake', '25'],
        ...['--class-size', '25', '--free-choice', 'no', '--classes', 'kk general 1x25'],
      ],
    },
    {
      name: 'a window moved',
      as: holder(story.department.code, 'admin'),
      argv: ['set-year-settings', '--department', story.department.code, '--closes', '2027-08-20'],
    },
  ])('$name', async ({ as, argv, allowed = [] }) => {
    writeFileSync(`${database.folder}/rest.csv`, `iin,full_name\n${holder(school, 'director')},Тегі Аты\n`);
    await logins.of(holder(school, 'executor'));
    await thereAndBack(as, argv, allowed);
  });

  it('the season back to its employees, from the last change on, by who made it', async () => {
    const imported = scenes.findLastIndex(({ argv }) => argv[0] === 'import-staff') + 1;
    for (const number of range(imported + 1, scenes.length).reverse()) {
      const as = scenes[number - 1]?.as ?? admin;
      await change(as, 'undo', String(number));
    }
    const ended = await qabyl(['verify-history', '--json'], { db: database.target, as: admin });
    expect(ended.code, ended.stdout).toBe(0);
  });
});
