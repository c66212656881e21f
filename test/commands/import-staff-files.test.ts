import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenes, story } from '../../fixtures/story.ts';
import { engines } from '../support/databases.ts';
import { District } from '../support/district.ts';

const admin = story.admin.iin;
const folder = new URL('../../fixtures/good-files/', import.meta.url).pathname;

describe.each(engines)('import-staff of files as people send them, on $engine', ({ create }) => {
  let district: District;
  beforeAll(async () => {
    district = await District.open(create, scenes.slice(0, 2));
  });
  afterAll(() => district.drop());

  const plan = (file: string, ...more: string[]) =>
    district.change(admin, ['import-staff', folder + file, '--org', 'school-4', '--dry-run', ...more]);

  it.each(readdirSync(folder))('%s gives three employees', async file => {
    const { code, document } = await plan(file);
    expect([code, document.summary.add, document.problems]).toEqual([0, 3, []]);
  });

  it.each([
    ['staff-windows-1251.csv', ['windows-1251', '“;”']],
    ['staff-kz-1048.csv', ['KZ-1048']],
    ['staff-utf-16le-tabs.csv', ['UTF-16LE', '“tab”']],
    ['staff-title-row.csv', ['1 “№ 3 мектеп қызметкерлерінің тізімі”']],
    ['staff-own-columns.csv', ['№ п/п, Пол, Стаж, Категория']],
  ])('says what it has found out about %s', async (file, said) => {
    const { stderr } = await district.text(admin, [
      ...['import-staff', folder + file, '--org', 'school-4', '--dry-run', '--lang', 'en'],
    ]);
    for (const part of said) expect(stderr).toContain(part);
  });

  it('reads standard input in any encoding', async () => {
    const { code, document } = await district.change(
      admin,
      ['import-staff', '-', '--org', 'school-4', '--dry-run', '--encoding', 'utf8'],
      { stdin: readFileSync(`${folder}staff-utf-8.csv`, 'utf8') },
    );
    expect([code, document.summary.add]).toEqual([0, 3]);
  });

  it.each([
    ['an encoding that is none', 'koi8', 2, 'flag-invalid'],
    ['an encoding that the bytes contradict', 'kz1048', 3, 'encoding-contradicted'],
  ])('refuses %s', async (_, encoding, exit, problem) => {
    const { code, codes } = await plan('staff-utf-16be.csv', '--encoding', encoding);
    expect([code, codes]).toEqual([exit, [problem]]);
  });

  it('reads one file under each encoding that is named', async () => {
    const surname = async (encoding: string) => {
      const { document } = await plan('staff-kz-1048.csv', '--encoding', encoding, '--skip-invalid');
      return document.changes[0]?.after?.surname ?? document.problems[0]?.code;
    };
    expect(await surname('STRK1048-2002')).toBe('Жұмағұлова');
    expect(await surname('cp1251')).not.toBe('Жұмағұлова');
  });
});
