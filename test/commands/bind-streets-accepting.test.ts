import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../support/databases.ts';
import { District, streetKeeper } from '../support/district.ts';
import { scenesBefore } from '../support/story.ts';

describe.each(engines)('bind-streets --accept on $engine', ({ create }) => {
  let district: District;
  beforeAll(async () => {
    district = await District.open(create, scenesBefore('bind-streets'));
  });
  afterAll(() => district.drop());

  const bind = (street: string, ...argv: readonly string[]) => [
    ...['bind-streets', '--school', 'school-1', '--street', street, '--lang', 'en'],
    ...argv,
  ];
  const aliasesOf = async (street: string) =>
    (await district.list('streets', '--street', street)).flatMap(row => row.aliases);

  it('is proposed for a near miss, ready to be pasted', async () => {
    const refused = await district.refused(streetKeeper, bind('ул. Чеховва'));
    expect(refused.codes).toEqual(['street-unknown']);
    expect(refused.document.problems[0]?.fix).toMatch(/--accept "ул\. Чеховва=Ақжайлау, Чехов көшесі"/);
  });

  it('binds, and the street keeps the spelling, so that next time it is known', async () => {
    const accept = ['--accept', 'ул. Чеховва=Ақжайлау, Чехов көшесі'];
    const { document } = await district.done(streetKeeper, bind('ул. Чеховва', ...accept));
    expect(document.changes.map(({ action, kind }) => [action, kind])).toEqual([
      ['update', 'street'],
      ['add', 'binding'],
    ]);
    expect(document.problems).toEqual([]);
    expect(await aliasesOf('Чехов көшесі')).toContain('ул. Чеховва');
    expect(await district.bound('ул. Чеховва')).toEqual({ 'school-1': 'whole street' });
    const again = await district.done(streetKeeper, bind('ул. Чеховва'));
    expect(again.document.outcome).toBe('unchanged');
  });

  it('says which accepted spelling nothing needed', async () => {
    const { document } = await district.done(
      streetKeeper,
      bind('Гагарина', '--accept', 'Гагаринна=Гагарина'),
    );
    expect(document).toMatchObject({ outcome: 'applied', problems: [{ code: 'accept-idle' }] });
    expect(await aliasesOf('Гагарина')).not.toContain('Гагаринна');
  });

  it.each([
    ['is unknown', 'Лермантова=Нигде', 'street-unknown'],
    ['may mean two', 'Лермантова=Абая', 'street-ambiguous'],
  ])('is refused where its street %s', async (_, pair, code) => {
    const refused = await district.refused(streetKeeper, bind('Лермонтова', '--accept', pair));
    expect(refused).toMatchObject({ code: 3, codes: [code] });
  });

  it.each([
    ['binds nothing', 'Комсомольская', ['accept-contradicts', 'street-ambiguous']],
    ['is refused where nothing is written so', 'Мира', ['accept-contradicts']],
  ])('for two streets at once %s', async (_, street, codes) => {
    const accept = ['--accept', 'Комсомольская=Наурыз көшесі', '--accept', 'КОМСОМОЛЬСКАЯ=Гагарин көшесі'];
    const refused = await district.refused(streetKeeper, bind(street, ...accept));
    expect([refused.code, refused.codes.toSorted()]).toEqual([3, codes]);
    const told = refused.document.problems.find(({ code }) => code === 'accept-contradicts');
    expect(told?.message).toMatch(/Комсомольская.*: .*Наурыз көшесі; .*Гагарин көшесі/);
    expect(told?.fix).toContain('--accept "Комсомольская=');
  });

  it('given twice for one street is one', async () => {
    const accept = ['--accept', 'Бейбитшилик пр=Мира', '--accept', 'Бейбитшилик пр=Бейбітшілік көшесі'];
    const { document } = await district.done(streetKeeper, bind('Бейбитшилик пр', ...accept, '-n'));
    expect(document).toMatchObject({ outcome: 'planned', problems: [] });
  });

  it('does not stand for the same words with a place among them', async () => {
    const refused = await district.refused(
      streetKeeper,
      bind('Ақсу ауылы, Сары көшесі', '--accept', 'Сары Ақсу көшесі=Наурыз көшесі'),
    );
    expect(refused).toMatchObject({ code: 3 });
    expect(refused.codes).toContain('street-unknown');
  });

  it.each(['Лермантова', '=Лермонтова', 'Лермантова=', 'а|б=Лермонтова'])(
    'does not take “%s” for a pair',
    async pair => {
      const refused = await district.refused(streetKeeper, bind('Лермонтова', '--accept', pair));
      expect(refused).toMatchObject({ code: 2, codes: ['flag-invalid'] });
    },
  );

  it('goes for all rows of a file, and several spellings of one street are kept together', async () => {
    const file = district.file('school,street,houses', 'school-1,Дастык,1-9', 'school-2,Достик пр,2-8');
    const { document } = await district.done(streetKeeper, [
      ...['bind-streets', '--file', file],
      ...['--accept', 'Дастык=Достық көшесі', '--accept', 'Достик пр=Достық көшесі'],
    ]);
    expect(document.summary).toMatchObject({ add: 2, update: 1 });
    expect(await aliasesOf('Достық')).toEqual(expect.arrayContaining(['Дастык', 'Достик пр']));
  });

  it('keeps no spelling of a row that was not bound', async () => {
    const file = district.file('school,street,houses', 'school-3,Дружжбы,1-9', 'school-3,Наурыз,2-8');
    const { document } = await district.change(streetKeeper, [
      ...['bind-streets', '--file', file, '--skip-invalid', '--accept', 'Дружжбы=Достық көшесі'],
    ]);
    expect(document).toMatchObject({ outcome: 'partly-applied', summary: { add: 1, update: 0 } });
    expect(document.problems).toMatchObject([{ code: 'houses-taken' }]);
  });
});
