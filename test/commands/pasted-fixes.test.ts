import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holder, story } from '../../fixtures/story.ts';
import { engines, forCommandLine } from '../support/databases.ts';
import { District, streetKeeper } from '../support/district.ts';
import { parsed, pasted } from '../support/paste.ts';
import { qabyl } from '../support/run.ts';
import { scenesBefore } from '../support/story.ts';

const admin = story.admin.iin;
/** A command up to the end of its line or of its sentence; `--help` texts need no data. */
const COMMAND = /qabyl (?!help)[a-z]+(?:-[a-z]+)*(?: (?:--[a-z-]+|"[^"]*"|[^\s"—]+))*/gu;

/** The commands that a text prints, to the last word: a full stop behind one ends the sentence. */
function printed(text: string): string[] {
  return [...text.matchAll(COMMAND)].map(([command]) => command.replace(/[.,;)]+$/u, ''));
}

describe.each(engines)('commands that messages print on $engine', ({ create }) => {
  let district: District;
  beforeAll(async () => {
    district = await District.open(create, scenesBefore('review-territory'));
  });
  afterAll(() => district.drop());

  /** Everything is given on the command line, and nothing by the environment. */
  const told = async (as: string, ...argv: readonly string[]) => {
    const { db, env } = forCommandLine(district.db);
    const given = ['--db', db, '--as', as, '--year', story.year, '--lang', 'en'];
    const run = await qabyl([...argv, ...given], { cwd: district.database.folder, env });
    return printed(run.stderr + run.stdout);
  };

  const streets = () => district.file('school,street,houses', 'school-1,Жоқ көшесі,1', 'school-99,Абая,1');
  const failures: readonly (readonly [as: string, argv: () => readonly string[]])[] = [
    [admin, () => ['list', 'staff', '--org', 'school-99']],
    [admin, () => ['list', 'bindings', '--street', 'Жоқ көшесі']],
    [admin, () => ['review-territory', '--school', 'akzhailau']],
    [admin, () => ['assign-role', '--org', 'school-1', '--role', 'admin', '--staff', '000000000000']],
    [admin, () => ['assign-role', '--org', 'school-1', '--role', 'admin', '--position', 'космонавт']],
    [
      admin,
      () => [
        ...['assign-role', '--org', 'akzhailau', '--role', 'superadmin', '--staff', admin],
        ...['--revoke', '--yes'],
      ],
    ],
    [admin, () => ['show', '99999']],
    [admin, () => ['import-orgs', district.file('code,kind,bin,name_kk,territory', 'school-1,,,,none')]],
    [streetKeeper, () => ['bind-streets', '--file', streets()]],
    [streetKeeper, () => ['bind-streets', '--school', 'school-5', '--street', 'Абая']],
    [streetKeeper, () => ['bind-streets', '--school', 'school-1', '--street', 'Тауелсиздик', '--unbind']],
    [streetKeeper, () => ['bind-streets', '--order', district.file('бла-бла')]],
    [streetKeeper, () => ['bind-streets', '--order', streets()]],
    [streetKeeper, () => ['import-streets', district.file('name_kk', 'Жаңа көшесі')]],
    [
      streetKeeper,
      () => ['bind-streets', '--school', 'school-1', '--street', 'Жаңа көшесі', '--houses', '1', '--yes'],
    ],
    [streetKeeper, () => ['find-school', 'Жаңа көшесі 77']],
    [admin, () => ['check-readiness']],
    [holder('school-1', 'admin'), () => ['review-territory', '--school', 'school-1', '--confirm', 'abc']],
  ];

  it('repeat where the data is, and the year, and are accepted by the command line', async () => {
    const commands = new Set<string>();
    for (const [as, argv] of failures) for (const command of await told(as, ...argv())) commands.add(command);
    expect(commands.size).toBeGreaterThan(20);
    const { db } = forCommandLine(district.db);
    for (const command of commands) {
      expect(command).toContain('--db');
      const { options } = await parsed(pasted(command));
      expect(options, command).toMatchObject({ db, year: story.year });
    }
  });

  it('name who acts where the same person runs them, and then answer as pasted', async () => {
    const questions = new Set<string>();
    for (const [as, argv] of failures)
      for (const command of await told(as, ...argv()))
        if (/^qabyl (?:list|history)/u.test(command)) questions.add(command);
    expect(questions.size).toBeGreaterThan(4);
    for (const question of questions) {
      const words = pasted(question);
      const { options } = await parsed(words);
      expect(options.as, question).toMatch(/^\d{12}$/u);
      const { code, stderr } = await qabyl(words, { env: forCommandLine(district.db).env });
      expect(code, `${question}\n${stderr}`).toBe(0);
    }
  });
});
