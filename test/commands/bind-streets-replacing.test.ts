import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../support/databases.ts';
import { District, streetKeeper } from '../support/district.ts';
import { scenesBefore } from '../support/story.ts';

const HEADER = 'school,street,houses';

describe.each(engines)('bind-streets --replace-all on $engine', ({ create }) => {
  let district: District;
  beforeAll(async () => {
    district = await District.open(create, scenesBefore('bind-streets'));
    const file = district.file(
      HEADER,
      'school-1,Гагарина,1-45',
      'school-1,Чехова,',
      'school-1,Лермонтова,2-60',
      'school-2,Наурыз,',
      'school-2,Родниковая,',
      ...[
        'Достық',
        'Мира',
        'Кенесары хан',
        'Саябақ',
        'Қажымұқан',
        'Пушкин',
        'Жамбыл',
        'Момышулы',
        'Маметовой',
        'Кунаева',
        'Ауэзова',
        'Розыбакиева',
      ].map(street => `school-3,${street},`),
    );
    await district.done(streetKeeper, ['bind-streets', '--file', file]);
  });
  afterAll(() => district.drop());

  const replace = (file: string, ...argv: readonly string[]) => [
    ...['bind-streets', '--file', file, '--replace-all', '--lang', 'en'],
    ...argv,
  ];

  it('changes nothing when the file says what is bound', async () => {
    const file = district.file(HEADER, 'school-2,Наурыз,все', 'school-2,Бұлақ көшесі,барлығы');
    expect((await district.done(streetKeeper, replace(file))).document.outcome).toBe('unchanged');
  });

  it('shows what is dropped before anything is, and needs an approval', async () => {
    const file = district.file(HEADER, 'school-1,Гагарина,1-9', 'school-1,Чехова,', 'school-1,Молодёжная,');
    const planned = await district.refused(streetKeeper, replace(file, '--dry-run'));
    const preview = planned.document.changes.map(({ action, before, after }) => [
      action,
      before?.houses ?? null,
      after?.houses ?? null,
    ]);
    expect(preview).toHaveLength(3);
    expect(preview).toEqual(
      expect.arrayContaining([
        ['update', '1–45 odd', '1–9 odd'],
        ['remove', '2–60 even', null],
        ['add', null, 'whole street'],
      ]),
    );
    const text = await district.text(streetKeeper, replace(file, '--dry-run'));
    expect(text.stdout).toContain('2–60 even');
    expect(await district.refused(streetKeeper, replace(file))).toMatchObject({
      code: 5,
      codes: ['approval-needed'],
      document: { approvals: [{ reason: 'unbinding', count: 2 }] },
    });
    const { document } = await district.done(streetKeeper, replace(file, '--yes'));
    expect(document.changes).toEqual(planned.document.changes);
    const rows = await district.list('bindings', '--school', 'school-1');
    expect(rows.map(row => row.houses).sort()).toEqual(['1–9 odd', 'whole street', 'whole street']);
    expect(await district.list('bindings', '--school', 'school-2')).toHaveLength(2);
  });

  it('lets two schools of one file change places', async () => {
    const file = district.file(HEADER, 'school-1,Наурыз,', 'school-2,Гагарина,');
    const argv = replace(file, '--yes');
    expect((await district.refused(streetKeeper, replace(file))).document.approvals).toEqual(
      expect.arrayContaining([{ reason: 'moved-between-schools', count: 2 }]),
    );
    await district.done(streetKeeper, argv);
    expect([await district.bound('Наурыз'), await district.bound('Гагарина')]).toEqual([
      { 'school-1': 'whole street' },
      { 'school-2': 'whole street' },
    ]);
    expect((await district.done(streetKeeper, argv)).document.outcome).toBe('unchanged');
  });

  it('does not take from a school that the file does not replace', async () => {
    const file = district.file(HEADER, 'school-1,Наурыз,', 'school-1,Гагарина,1-9');
    const answer = await district.refused(streetKeeper, replace(file, '--yes'));
    expect(answer).toMatchObject({ code: 3, codes: ['houses-taken'] });
    expect(answer.document.problems[0]).toMatchObject({ where: { line: 3, column: 'houses' } });
  });

  it('drops nothing when any row is wrong', async () => {
    const file = district.file(HEADER, 'school-1,Молодёжная,', 'school-1,Наурыз,гаражи');
    expect(await district.refused(streetKeeper, replace(file, '--yes'))).toMatchObject({ code: 3 });
  });

  it('never takes a row that could not be read for a street that was left out', async () => {
    const file = district.file(HEADER, 'school-1,Молодёжная,', 'school-1,Наурыз,гаражи');
    const answer = await district.refused(streetKeeper, replace(file, '--yes', '--skip-invalid'));
    expect(answer).toMatchObject({ code: 2, codes: ['flags-conflict'] });
  });

  it('refuses a file that would drop most of a school, even with --yes, until the number is named', async () => {
    const kept = ['Достық', 'Мира', 'Пушкин', 'Ауэзова', 'Кунаева'];
    const file = district.file(HEADER, ...kept.map(street => `school-3,${street},`));

    const refused = await district.refused(streetKeeper, replace(file, '--yes'));
    expect(refused).toMatchObject({ code: 5, codes: ['removals-over-threshold'] });
    const [found] = refused.document.problems;
    expect(found?.message).toContain('7 of 12');
    expect(found?.fix).toContain('--allow-removals=7');
    await district.refused(streetKeeper, replace(file, '--yes', '--allow-removals=6'));
    await district.refused(streetKeeper, replace(file, '--allow-removals=7'));
    const { document } = await district.done(streetKeeper, replace(file, '--yes', '--allow-removals=7'));
    expect(document.summary).toMatchObject({ remove: 7 });
    expect(await district.list('bindings', '--school', 'school-3')).toHaveLength(5);
  });
});
