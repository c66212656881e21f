import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES } from '../../src/domain/authority/roles.ts';
import { COMMANDS, type CommandName } from '../../src/locales/help-words.ts';
import { engines, type TestDatabase } from '../support/databases.ts';
import { parseDocument } from '../support/json-schemas.ts';
import { Logins } from '../support/logins.ts';
import { qabyl } from '../support/run.ts';

/** A region above two districts with a school each. All people are invented. */
const ORGS = [
  'code,kind,bin,name_kk,name_ru,department',
  'district,department,950341000052,Аудан,Район,region',
  'near,school,961141000023,Жақын мектеп,Ближняя школа,district',
  'other,department,070941024691,Басқа аудан,Другой район,region',
  'far,school,950940007313,Алыс мектеп,Дальняя школа,other',
];
const OFFICES = [...ROLES, 'nobody'] as const;
const head = '800101350002';
const IINS = `800202450078 800303350149 800404450214 800505350287 800606450351 800707350423 800808450499
  800909350560 801010450631 801111350703 801212450779 800113350840 800214450915 800315350988 800416451051
  800517351121 800618451197 800719351269 800820451333 800921351405`.split(/\s+/);
const PLACES = ['district', 'near', 'other', 'far'] as const;
type Place = (typeof PLACES)[number];

/** The one person of each office at each place. */
const iinOf = (place: Place, office: (typeof OFFICES)[number]): string =>
  IINS[PLACES.indexOf(place) * OFFICES.length + OFFICES.indexOf(office)] ?? '';

const SETTINGS = '--total-places 50 --intake 25 --class-size 25 --free-choice yes'.split(' ');

/** How each command is tried on an organisation; what it asks for is there, so that only permission can be wanting. */
/** What else the commands that only read are asked for. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  list: ['staff'],
  'find-school': ['Абай көшесі, 5'],
};

const TRIES: readonly {
  readonly name: string;
  readonly command: CommandName;
  /** otherwise it is tried as a dry run, which asks for the same right */
  readonly reads?: boolean;
  /** how it ends for whoever may; `done` or `not ready` unless said otherwise */
  readonly ends?: readonly number[];
  readonly at: readonly Place[];
  readonly argv: (place: Place) => readonly string[];
  /** office → where it may: the table of cli.md, "Who may do what", written out */
  readonly may: Readonly<Record<string, readonly Place[]>>;
  /** place → the office that a refusal names */
  readonly named: Readonly<Partial<Record<Place, string>>>;
}[] = [
  {
    name: 'import-orgs',
    command: 'import-orgs',
    at: PLACES,
    argv: place => ['import-orgs', `org-${place}.csv`],
    may: { 'district superadmin': ['district', 'near'] },
    named: {
      district: 'super-administrator of district',
      near: 'super-administrator of district',
      far: 'super-administrator of other',
    },
  },
  {
    name: 'import-staff',
    command: 'import-staff',
    at: PLACES,
    argv: place => ['import-staff', 'newcomer.csv', '--org', place],
    may: { 'district superadmin': ['district', 'near'], 'near superadmin': ['near'] },
    named: { near: 'super-administrator of near', far: 'super-administrator of other' },
  },
  {
    name: 'assign-role',
    command: 'assign-role',
    at: PLACES,
    argv: place => ['assign-role', '--org', place, '--role', 'admin', '--staff', iinOf(place, 'nobody')],
    may: { 'district superadmin': ['district', 'near'], 'near superadmin': ['near'] },
    named: { near: 'super-administrator of near', district: 'super-administrator of district' },
  },
  {
    name: 'grant-access',
    command: 'grant-access',
    at: PLACES,
    argv: place => ['grant-access', '--org', place, '--staff', iinOf(place, 'nobody'), '--login', 'nobody'],
    // There is no such login, or none at all: that is told to whom it concerns.
    ends: [2, 3],
    may: { 'district superadmin': ['district', 'near'], 'near superadmin': ['near'] },
    named: { near: 'super-administrator of near', district: 'super-administrator of district' },
  },
  {
    name: 'import-streets',
    command: 'import-streets',
    at: ['district', 'other'],
    argv: place => ['import-streets', 'street.csv', '--department', place],
    may: { 'district admin': ['district'] },
    named: { district: 'administrator of district', other: 'administrator of other' },
  },
  {
    name: 'bind-streets',
    command: 'bind-streets',
    at: ['near', 'far'],
    argv: place => ['bind-streets', '--school', place, '--street', 'Гоголь көшесі'],
    may: { 'district admin': ['near'] },
    named: { near: 'administrator of district', far: 'administrator of other' },
  },
  {
    name: 'set-year-settings of a department',
    command: 'set-year-settings',
    at: ['district', 'other'],
    argv: place => ['set-year-settings', '--department', place, '--closes', '2027-08-01'],
    may: { 'district admin': ['district'] },
    named: { district: 'administrator of district', other: 'administrator of other' },
  },
  {
    name: 'set-year-settings of a school',
    command: 'set-year-settings',
    at: ['near', 'far'],
    argv: place => ['set-year-settings', '--school', place, ...SETTINGS, '--classes', 'kk general 1x25'],
    may: { 'near admin': ['near'] },
    named: { near: 'administrator of near', far: 'administrator of far' },
  },
  {
    name: 'review-territory --confirm',
    command: 'review-territory',
    at: ['near', 'far'],
    argv: place => ['review-territory', '--school', place, '--confirm'],
    may: { 'near admin': ['near'] },
    named: { near: 'administrator of near', far: 'administrator of far' },
  },
  {
    name: 'appoint-executor',
    command: 'appoint-executor',
    at: ['near', 'far'],
    argv: place => ['appoint-executor', '--school', place, '--staff', iinOf(place, 'executor')],
    may: { 'near director': ['near'] },
    named: { near: 'director of near', far: 'director of far' },
  },
  ...(
    [
      ['check-readiness', ['district', 'other'], '--department'],
      ['check-readiness', ['near', 'far'], '--school'],
      ['review-territory', ['near', 'far'], '--school'],
      ['list', PLACES, '--org'],
      ['find-school', ['district', 'other'], '--department'],
    ] as const
  ).map(([command, at, flag]) => ({
    name: `${command} ${flag}`,
    command,
    reads: true,
    at,
    argv: (place: Place) => [command, ...(ASKED[command] ?? []), flag, place],
    may: Object.fromEntries([
      ...OFFICES.map(office => [`district ${office}`, ['district', 'near'] as const] as const),
      // Whoever works at a school may ask its department which school an address belongs to: orders are public.
      ...OFFICES.map(
        office => [`near ${office}`, command === 'find-school' ? ['district'] : ['near']] as const,
      ),
    ]),
    named: {},
  })),
];

/** How people say who they are: `--as`, or a login of their own. */
const ways = [
  ...engines.map(({ engine, create }) => ({ engine, create, by: '--as' as const })),
  ...engines.flatMap(({ engine, create }) =>
    engine === 'postgres' ? [{ engine, create, by: 'logins' as const }] : [],
  ),
];

describe.each(ways)('who may do what on $engine, by $by', ({ create, by }) => {
  let database: TestDatabase;
  let logins: Logins | null = null;
  const run = async (as: string, argv: readonly string[]) => {
    const words = [...argv, '--json', '--lang', 'en'];
    const options = { cwd: database.folder };
    return logins === null
      ? qabyl(words, { ...options, db: database.target, as })
      : logins.run(as, words, options);
  };
  const done = async (as: string, ...argv: string[]) => {
    const ended = await run(as, argv);
    expect(ended.code, `${argv.join(' ')}\n${ended.stdout}${ended.stderr}`).toBe(0);
  };
  const file = (name: string, ...lines: string[]) =>
    writeFileSync(join(database.folder, name), `${lines.join('\n')}\n`);

  beforeAll(async () => {
    database = await create();
    const [header = '', ...rows] = ORGS;
    file('orgs.csv', ...ORGS);
    for (const row of rows) file(`org-${row.split(',')[0]}.csv`, header, row.replace('мектеп', 'мектебі'));
    const people = PLACES.flatMap(org => OFFICES.map(office => ({ org, office, iin: iinOf(org, office) })));
    file(
      'staff.csv',
      'iin,full_name,org,role',
      ...people.map(({ org, office, iin }) => `${iin},Тегі Аты,${org},${office === 'nobody' ? '' : office}`),
    );
    file('newcomer.csv', 'iin,full_name', '801022451477,Жаңа Қызметкер');
    file('street.csv', 'name_kk,name_ru', 'Гоголь көшесі,улица Гоголя', 'Абай көшесі,улица Абая');
    await done(
      head,
      ...['init', '--department', 'Облыс', '--code', 'region', '--bin', '940140000385'],
      ...['--admin-iin', head, '--admin-name', 'Басшы Аты', '--year', '2027-2028'],
    );
    await done(head, 'import-orgs', 'orgs.csv');
    await done(head, 'import-staff', 'staff.csv', '--org', 'region');
    for (const [department, school] of [
      ['district', 'near'],
      ['other', 'far'],
    ] as const) {
      const admin = iinOf(department, 'admin');
      await done(admin, 'import-streets', 'street.csv', '--department', department);
      await done(admin, 'bind-streets', '--school', school, '--street', 'Абай көшесі');
    }
    if (by === 'logins') logins = new Logins(database.target, head);
  });
  afterAll(async () => {
    await database.drop();
    await logins?.drop();
  });

  it('is tried for every command that names an organisation', () => {
    const others = [
      'init',
      'explain-houses',
      'history',
      'show',
      'undo',
      'verify-history',
      'doctor',
      'revoke-access',
      'backup',
      'restore',
    ];
    const tried = new Set<string>([...TRIES.map(one => one.command), ...others]);
    expect([...COMMANDS].filter(command => !tried.has(command))).toEqual([]);
  });

  it.each(TRIES)('$name', async ({ reads, ends = [0, 8], at, argv, may, named }) => {
    const plan = reads ? [] : ['--dry-run'];
    for (const home of ['district', 'near'] as const)
      for (const office of OFFICES)
        for (const place of at) {
          const who = `${home} ${office}`;
          const ended = await run(iinOf(home, office), [...argv(place), ...plan]);
          const allowed = may[who]?.includes(place) ?? false;
          const story = `${who}: ${argv(place).join(' ')}\n${ended.stdout}`;
          if (allowed) expect(ends, story).toContain(ended.code);
          else {
            expect(ended.code, story).toBe(4);
            const document = parseDocument(ended);
            const [problem] = 'problems' in document ? document.problems : [];
            expect(problem?.code, story).toBe('not-permitted');
            expect(`${problem?.message} ${problem?.fix}`).toContain(named[place] ?? '');
          }
        }
  });

  it('keeps the history of other organisations to themselves', async () => {
    const near = await run(iinOf('near', 'admin'), ['history']);
    const own = parseDocument(near, 'qabyl.history/1').changes;
    expect(own.map(one => one.org)).toContain('near');
    for (const { change } of own) {
      const rows = parseDocument(await run(iinOf('near', 'admin'), ['show', String(change)]), 'qabyl.show/1');
      expect(rows.changes.filter(({ key }) => !key.split('/').includes('near'))).toEqual([]);
    }
    const whole = parseDocument(await run(head, ['history']), 'qabyl.history/1').changes;
    const foreign = whole.find(one => one.org === 'far');
    const shown = await run(iinOf('near', 'admin'), ['show', String(foreign?.change)]);
    expect(shown.code).toBe(3);
    expect(parseDocument(shown, 'qabyl.error/1').problems[0]?.code).toBe('change-unknown');
  });

  // With a login there is nobody else to name (access.test.ts).
  if (by === '--as')
    it('refuses who has been dismissed, who is unknown, and who is nobody', async () => {
      const left = iinOf('far', 'nobody');
      const rest = OFFICES.filter(office => office !== 'nobody').map(
        office => `${iinOf('far', office)},Тегі Аты`,
      );
      file('rest.csv', 'iin,full_name', ...rest);
      await done(
        iinOf('far', 'superadmin'),
        ...['import-staff', 'rest.csv', '--org', 'far', '--sync', '--yes'],
      );
      for (const [as, code, problem] of [
        [left, 4, 'actor-unknown'],
        ['801123351549', 4, 'actor-unknown'],
        ['801123351540', 2, 'iin-check-digit'],
        ['', 2, 'flag-missing'],
      ] as const) {
        const ended = await run(as, ['list', 'staff']);
        expect(ended.code, as).toBe(code);
        expect(parseDocument(ended, 'qabyl.error/1').problems[0]?.code).toBe(problem);
      }
    });

  it('writes nothing when one row of a file needs a right that its sender lacks', async () => {
    file('mixed.csv', 'iin,full_name,org', '801022451477,Жаңа Бір,near', '801123351549,Жаңа Екі,far');
    const before = await run(head, ['history']);
    const ended = await run(iinOf('district', 'superadmin'), ['import-staff', 'mixed.csv', '--org', 'near']);
    expect(ended.code).toBe(4);
    expect((await run(head, ['history'])).stdout).toBe(before.stdout);
    const staff = parseDocument(await run(head, ['list', 'staff', '--org', 'near']), 'qabyl.list/1');
    expect(JSON.stringify(staff)).not.toContain('801022451477');
  });
});
