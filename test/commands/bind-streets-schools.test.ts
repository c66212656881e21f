import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { story } from '../../fixtures/story.ts';
import { engines } from '../support/databases.ts';
import { District, streetKeeper } from '../support/district.ts';
import { scenesBefore } from '../support/story.ts';

describe.each(engines)('a school called by its kind and number, on $engine', ({ create }) => {
  let district: District;
  beforeAll(async () => {
    district = await District.open(create, scenesBefore('bind-streets'));
  });
  afterAll(() => district.drop());

  const inFile = async (school: string) => {
    const file = district.file('school;street;houses', `${school};ул. Чехова;5`);
    const { document } = await district.change(streetKeeper, ['bind-streets', '--file', file, '-n']);
    return document.changes[0]?.after?.school ?? document.problems[0];
  };
  const inOrder = async (school: string) => {
    const order = district.order([`${school}: ул. Чехова 5`], '-n');
    const { document } = await district.change(streetKeeper, order);
    return document.changes[0]?.after?.school ?? null;
  };

  it.each([
    ['Школа № 2', 'school-2'],
    ['№ 2 мектеп', 'school-2'],
    ['2-мектеп', 'school-2'],
    ['СОШ №3', 'school-3'],
    ['Школа-гимназия № 1', 'school-1'],
  ])('is the same in a table and in an order: %s', async (words, code) => {
    expect([await inFile(words), await inOrder(words)]).toEqual([code, code]);
  });

  it.each(['Школа № 9', 'Вечерняя школа № 2', 'Гимназия № 3', 'Школы № 2, 3', 'Школа № 2 Мира'])(
    'is none where a word or a number is not accounted for: %s',
    async words => {
      expect(await inFile(words)).toMatchObject({ code: 'org-unknown' });
      expect(await inOrder(words)).toBeNull();
    },
  );

  it('is named with the others where several have that number', async () => {
    const orgs = district.file(
      'code,kind,bin,name_kk,name_ru,department,kato,territory',
      'school-22,school,950341000052,№ 2 мектеп-лицей,Школа-лицей № 2,akzhailau,338910000,yes',
    );
    await district.done(story.admin.iin, ['import-orgs', orgs]);
    const several = { code: 'org-ambiguous', message: expect.stringContaining('school-22') };
    expect(await inFile('Школа № 2')).toMatchObject(several);
    expect(await inOrder('Школа № 2')).toBeNull();
    expect(await inFile('Общеобразовательная школа № 2')).toBe('school-2');
  });
});
