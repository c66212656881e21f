import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenes } from '../../fixtures/story.ts';
import { engines } from '../support/databases.ts';
import { District, streetKeeper } from '../support/district.ts';
import { expectWhole, making, refusedUndo, undone } from '../support/undoing.ts';

const STREET = ['bind-streets', '--street', 'Гагарина'];

describe.each(engines)('territory after an undo on $engine', ({ create }) => {
  let district: District;
  beforeAll(async () => {
    district = await District.open(create, scenes);
  }, 120_000);
  afterAll(() => district.drop());

  it('no house with two schools', async () => {
    const house = (school: string) => [...STREET, '--school', school, '--houses', '903'];
    const freed = await making(district, streetKeeper, ...house('school-3'), '--unbind', '--yes');
    const taken = await making(district, streetKeeper, ...house('school-1'));
    const answer = await refusedUndo(district, freed, streetKeeper);
    expect(answer.codes).toEqual(['undo-doubles-houses']);
    expect(answer.document.problems[0]?.message).toMatch(/school-3 and to school-1: 903\./);
    expect(answer.document.problems[0]?.fix).toContain(`qabyl undo ${taken}`);
    await undone(district, streetKeeper, taken);
    await undone(district, streetKeeper, freed);
    await expectWhole(district, streetKeeper);
  });

  it('no binding of a street that has left the list, and no street without its bindings', async () => {
    const listed = await making(
      district,
      streetKeeper,
      'import-streets',
      district.file('name_kk,name_ru,kind', 'Жаңа көшесі,улица Жана,көше'),
    );
    const bound = await making(
      district,
      streetKeeper,
      'bind-streets',
      '--street',
      'Жаңа',
      '--school',
      'school-1',
    );
    expect((await refusedUndo(district, listed, streetKeeper)).document.problems).toMatchObject([
      { code: 'undo-strands-rows', fix: expect.stringContaining(`qabyl undo ${bound}`) },
    ]);
    const unbound = await undone(district, streetKeeper, bound);
    const unlisted = await undone(district, streetKeeper, listed);
    expect((await refusedUndo(district, unbound, streetKeeper)).document.problems).toMatchObject([
      { code: 'undo-strands-rows', fix: expect.stringContaining(`qabyl undo ${unlisted}`) },
    ]);
  });
});
