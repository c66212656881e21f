import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holder } from '../../fixtures/story.ts';
import { engines } from '../support/databases.ts';
import { District, streetKeeper } from '../support/district.ts';
import { scenesBefore } from '../support/story.ts';

describe.each(engines)('bind-streets on $engine', ({ create }) => {
  let district: District;
  beforeAll(async () => {
    district = await District.open(create, scenesBefore('bind-streets'));
  });
  afterAll(() => district.drop());

  const bind = (...argv: readonly string[]) => ['bind-streets', ...argv];

  describe('one street', () => {
    it.each([
      ['Гагарин көшесі', [], 'whole street'],
      ['ул. Лермонтова', ['--houses', '1-45 (нечетные), четные с 2 по 60'], '1–45 odd; 2–60 even'],
      ['Чехова', ['--houses', '12, 12А, 5/10а, 4 к1'], '4 к1, 5/10А, 12, 12А'],
      ['Кенесары хан көшесі', ['--houses', '№ 1-ден 45-ке дейін'], '1–45 odd'],
    ])('binds %s %j and shows the reading back', async (street, houses, reading) => {
      const argv = bind('--school', 'school-1', '--street', street, ...houses);
      const { document } = await district.done(streetKeeper, [...argv, '--lang', 'en']);
      expect(document).toMatchObject({
        outcome: 'applied',
        summary: { read: 1, add: 1, update: 0, remove: 0, rejected: 0 },
        changes: [{ action: 'add', kind: 'binding', after: { school: 'school-1', houses: reading } }],
        problems: [],
      });
      expect(await district.bound(street)).toEqual({ 'school-1': reading });

      const again = await district.done(streetKeeper, argv);
      expect(again.document).toMatchObject({ outcome: 'unchanged', change: null, changes: [] });
      expect(again.document.summary).toMatchObject({ read: 1, unchanged: 1 });
    });

    it('adds to what is bound, and houses bound twice over change nothing', async () => {
      const of = (houses: string) =>
        bind('--school', 'school-1', '--street', 'Саябақ көшесі', '--houses', houses);
      await district.done(streetKeeper, of('1-9'));
      await district.done(streetKeeper, of('7-15, 2'));
      expect(await district.bound('Саябақ көшесі')).toEqual({ 'school-1': '1–15 odd; 2' });
      expect((await district.done(streetKeeper, of('3, 5А, 13'))).document.outcome).toBe('unchanged');
    });

    it.each([
      ['en', '1–45 odd; 2–60 even'],
      ['ru', '1–45 нечётные; 2–60 чётные'],
      ['kk', '1–45 тақ; 2–60 жұп'],
    ])('shows the plan in %s, as text and as JSON', async (lang, reading) => {
      const argv = bind('--school', 'school-2', '--street', 'Гоголь көшесі', '--houses', '1-45, 2-60');
      const text = await district.text(streetKeeper, [...argv, '--dry-run', '--lang', lang]);
      expect(text.code).toBe(0);
      expect(text.stdout).toContain(reading);
      const { document } = await district.refused(streetKeeper, [...argv, '--dry-run', '--lang', lang]);
      expect(document).toMatchObject({ outcome: 'planned', changes: [{ after: { houses: reading } }] });
    });

    it.each([
      ['its code', 'school-3'],
      ['its BIN', '030840035704'],
      ['its Kazakh name', 'Ыбырай Алтынсарин атындағы № 3 жалпы білім беретін мектеп'],
      ['its Russian name in other letters', 'общеобразовательная ШКОЛА №3 имени Ибрая Алтынсарина'],
    ])('finds the school by %s', async (_, school) => {
      const answer = await district.change(streetKeeper, [
        ...bind('--school', school, '--street', 'Бұлақ көшесі', '--dry-run'),
      ]);
      expect(answer.document).toMatchObject({
        outcome: 'planned',
        changes: [{ after: { school: 'school-3' } }],
      });
    });

    it.each([
      'Нұрсұлтан Назарбаев даңғылы',
      'пр-т Назарбаева Нурсултана',
      'НҰРСҰЛТАН НАЗАРБАЕВ Д-ЛЫ',
      'проспект Ленина',
      'просп. Нурсултана  Назарбаева',
    ])('finds the street by the spelling “%s”', async street => {
      const answer = await district.change(streetKeeper, [
        ...bind('--school', 'school-3', '--street', street, '--dry-run'),
      ]);
      expect(answer.codes).toEqual([]);
      expect(String(answer.document.changes[0]?.after?.street)).toContain('avenue');
    });
  });

  describe('what it refuses', () => {
    it.each([
      ['an unknown school', ['--school', 'school-33', '--street', 'Абай көшесі'], 'org-unknown', 'school-3'],
      ['a department', ['--school', 'akzhailau', '--street', 'Гагарина'], 'org-not-school', 'akzhailau'],
      [
        'a school without territory',
        ['--school', 'school-5', '--street', 'Гагарина'],
        'org-without-territory',
        'school-5',
      ],
      [
        'an unknown street',
        ['--school', 'school-2', '--street', 'ул. Гогаля'],
        'street-unknown',
        'Гоголь көшесі',
      ],
      [
        'a street of another kind',
        ['--school', 'school-2', '--street', 'проспект Гагарина'],
        'street-unknown',
        '',
      ],
      [
        'a street that says only its kind',
        ['--school', 'school-2', '--street', 'улица'],
        'street-unknown',
        '',
      ],
      [
        'one name in two settlements',
        ['--school', 'school-2', '--street', 'Абая'],
        'street-ambiguous',
        'Тұмарбұлақ',
      ],
      [
        'one name of two kinds',
        ['--school', 'school-2', '--street', 'Гоголя'],
        'street-ambiguous',
        'бұрылысы',
      ],
      [
        'words that are no houses',
        ['--school', 'school-2', '--street', 'Достык', '--houses', '1-5, гаражи'],
        'houses-not-houses',
        'гаражи',
      ],
      [
        'a range backwards',
        ['--school', 'school-2', '--street', 'Достык', '--houses', '45-1'],
        'houses-backwards',
        '45',
      ],
      [
        'a chain of dashes',
        ['--school', 'school-2', '--street', 'Достык', '--houses', '9А – 17 – 22'],
        'houses-ambiguous-dashes',
        '9А – 17 – 22',
      ],
      [
        'a range without side where sides are demanded',
        ['--school', 'school-2', '--street', 'Достык', '--houses', '1-5', '--strict-ranges'],
        'houses-side-missing',
        '1-5',
      ],
    ])('%s', async (_, argv, code, words) => {
      const answer = await district.refused(streetKeeper, bind(...argv));
      expect(answer.code).toBe(3);
      expect(answer.document.outcome).toBe('rejected');
      expect(answer.codes).toEqual([code]);
      const [found] = answer.document.problems;
      expect(`${found?.message} ${found?.fix}`).toContain(words);
    });

    it('names both the unknown street and the unreadable houses', async () => {
      const answer = await district.refused(
        streetKeeper,
        bind('--school', 'school-2', '--street', 'Нигде', '--houses', 'СНТ Заря'),
      );
      expect(answer.codes).toEqual(['street-unknown', 'houses-not-houses']);
    });

    it('is settled by the settlement or the kind', async () => {
      for (const street of [
        'Тұмарбұлақ, Абай көшесі',
        'село Тумарбулак, ул. Абая',
        'Ақжайлау, Абай көшесі',
        'пер. Гоголя',
      ])
        expect(
          (await district.change(streetKeeper, bind('--school', 'school-3', '--street', street, '-n'))).codes,
          street,
        ).toEqual([]);
    });

    it.each([
      [['--file', 'a.csv', '--street', 'Достык'], ['flags-conflict']],
      [['--file', 'a.csv', '--houses', '1'], ['flags-conflict']],
      [['--school', 'school-2', '--street', 'Достык', '--replace-all'], ['flag-needs']],
      [['--file', 'a.csv', '--unbind', '--replace-all'], ['flags-conflict']],
      [['--school', 'school-2', '--street', 'Достык', '--unbind', '--move'], ['flags-conflict']],
      [
        ['--file', 'a.csv', '--street', 'Достык', '--houses', '1'],
        ['flags-conflict', 'flags-conflict'],
      ],
      [['--school', 'school-2'], ['flag-missing']],
      [['--street', 'Достык'], ['flag-missing']],
      [['--school', ' ', '--street', 'Достык'], ['flag-missing']],
    ])('flags %j', async (argv, codes) => {
      const answer = await district.refused(streetKeeper, bind(...argv));
      expect(answer).toMatchObject({ code: 2, codes });
    });

    it.each([
      ['the school’s administrator', 'school-2', 'admin'],
      ['the department’s super-administrator', 'akzhailau', 'superadmin'],
    ] as const)('%s', async (_, org, role) => {
      const early = org === 'school-2';
      // The story gives the school its people only after the streets are bound.
      const answer = await district.refused(
        holder(org, role),
        bind('--school', 'school-2', '--street', 'Достык'),
      );
      expect(answer).toMatchObject({ code: 4, codes: [early ? 'actor-unknown' : 'not-permitted'] });
      if (!early) expect(answer.document.problems[0]?.message).toContain('akzhailau');
    });
  });

  it('asks on a terminal for the school and the street', async () => {
    const run = await district.text(streetKeeper, bind('--houses', '1-9', '--lang', 'en'), {
      answers: ['school-2', 'Молодёжная'],
    });
    expect(run).toMatchObject({ code: 0 });
    expect(await district.bound('Молодёжная')).toEqual({ 'school-2': '1–9 odd' });
  });
});
