import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../support/databases.ts';
import { District, streetKeeper } from '../support/district.ts';
import { scenesBefore } from '../support/story.ts';

const RUSSIAN = [
  '2. Контроль за исполнением настоящего приказа возложить на заместителя',
  'руководителя отдела образования.',
  '3. Приказ вступает в силу со дня подписания.',
  '',
  'Руководитель отдела                Қ. Тұрсынов',
];
const KAZAKH = [
  '2. Осы бұйрықтың орындалуын бақылауды өзіме қалдырамын.',
  '3. Бұйрық қол қойылған күннен бастап күшіне енеді.',
  'Бөлім басшысы                Қ. Тұрсынов',
  'М.О.',
];

describe.each(engines)('the end of an order, on $engine', ({ create }) => {
  let district: District;
  beforeAll(async () => {
    district = await District.open(create, scenesBefore('bind-streets'));
  });
  afterAll(() => district.drop());

  it.each([
    ['Russian', RUSSIAN],
    ['Kazakh', KAZAKH],
  ])('in %s is passed over with a warning that quotes it', async (_, end) => {
    const lines = ['1. Школа № 2: ул. Гагарина 5, ул. Гоголя 1-9', ...end];
    const { code, document } = await district.change(streetKeeper, district.order(lines, '-n'));
    expect(code).toBe(0);
    expect(document.summary).toMatchObject({ read: 2, rejected: 0 });
    expect(document.problems).toMatchObject([
      { code: 'order-closing', severity: 'warning', where: { line: 2 } },
    ]);
    expect(document.problems[0]?.message).toContain('Қ. Тұрсынов');
  });

  it.each([
    ['a listed street', 'Гоголя'],
    ['a name like a listed street', 'Гагорина'],
    ['a listed street with initials', 'Ж. Гоголя'],
  ])('is told where a line of it may be %s', async (_, line) => {
    const lines = ['Школа № 2: ул. Гагарина 5', 'Руководитель отдела', line];
    const tried = await district.triedOrder(lines);
    expect(tried.errors).toEqual([['order-words-unread', 2]]);
    expect(tried.bound).toHaveLength(1);
  });

  it('keeps nothing of what it does not know', async () => {
    const lines = ['Школа № 2: ул. Гагарина 5', '3. Приказ вступает в силу.', '4. Отделу кадров: Гоголя'];
    const tried = await district.triedOrder(lines);
    expect(tried.errors).toEqual([['order-words-unread', 3]]);
    expect(tried.bound).toHaveLength(1);
  });
});

describe.each(engines)('an order that only adds, on $engine', ({ create }) => {
  let district: District;
  beforeAll(async () => {
    district = await District.open(create, scenesBefore('bind-streets'));
  });
  afterAll(() => district.drop());

  it.each([
    ['в перечень улиц дополнить следующее:', 1],
    ['Тізбе мынадай көшелермен толықтырылсын:', 1],
  ])('is not bound in the place of all that a school has: %s', async (words, line) => {
    const lines = [words, 'Школа № 2: ул. Гагарина 5'];
    const replacing = await district.refused(streetKeeper, district.order(lines, '--replace-all'));
    expect(replacing.document.problems).toContainEqual(
      expect.objectContaining({ code: 'order-adds', where: expect.objectContaining({ line }) }),
    );
    const adding = await district.change(streetKeeper, district.order(lines, '-n'));
    expect(adding.codes).not.toContain('order-adds');
  });
});
