import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../support/databases.ts';
import { District, streetKeeper } from '../support/district.ts';
import { scenesBefore } from '../support/story.ts';

describe.each(engines)('streets of one name on $engine', ({ create }) => {
  let district: District;
  beforeAll(async () => {
    district = await District.open(create, scenesBefore('import-streets'));
    const file = district.file(
      'name_kk,name_ru,kind,settlement,aliases',
      'Абай көшесі,улица Абая,,,',
      'Абай көшесі,улица Абая,,Ақсу,',
      'Гоголь,Гоголя,street,,',
      'Гоголь,Гоголя,lane,,',
      'Фурманов көшесі,улица Фурманова,,,Старая',
      'Фрунзе көшесі,улица Фрунзе,,,Старая',
      ',Достоевского,,,',
      ',переулок Достоевского,,,',
    );
    await district.done(streetKeeper, ['import-streets', file]);
  });
  afterAll(() => district.drop());

  const bind = (street: string) => [
    ...['bind-streets', '--school', 'school-1', '--street', street, '--lang', 'en', '--dry-run'],
  ];

  it('an exact name wins over a street that only its key fits', async () => {
    const { document } = await district.done(streetKeeper, bind('Достоевского'));
    expect(document.changes[0]?.after?.street).toMatch(/\/street\//);
  });

  it.each([
    ['ул. Фурмонова', 'Фурманов'],
    ['Обая', 'Абай'],
  ])('a slip such as “%s” is answered with the name that was meant', async (text, meant) => {
    const refused = await district.refused(streetKeeper, bind(text));
    expect(refused.codes).toEqual(['street-unknown']);
    expect(refused.document.problems[0]?.fix).toContain(meant);
  });

  it.each([['Ыбырай Алтынсарин', 'school-3']])(
    'a part of a school’s name such as “%s” is answered with its code',
    async (text, code) => {
      const argv = ['bind-streets', '--school', text, '--street', 'Гоголь көшесі', '--lang', 'en'];
      const refused = await district.refused(streetKeeper, argv);
      expect(refused.codes).toEqual(['org-unknown']);
      expect(refused.document.problems[0]?.fix).toContain(code);
    },
  );

  it.each([
    ['Абая', ['Абай көшесі', 'Ақсу, Абай көшесі']],
    ['Гоголя', ['Гоголь (street)', 'Гоголь (lane)']],
    ['ул. Старая', ['Фурманов көшесі', 'Фрунзе көшесі']],
  ])('“%s” is refused, and every name that the answer proposes is accepted', async (text, names) => {
    const refused = await district.refused(streetKeeper, bind(text));
    expect(refused).toMatchObject({ code: 3, codes: ['street-ambiguous'] });
    const bound = [];
    for (const name of names) {
      expect(refused.document.problems[0]?.message).toContain(name);
      const { document } = await district.done(streetKeeper, bind(name));
      bound.push(document.changes[0]?.after?.street);
    }
    expect(new Set(bound).size).toBe(names.length);
  });
});
