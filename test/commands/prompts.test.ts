import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holder, scenes, story } from '../../fixtures/story.ts';
import { LANGUAGES } from '../../src/locales/catalogue.ts';
import { COMMANDS } from '../../src/locales/help-words.ts';
import { loadCatalogue } from '../../src/locales/load-language.ts';
import type { Askable } from '../../src/locales/prompt-words.ts';
import { engines, type TestDatabase } from '../support/databases.ts';
import { parseDocument } from '../support/json-schemas.ts';
import { qabyl } from '../support/run.ts';
import { playScenes } from '../support/story.ts';

const { code: department } = story.department;
const superadmin = holder(department, 'superadmin');
const admin = holder(department, 'admin');
const teacher = holder('school-1', 'admin');
const director = holder('school-1', 'director');
const executor = holder('school-1', 'executor');

/** A command without anything, what it asks for in order, and answers that it can go on with. */
const BARE: readonly [string, readonly (readonly [Askable, string])[]][] = [
  [
    'import-orgs',
    [
      ['file', 'fixtures/district/orgs.csv'],
      ['as', superadmin],
    ],
  ],
  [
    'import-staff',
    [
      ['file', 'fixtures/district/staff-school-1.csv'],
      ['as', superadmin],
      ['org', 'school-1'],
    ],
  ],
  [
    'assign-role',
    [
      ['org', 'school-1'],
      ['role', 'admin'],
      ['staff', teacher],
      ['as', superadmin],
    ],
  ],
  [
    'import-streets',
    [
      ['file', 'fixtures/district/streets.csv'],
      ['as', admin],
    ],
  ],
  [
    'review-territory',
    [
      ['school', 'school-1'],
      ['as', director],
    ],
  ],
  [
    'set-year-settings',
    [
      ['as', holder('school-2', 'admin')],
      ['school', 'school-2'],
    ],
  ],
  [
    'appoint-executor',
    [
      ['school', 'school-1'],
      ['staff', executor],
      ['as', director],
    ],
  ],
  ['check-readiness', [['as', director]]],
  ['explain-houses', [['houses-text', '1-45']]],
  [
    'find-school',
    [
      ['address', 'Абай көшесі, 5'],
      ['as', director],
    ],
  ],
  [
    'list',
    [
      ['kind', 'years'],
      ['as', director],
    ],
  ],
  ['history', [['as', director]]],
  ['verify-history', [['as', superadmin]]],
  [
    'show',
    [
      ['change', '1'],
      ['as', superadmin],
    ],
  ],
];
const ARGUMENTS: Partial<Record<Askable, string>> = {
  file: 'FILE',
  kind: 'KIND',
  change: 'N',
  'houses-text': 'TEXT',
  address: 'ADDRESS',
};
const flagOf = (asked: Askable | undefined) =>
  asked === undefined ? '' : (ARGUMENTS[asked] ?? `--${asked}`);
const settings = ['--total-places', '50', '--intake', '25', '--class-size', '25'];

describe.each(engines)('what is missing on $engine', ({ create }) => {
  let database: TestDatabase;
  let db: string;
  beforeAll(async () => {
    database = await create();
    db = database.target;
    const played = scenes.filter(
      ({ argv }) => argv[1] !== '--file' || !argv[2]?.includes('settings-school-1'),
    );
    await playScenes(db, played);
  });
  afterAll(() => database.drop());
  const lastChange = async () =>
    (await qabyl(['history', '--limit', '1', '--json'], { db, as: superadmin })).stdout;

  it('is asked for by every command', () => {
    // What a server alone has is asked for in access.test.ts; doctor asks nobody.
    const others = [
      'init',
      'bind-streets',
      'undo',
      'backup',
      'restore',
      'grant-access',
      'revoke-access',
      'doctor',
    ];
    expect([...BARE.map(([name]) => name), ...others].sort()).toEqual([...COMMANDS].sort());
  });

  it.each(BARE)('%s asks for it on a terminal, in order, and goes on', async (name, questions) => {
    const before = await lastChange();
    for (const language of LANGUAGES) {
      const { prompts } = await loadCatalogue(language);
      const run = await qabyl([name, '--lang', language], {
        db,
        answers: questions.map(([, answer]) => answer),
      });
      expect([0, 8], run.stderr).toContain(run.code);
      expect(run.asked).toEqual(questions.map(([asked]) => prompts.ask[asked]));
    }
    expect(await lastChange()).toBe(before);
  });

  it.each(BARE)('%s names the flag and never asks where nobody can answer', async (name, questions) => {
    const flag = flagOf(questions[0]?.[0]);
    for (const options of [{ db }, { db, answers: [] }]) {
      const noInput = 'answers' in options ? ['--no-input'] : [];
      const text = await qabyl([name, ...noInput], options);
      expect(text).toMatchObject({ code: 2, stdout: '', asked: [] });
      expect(text.stderr).toContain(flag);
      const json = await qabyl([name, ...noInput, '--json'], options);
      expect(json).toMatchObject({ code: 2, stderr: '', asked: [] });
      const document = parseDocument(json);
      expect('problems' in document && document.problems.map(problem => problem.code)).toEqual([
        'flag-missing',
      ]);
    }
  });

  it('undo: the number, who acts, and then whether to', async () => {
    const before = await lastChange();
    const { change } = parseDocument(
      await qabyl(['history', '--command', 'import-streets', '--json'], { db, as: superadmin }),
      'qabyl.history/1',
    ).changes[0] ?? { change: 0 };
    const run = await qabyl(['undo', '--dry-run'], { db, answers: [String(change), admin] });
    const { prompts } = await loadCatalogue('en');
    expect(run.asked).toEqual([prompts.ask.change, prompts.ask.as]);
    // The streets of that list are bound by now.
    expect(run.code, run.stderr).toBe(3);
    expect(await lastChange()).toBe(before);
  });

  it('bind-streets: --school, then --street, then who acts; an absent house list is the whole street', async () => {
    const answers = ['school-1', 'нет такой улицы', admin];
    const run = await qabyl(['bind-streets', '--dry-run'], { db, answers });
    expect(run.code).toBe(3);
    const { prompts } = await loadCatalogue('en');
    expect(run.asked).toEqual([prompts.ask.school, prompts.ask.street, prompts.ask.as]);
  });

  it('init: everything in order, and the database is made', async () => {
    const fresh = await create();
    const answers = ['Бөлім', 'district', '940140000385', '850101300779', 'Тегі Аты', '2027-2028'];
    const { prompts } = await loadCatalogue('kk');
    const run = await qabyl(['init', '--lang', 'kk'], { db: fresh.target, answers });
    expect(run.code, run.stderr).toBe(0);
    const names = ['department', 'code', 'bin', 'admin-iin', 'admin-name', 'year'] as const;
    expect(run.asked).toEqual(names.map(name => prompts.ask[name]));
    const list = await qabyl(['list', 'years', '--json'], { db: fresh.target, as: '850101300779' });
    expect(parseDocument(list, 'qabyl.list/1').rows).toEqual([{ year: '2027-2028', current: true }]);
    await fresh.drop();
  });

  it('only what is not stored and not given is asked of year settings', async () => {
    const as = holder('school-1', 'admin');
    const argv = ['set-year-settings', '--school', 'school-1', ...settings, '--dry-run', '--json'];
    const run = await qabyl(argv, { db, as, answers: ['no', 'kk general 1x25'] });
    expect(parseDocument(run, 'qabyl.change/1')).toMatchObject({ outcome: 'planned', summary: { add: 1 } });
    expect(run.asked).toHaveLength(2);
    const off = await qabyl(argv, { db, as });
    expect(parseDocument(off, 'qabyl.change/1').problems[0]?.message).toContain('--free-choice');
  });

  it.each([
    ['total-places', ['ten'], 2],
    ['total-places', ['-5', '25', '25', 'yes', 'kk general 1x25'], 2],
    ['classes', ['50', '25', '25', 'yes', 'много'], 3],
  ])('a wrong answer to %s ends in an error with nothing written', async (_, answers, code) => {
    const before = await lastChange();
    const argv = ['set-year-settings', '--school', 'school-1'];
    const as = holder('school-1', 'admin');
    const asked = answers[0] === 'ten' || answers[0] === '-5' ? answers.slice(0, 1) : answers;
    const run = await qabyl(argv, { db, as, answers: asked });
    expect(run.code).toBe(code);
    expect(run.stderr).toContain(answers[0] === '50' ? 'много' : answers[0]);
    expect(await lastChange()).toBe(before);
  });

  it('a table is not waited for when the terminal is its file', async () => {
    for (const argv of [
      ['import-orgs', '-'],
      ['import-staff', '-', '--org', 'school-1'],
      ['bind-streets', '--file', '-'],
    ]) {
      const run = await qabyl(argv, { db, as: superadmin, answers: [] });
      expect(run).toMatchObject({ code: 2, stdout: '', asked: [] });
      expect(run.stderr).toContain('FILE');
    }
  });

  it.each([
    ['assign-role --org school-1 --role admin --staff', '--staff'],
    ['appoint-executor --school school-1 --staff', '--staff'],
    ['review-territory --school', '--school'],
    ['import-staff --org school-1', 'FILE'],
    ['assign-role --org school-1 --file', 'FILE'],
    ['set-year-settings --file', 'FILE'],
    ['bind-streets --file', 'FILE'],
  ])('an empty value is none, as from the empty variable of a script: %s ""', async (line, flag) => {
    const run = await qabyl([...line.split(' '), ''], { db, as: superadmin });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain(flag);
  });

  it('nothing is locked while the department is thought about', async () => {
    const file = join(database.folder, 'orgs.csv');
    writeFileSync(
      file,
      `code,kind,bin,name_kk,name_ru,department\nsecond,department,940140000385,Екінші бөлім,Второй отдел,${department}\n`,
    );
    expect((await qabyl(['import-orgs', file], { db, as: superadmin })).code).toBe(0);
    const streets = join(database.folder, 'streets.csv');
    writeFileSync(streets, 'name_kk\nЖаңа көше\n');
    const meanwhile: number[] = [];
    const run = await qabyl(['import-streets', streets, '--dry-run'], {
      db,
      as: superadmin,
      answers: [department],
      whenAsked: async () => {
        const name = join(database.folder, 'renamed.csv');
        writeFileSync(
          name,
          `code,kind,bin,name_kk,name_ru,department\nsecond,department,940140000385,Үшінші бөлім,Второй отдел,${department}\n`,
        );
        meanwhile.push(
          (await qabyl(['import-orgs', name, '--yes', '--wait', '100ms'], { db, as: superadmin })).code,
        );
      },
    });
    expect(meanwhile).toEqual([0]);
    // The super-administrator may not list streets; but the question came, and nobody had to wait for it.
    expect(run.code).toBe(4);
  });
});
