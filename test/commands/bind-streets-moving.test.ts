import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../support/databases.ts';
import { District, streetKeeper } from '../support/district.ts';
import { scenesBefore } from '../support/story.ts';

const HEADER = 'school,street,houses';
const NAMES = ['Алатау көшесі', 'Балқаш көшесі', 'Ертіс көшесі'];

describe.each(engines)('a plan that moves houses between schools on $engine', ({ create }) => {
  let district: District;
  beforeAll(async () => {
    district = await District.open(create, scenesBefore('bind-streets'));
    const list = district.file(
      'name_kk,houses',
      ...NAMES.map(name => `${name},"1, 2, 3, 3А, 4, 5, 6, 7"`),
      'Жайық көшесі,',
    );
    await district.done(streetKeeper, ['import-streets', list]);
    const file = district.file(
      HEADER,
      ...NAMES.map(name => `school-1,${name},1-5`),
      ...NAMES.map(name => `school-2,${name},2-6`),
      'school-2,Жайық көшесі,',
    );
    await district.done(streetKeeper, ['bind-streets', '--file', file]);
  });
  afterAll(() => district.drop());

  const bindFile = (rows: readonly string[], ...argv: readonly string[]) => [
    ...['bind-streets', '--file', district.file(HEADER, ...rows), '--lang', 'en', '--dry-run'],
    ...argv,
  ];
  const taken = NAMES.map(name => `school-3,${name},3-6`);

  it('says which, from whom, to whom, with the houses that are known, in JSON', async () => {
    const { document } = await district.done(streetKeeper, bindFile(taken, '--move'));
    expect(document.moves).toHaveLength(6);
    expect(document.moves).toEqual(
      expect.arrayContaining([
        { from: 'school-1', to: 'school-3', street: NAMES[0], houses: '3–5 odd', known: 3 },
        { from: 'school-2', to: 'school-3', street: NAMES[2], houses: '4–6 even', known: 2 },
      ]),
    );
    expect(document.dropped).toEqual([]);
  });

  it('says so in words, by schools, with counts', async () => {
    const { stdout } = await district.text(streetKeeper, bindFile(taken, '--move'));
    expect(stdout).toContain(
      'Houses that pass to another school:\n  school-1 → school-3: 3 streets, 9 known houses\n',
    );
    expect(stdout).toContain('    Ертіс көшесі: 4–6 even\n');
  });

  it('counts streets alone where the houses of one are not known', async () => {
    const rows = [...taken, 'school-3,Жайық көшесі,1-9'];
    const { stdout } = await district.text(streetKeeper, bindFile(rows, '--move'));
    expect(stdout).toContain('  school-2 → school-3: 4 streets\n');
  });

  it('shows what an amending order drops street by street, with counts', async () => {
    const rows = [`school-1,${NAMES[0]},1-3`, `school-2,${NAMES[1]},2-6`];
    const answer = await district.done(streetKeeper, bindFile(rows, '--replace-all'));
    expect(answer.document.dropped).toMatchObject([
      { school: 'school-1', street: NAMES[0], houses: '5 (all blocks)', known: 1 },
      { school: 'school-2', street: NAMES[0], houses: '2–6 even', known: 3 },
      { school: 'school-1', street: NAMES[1], houses: '1–5 odd', known: 4 },
      { school: 'school-1', street: NAMES[2], houses: '1–5 odd', known: 4 },
      { school: 'school-2', street: NAMES[2], houses: '2–6 even', known: 3 },
      { school: 'school-2', street: 'Жайық көшесі', houses: 'whole street', known: null },
    ]);
    const { stdout } = await district.text(streetKeeper, bindFile(rows, '--replace-all'));
    expect(stdout).toContain('  school-1: 3 streets, 9 known houses\n');
    expect(stdout).toContain('    Жайық көшесі: whole street\n');
  });

  it('says nothing of moves where nothing moves', async () => {
    const { document } = await district.done(streetKeeper, bindFile([`school-1,${NAMES[0]},1-7`]));
    expect(document).toMatchObject({ moves: [], dropped: [], shared: [] });
  });
});

describe.each(engines)('rows that cannot be meant so on $engine', ({ create }) => {
  let district: District;
  beforeAll(async () => {
    district = await District.open(create, scenesBefore('bind-streets'));
  });
  afterAll(() => district.drop());
  const bindFile = (file: string, ...argv: readonly string[]) => [
    ...['bind-streets', '--file', file, '--lang', 'en'],
    ...argv,
  ];

  it('a house that two rows of one school bind is a warning with both lines', async () => {
    const file = district.file(HEADER, 'school-1,Чехова,1-9', 'school-1,Чехова,11', 'school-1,Чехова,9-13');
    const { document } = await district.done(streetKeeper, bindFile(file, '--dry-run'));
    expect(document).toMatchObject({
      outcome: 'planned',
      problems: [{ code: 'rows-repeat', severity: 'warning', where: { line: 4, column: 'houses' } }],
    });
    expect(document.problems[0]?.message).toMatch(/line 2 .*: 9 \(all blocks\); 11\.$/);
  });

  it('an unclosed quote of the file, and one in a cell, are told with their line', async () => {
    const file = district.file(HEADER, 'school-1,Чехова,1-9', 'school-1,Гагарина,"1-45', 'school-1,Мира,2');
    const answer = await district.refused(streetKeeper, bindFile(file));
    expect(answer).toMatchObject({ code: 3, document: { problems: [{ where: { line: 3 } }] } });
    const cell = district.file(HEADER, 'school-1,Чехова,1-9', 'school-1,Гагарина,"1-45, (2"');
    expect((await district.refused(streetKeeper, bindFile(cell))).document.problems).toMatchObject([
      { code: 'houses-unclosed', where: { line: 3, column: 'houses' } },
    ]);
  });

  it('an empty file, and one with a header alone, bind nothing and say so', async () => {
    const empty = await district.refused(streetKeeper, bindFile(district.file('')));
    expect(empty).toMatchObject({ code: 3, codes: ['file-empty'] });
    const bare = await district.change(streetKeeper, bindFile(district.file(HEADER), '--replace-all'));
    expect(bare.document.change).toBeNull();
    expect(bare.document.problems.length).toBeGreaterThan(0);
  });

  it('--strict-ranges asks for the side in files too, and in the column of shared houses', async () => {
    const file = district.file(
      `${HEADER},shared_houses,share`,
      'school-1,Чехова,1-45,,',
      'school-1,Гагарина,1-45 нечетные,1-9,grades',
    );
    const answer = await district.refused(streetKeeper, bindFile(file, '--strict-ranges'));
    expect(answer.document.problems).toMatchObject([
      { code: 'houses-side-missing', where: { line: 2, column: 'houses' } },
      { code: 'houses-side-missing', where: { line: 3, column: 'shared_houses' } },
    ]);
  });

  it('a microdistrict with houses binds like a street; a street that matches two is told', async () => {
    const list = district.file('name_kk,name_ru,kind', '3 ықшам ауданы,мкр. 3,microdistrict');
    await district.done(streetKeeper, ['import-streets', list]);
    const file = district.file(HEADER, 'school-1,мкр. 3,"1-9, 12А"', 'school-2,3 ықшам ауданы,2-8');
    await district.done(streetKeeper, bindFile(file));
    expect(await district.bound('3 мкр')).toEqual({ 'school-1': '1–9 odd; 12А', 'school-2': '2–8 even' });
    const two = await district.refused(streetKeeper, bindFile(district.file(HEADER, 'school-1,Абая,')));
    expect(two.document.problems).toMatchObject([{ code: 'street-ambiguous', where: { line: 2 } }]);
  });
});
