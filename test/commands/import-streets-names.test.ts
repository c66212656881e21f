import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../support/databases.ts';
import { District, streetKeeper } from '../support/district.ts';
import { scenesBefore } from '../support/story.ts';

const HEADER = 'name_kk,name_ru,kind,settlement,aliases,houses';

/** Which stored street a row means when it is written otherwise than before. */
describe.each(engines)('import-streets: the same street on $engine', ({ create }) => {
  let district: District;
  let village = '';
  let count = 0;
  beforeAll(async () => {
    district = await District.open(create, scenesBefore('import-streets'));
  });
  afterAll(() => district.drop());
  // Each case has a settlement of its own, so that none meets the streets of another.
  beforeEach(() => {
    village = `Ауыл-${++count}`;
  });

  const load = (...rows: readonly string[]) => [
    ...['import-streets', district.file(HEADER, ...rows.map(row => row.replaceAll('@', village)))],
    ...['--lang', 'en'],
  ];
  const done = (...rows: readonly string[]) => district.done(streetKeeper, load(...rows));
  const inVillage = async () => (await district.list('streets')).filter(row => row.settlement === village);

  it('is renamed by a row that gives its name as a former one, and keeps its bindings', async () => {
    await done('Фрунзе көшесі,улица Фрунзе,,@,,1-9');
    await district.done(streetKeeper, [
      'bind-streets',
      '--school',
      'school-1',
      '--street',
      `${village}, Фрунзе`,
    ]);
    const bound = await district.list('bindings', '--street', `${village}, Фрунзе`);
    const { document } = await done('Жұмағалиев даңғылы,проспект Жумагалиева,,@,ул. Фрунзе,');
    expect(document.summary).toMatchObject({ add: 0, update: 1, remove: 0 });
    expect(await inVillage()).toMatchObject([
      { name_kk: 'Жұмағалиев даңғылы', kind: 'avenue', aliases: ['ул. Фрунзе'], houses: '1, 3, 5, 7, 9' },
    ]);
    expect(await district.list('bindings', '--street', `${village}, Жумагалиева`)).toEqual(bound);
    const again = await done('Жұмағалиев даңғылы,проспект Жумагалиева,,@,ул. Фрунзе,');
    expect(again.document.outcome).toBe('unchanged');
    // The name is free for another street since.
    const { document: third } = await done(
      'Жұмағалиев даңғылы,проспект Жумагалиева,,@,,',
      'Фрунзе көшесі,улица Фрунзе,,@,,',
    );
    expect(third.summary).toMatchObject({ add: 1, unchanged: 1 });
    expect((await inVillage()).map(row => row.name_kk).sort()).toEqual([
      'Жұмағалиев даңғылы',
      'Фрунзе көшесі',
    ]);
  });

  it('is not renamed by the former name of another kind, nor by one of two streets', async () => {
    await done(
      'Шолақ бұрылысы,переулок Шолак,,@,,',
      'Ұзын көшесі,улица Узын,,@,,',
      'Кең көшесі,улица Кен,,@,,',
    );
    const { document } = await done('Жаңа көшесі,улица Новая,,@,Шолақ,', 'Бірге көшесі,,,@,Ұзын|Кең,');
    expect(document.summary).toMatchObject({ add: 2, update: 0 });
  });

  it('keeps its settlement, other names, kind and houses where a row leaves them blank', async () => {
    await done('Бұлақ даңғылы,проспект Родниковый,,@,Ключевой,1-9');
    const stored = await inVillage();
    const bare = ['import-streets', district.file('name_kk', 'Бұлақ даңғылы'), '--lang', 'en'];
    const { document, codes } = await district.done(streetKeeper, bare);
    expect(document.outcome).toBe('unchanged');
    expect(codes).toEqual(['street-settlement-assumed']);
    expect(document.problems[0]?.message).toContain(`${village}, Бұлақ даңғылы`);
    expect(await inVillage()).toEqual(stored);
  });

  it('without a settlement is not guessed between two settlements', async () => {
    await done('Тың көшесі,улица Целинная,,@,,', 'Тың көшесі,улица Целинная,,@ бис,,');
    const answer = await district.refused(streetKeeper, load('Тың көшесі,улица Целинная,,,,'));
    expect(answer).toMatchObject({ code: 3, codes: ['street-ambiguous'] });
    expect(answer.document.problems[0]?.fix).toContain(`${village}; ${village} бис`);
    // Where a row names one of the settlements, a blank is a place of its own.
    const own = await done('Тың көшесі,улица Целинная,,,,', 'Тың көшесі,улица Целинная,,@,,');
    expect(own.document.summary).toMatchObject({ add: 1, unchanged: 1 });
    expect((await done('Тың көшесі,,,,,')).document.outcome).toBe('unchanged');
  });

  it('keeps a spelling that was accepted when the file names others', async () => {
    await done('Сәтбаев көшесі,улица Сатпаева,,@,Канышева,');
    await done('Сәтбаев көшесі,улица Сатпаева,,@,канышева|Сатбаева,');
    expect(await inVillage()).toMatchObject([{ aliases: ['Канышева', 'Сатбаева'] }]);
  });

  it.each([
    ['1-8 линия,,,@,,', 'street-range'],
    [',улицы 1–3 переулок,,@,,', 'street-range'],
    ['ул. Набережная 1-20,,,@,,', 'street-with-houses'],
    [',"ул. Набережная 1, 3, 5",,@,,', 'street-with-houses'],
    ['Арман көшесі,,,@,,все', 'known-houses-endless'],
    ['Арман көшесі,,,@,,с 20', 'known-houses-endless'],
    ['Арман көшесі,,,@,,1-200000', 'known-houses-many'],
    ['Арман көшесі,,,@,,"9 – 17 – 22"', 'houses-ambiguous-dashes'],
  ])('“%s” is refused: %s', async (row, code) => {
    expect(await district.refused(streetKeeper, load(row))).toMatchObject({ code: 3, codes: [code] });
  });

  it('takes a range of numbers for a name where the kind stands by itself', async () => {
    await done('12-207,12-207,микрорайон,@,,');
    expect(await inVillage()).toMatchObject([{ name_kk: '12-207', kind: 'microdistrict' }]);
  });

  it('lists a village without streets, whose houses are numbered, and binds its houses', async () => {
    await done('Қоңыртөбе ауылы,село Конуртобе,,,,"1-40, 2-38"');
    const argv = ['bind-streets', '--school', 'school-2', '--street', 'с. Конуртобе', '--houses', '1-9'];
    const { document } = await district.done(streetKeeper, [...argv, '-n']);
    expect(document.changes).toMatchObject([{ kind: 'binding', after: { houses: '1–9 odd' } }]);
  });
});
