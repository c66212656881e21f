import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scenes, story } from '../../fixtures/story.ts';
import { engines } from '../support/databases.ts';
import { District } from '../support/district.ts';
import { inventIin, range } from '../support/people.ts';

const admin = story.admin.iin;
const HEADER = 'ЖСН;Тегі;Аты;Лауазымы;Мекеме;Рөлі';
const SCHOOLS = ['school-1', 'school-2'] as const;

/** Rows of a hundred people of each school; in each the first so many have another position. */
function rows(changed: Readonly<Record<(typeof SCHOOLS)[number], number>>): string[] {
  return SCHOOLS.flatMap((school, s) =>
    range(1, 100).map(n => {
      const position = n <= changed[school] ? 'директор' : 'мұғалім';
      return `${inventIin(s * 1000 + n)};Ахметова;Әлия;${position};${school};`;
    }),
  );
}

describe.each(engines)('a staff file of two schools on $engine', ({ create }) => {
  let district: District;
  beforeEach(async () => {
    district = await District.open(create, scenes.slice(0, 2));
    await district.done(admin, importOf(...rows({ 'school-1': 0, 'school-2': 0 })));
  });
  afterEach(() => district.drop());

  const importOf = (...lines: readonly string[]) => [
    ...['import-staff', district.file(HEADER, ...lines), '--org', story.department.code, '--yes'],
  ];

  it('may change three quarters of each of them', async () => {
    const { document } = await district.done(admin, importOf(...rows({ 'school-1': 75, 'school-2': 75 })));
    expect(document.summary).toMatchObject({ update: 150, unchanged: 50 });
  });

  it('is stopped for the school of which it changes more, however little it changes in all', async () => {
    const argv = importOf(...rows({ 'school-1': 1, 'school-2': 76 }));
    const answer = await district.refused(admin, argv);
    expect([answer.code, ...answer.codes]).toEqual([5, 'changes-over-threshold']);
    expect(answer.document.problems[0]?.message).toMatch(/76 of 100 .*school-2/);
    expect(answer.document.problems[0]?.fix).toContain('--allow-changes=77');
    expect((await district.done(admin, [...argv, '--allow-changes=77'])).document.summary.update).toBe(77);
  });

  it('dismisses at each school that it names, and each has a brake of its own', async () => {
    const lines = rows({ 'school-1': 0, 'school-2': 0 });
    const sync = (...gone: readonly [number, number]) => [
      'import-staff',
      district.file(HEADER, ...lines.slice(gone[0], lines.length - gone[1])),
      ...['--org', 'school-1', '--sync', '--yes'],
    ];
    expect((await district.refused(admin, sync(11, 11))).codes).toEqual([
      'removals-over-threshold',
      'removals-over-threshold',
    ]);
    expect((await district.refused(admin, sync(3, 11))).codes).toEqual(['removals-over-threshold']);
    const { document } = await district.done(admin, sync(10, 6));
    expect(document.changes.map(({ key }) => key.slice(0, 'school-1'.length))).toEqual([
      ...new Array(10).fill('school-1'),
      ...new Array(6).fill('school-2'),
    ]);
  });

  it('gives a person who works at both the roles of each, with a row of its own there', async () => {
    const iin = inventIin(5000);
    const { document } = await district.done(
      admin,
      importOf(
        `${iin};Ким;Анна;мұғалім;school-1;директор`,
        `${iin};Ким;Анна;әдіскер;961040012649;исполнитель`,
        `${iin};Ким;Анна;әдіскер;№ 2 жалпы білім беретін мектеп;admin`,
      ),
    );
    expect(document.changes.map(({ kind, key }) => `${kind} ${key}`).toSorted()).toEqual([
      `role school-1/${iin}/director`,
      `role school-2/${iin}/admin`,
      `role school-2/${iin}/executor`,
      `staff school-1/${iin}`,
      `staff school-2/${iin}`,
    ]);
    const positions = document.changes
      .filter(({ kind }) => kind === 'staff')
      .map(({ after }) => after?.position);
    expect(positions.toSorted()).toEqual(['мұғалім', 'әдіскер'].toSorted());
  });

  it('counts those of each who return or take another surname as updates, told field by field', async () => {
    const lines = rows({ 'school-1': 0, 'school-2': 0 });
    await district.done(admin, [
      ...['import-staff', district.file(HEADER, ...lines.slice(1)), '--org', 'school-1', '--sync', '--yes'],
    ]);
    const married = (lines[150] ?? '').replace('Ахметова', 'Серікова');
    const argv = importOf(lines[0] ?? '', ...lines.slice(1, 150), married, ...lines.slice(151));
    const { stdout } = await district.text(admin, [...argv, '--dry-run', '--lang', 'en']);
    expect(stdout).toMatch(new RegExp(`${inventIin(1)}.*returned`));
    expect(stdout).toMatch(/Ахметова.*Серікова/);
    const { document } = await district.done(admin, argv);
    expect(document.summary).toMatchObject({ add: 0, update: 2, unchanged: 198 });
  });
});
