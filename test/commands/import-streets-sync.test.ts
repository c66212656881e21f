import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../support/databases.ts';
import { District, streetKeeper } from '../support/district.ts';
import { scenesBefore } from '../support/story.ts';

const names = [
  'Абай',
  'Достық',
  'Гагарин',
  'Чехов',
  'Пушкин',
  'Лермонтов',
  'Наурыз',
  'Бұлақ',
  'Саябақ',
  'Арман',
];
const rows = names.map(name => `${name} көшесі`);

describe.each(engines)('import-streets --sync on $engine', ({ create }) => {
  let district: District;
  beforeAll(async () => {
    district = await District.open(create, scenesBefore('import-streets'));
    await district.done(streetKeeper, ['import-streets', district.file('name_kk', ...rows)]);
    const bindings = district.file(
      'school,street,houses',
      'school-1,Абай,1-9',
      'school-2,Абай,2-8',
      'school-1,Достық,',
      'school-1,Гагарин,',
    );
    await district.done(streetKeeper, ['bind-streets', '--file', bindings]);
  });
  afterAll(() => district.drop());

  const sync = (lines: readonly string[], ...argv: readonly string[]) => [
    ...['import-streets', district.file('name_kk', ...lines), '--sync', '--lang', 'en'],
    ...argv,
  ];

  const stored = async () => (await district.list('streets')).map(row => String(row.name_kk));

  it('changes nothing when the file is the list', async () => {
    expect((await district.done(streetKeeper, sync(rows))).document).toMatchObject({
      outcome: 'unchanged',
      summary: { unchanged: 10 },
    });
  });

  it('drops no street that the file calls by its Russian name or an alias', async () => {
    const named = district.file(
      'name_kk,name_ru,aliases',
      'Бұлақ көшесі,улица Родниковая,',
      'Саябақ көшесі,,Парковая',
    );
    await district.done(streetKeeper, ['import-streets', named]);
    const lines = rows.map(row =>
      row.startsWith('Бұлақ') ? 'улица Родниковая' : row.startsWith('Саябақ') ? 'ул. Парковая' : row,
    );
    const russian = district.file('name_ru', ...lines);
    const argv = ['import-streets', russian, '--sync', '--yes'];
    const { document } = await district.done(streetKeeper, argv);
    expect(document.summary).toMatchObject({ add: 0, remove: 0 });
    expect((await district.list('streets')).map(row => row.name_kk).sort()).toEqual([...rows].sort());
  });

  it('without --sync removes nothing', async () => {
    const argv = ['import-streets', district.file('name_kk', ...rows.slice(1))];
    expect((await district.done(streetKeeper, argv)).document.outcome).toBe('unchanged');
  });

  it('shows the streets that leave with every binding on them, and needs an approval', async () => {
    const argv = sync(rows.slice(1));
    const planned = await district.refused(streetKeeper, [...argv, '--dry-run']);
    expect(
      planned.document.changes.map(({ action, kind, before }) => [action, kind, before?.houses]),
    ).toEqual(
      expect.arrayContaining([
        ['remove', 'binding', '1–9 odd'],
        ['remove', 'binding', '2–8 even'],
        ['remove', 'street', null],
      ]),
    );
    const { stdout } = await district.text(streetKeeper, [...argv, '--dry-run']);
    expect(stdout).toMatch(/^- binding school-1, Абай көшесі .*1–9 odd$/mu);
    expect(stdout).toMatch(/^- binding school-2, Абай көшесі .*2–8 even$/mu);
    const asked = await district.refused(streetKeeper, argv);
    expect(asked.code).toBe(5);
    expect(asked.document.approvals).toEqual(
      expect.arrayContaining([
        { reason: 'street-removed', count: 1 },
        { reason: 'unbinding', count: 2 },
      ]),
    );
    await district.done(streetKeeper, [...argv, '--yes']);
    expect(await district.list('streets')).toHaveLength(9);
    expect((await district.list('bindings')).map(row => row.school)).toEqual(['school-1', 'school-1']);
  });

  it('does not take a row that could not be read for a street that is gone', async () => {
    const answer = await district.refused(
      streetKeeper,
      sync([...rows.slice(1), ''], '--yes', '--skip-invalid'),
    );
    expect(answer).toMatchObject({ code: 2, codes: ['flags-conflict'] });
  });

  it('refuses to remove most of the list even with --yes', async () => {
    const answer = await district.refused(streetKeeper, sync(rows.slice(3, 5), '--yes'));
    expect(answer).toMatchObject({ code: 5, codes: ['removals-over-threshold'] });
    const [{ message, fix } = { message: '', fix: '' }] = answer.document.problems;
    expect(message).toContain('7 of 9');
    // The flag counts what is bound on these streets too, and the message says that number.
    const { remove } = answer.document.summary;
    expect(remove).toBeGreaterThan(7);
    expect(message).toContain(`${remove} rows in all`);
    expect(fix).toContain(`--allow-removals=${remove}`);
    const meant = sync(rows.slice(3, 5), '-n', `--allow-removals=${remove}`);
    expect((await district.change(streetKeeper, meant)).document.outcome).toBe('planned');
  });

  it('takes a corrected spelling and a new name with the old one beside it for the same streets', async () => {
    const header = 'name_kk,name_ru,aliases';
    const listed = ['Сатпаев көшесі,улица Сатпаева,', 'Фрунзе көшесі,улица Фрунзе,', 'Абай көшесі,,'];
    await district.done(streetKeeper, ['import-streets', district.file(header, ...listed)]);
    await district.done(streetKeeper, ['bind-streets', '--school', 'school-1', '--street', 'Сатпаева']);
    await district.done(streetKeeper, ['bind-streets', '--school', 'school-1', '--street', 'Фрунзе']);
    const bound = (await district.list('bindings')).map(row => [row.school, row.street]);
    const others = (await stored())
      .filter(name => !/Сатпаев|Фрунзе|Абай/u.test(name))
      .map(name => `${name},,`);
    const file = district.file(
      header,
      'Қаныш Сәтбаев көшесі,улица Сатпаева,',
      'Жұмағалиев көшесі,улица Жумагалиева,Фрунзе',
      'АБАЙ к-сі,улица Абая,',
      ...others,
    );
    const argv = ['import-streets', file, '--sync', '--lang', 'en'];
    const { document } = await district.done(streetKeeper, argv);
    expect(document.summary).toMatchObject({ add: 0, update: 3, remove: 0 });
    expect((await district.list('bindings')).map(row => [row.school, row.street])).toEqual(bound);
    expect((await district.done(streetKeeper, argv)).document.outcome).toBe('unchanged');
  });

  it('does not take two new streets, or one of another kind, for a corrected spelling', async () => {
    await district.done(streetKeeper, [
      'import-streets',
      district.file('name_kk,name_ru', 'Жарық көшесі,улица Светлая'),
    ]);
    const others = (await stored()).filter(name => !name.startsWith('Жарық')).map(name => `${name},`);
    const plan = async (...rows: readonly string[]) => {
      const file = district.file('name_kk,name_ru', ...others, ...rows);
      const answer = await district.change(streetKeeper, ['import-streets', file, '--sync', '-n']);
      const { add, remove } = answer.document.summary;
      return { add, remove };
    };
    expect(await plan('Нұрлы бұрылысы,переулок Светлый')).toEqual({ add: 1, remove: 1 });
    expect(await plan('Нұрлы көшесі,улица Светлая', 'Шұғыла көшесі,улица Светлая')).toEqual({
      add: 2,
      remove: 1,
    });
    expect(await plan('Нұрлы көшесі,улица Светлая')).toEqual({ add: 0, remove: 0 });
  });
});
