import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../support/databases.ts';
import { District, streetKeeper } from '../support/district.ts';
import { scenesBefore } from '../support/story.ts';

describe.each(engines)('what bind-streets --order refuses, on $engine', ({ create }) => {
  let district: District;
  beforeAll(async () => {
    district = await District.open(create, scenesBefore('bind-streets'));
  });
  afterAll(() => district.drop());

  it.each([
    ['no school', ['ул. Чехова 1-9'], [], [['order-without-school', 1]]],
    [
      'no street',
      ['Школа № 1:', 'нет'],
      [],
      [
        ['order-without-streets', null],
        ['order-houses-without-street', 2],
      ],
    ],
    ['an unknown school', ['Школа № 9: ул. Чехова 1-9'], [], [['order-school-unknown', 1]]],
    ['another school than --school', ['Школа № 1: ул. Чехова 1-9'], ['school-2'], [['school-not-this', 1]]],
    [
      'a school without territory',
      ['№ 5 арнайы мектеп-интернат: ул. Чехова 1-9'],
      [],
      [['org-without-territory', 1]],
    ],
    [
      'an unclosed bracket',
      ['ул. Чехова 1-9 (кроме 3;', 'ул. Исатая Тайманова 5'],
      ['school-1'],
      [['order-unclosed', 1]],
    ],
    ['an unclosed quotation', ['мкр. «Самал-2, 5'], ['school-1'], [['order-unclosed', 1]]],
    ['an address beside the school', ['Школа № 1, ул. Чехова, 5'], [], [['order-heading-unclear', 1]]],
    ['a range of streets', ['1–2 линия'], ['school-1'], [['street-range', 1]]],
    ['a street of two settlements', ['ул. Абая 1-9'], ['school-1'], [['street-ambiguous', 1]]],
    ['a torn range', ['ул. Чехова 1', '- 9'], ['school-1'], [['houses-unreadable', 1]]],
    [
      'a line of nothing but houses',
      ['Школа № 1:', '1-9, 11', 'ул. Исатая Тайманова 5'],
      [],
      [['order-houses-without-street', 2]],
    ],
    [
      'a house of two schools',
      ['Школа № 1: пер. Бастау 1-9', 'Школа № 2: пер. Бастау 5'],
      [],
      [['rows-overlap', 2]],
    ],
  ] as const)('refuses %s', async (_, lines, schools, expected) => {
    const school = schools.flatMap(one => ['--school', one]);
    const answer = await district.refused(streetKeeper, district.order(lines, ...school));
    expect(answer.code).toBe(3);
    expect(
      answer.document.problems
        .filter(({ severity }) => severity === 'error')
        .map(({ code, where }) => [code, where?.line ?? null]),
    ).toEqual(expected);
  });

  it.each([
    ['a Word document', 'PK\x03\x04\x14\0\0\0word/document.xml', 'order-is-foreign'],
    ['an old Word document', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'order-is-foreign'],
    ['a PDF', '%PDF-1.7', 'order-is-foreign'],
    ['an RTF', '{\\rtf1\\ansi', 'order-is-foreign'],
    ['a web page', '<!DOCTYPE html><html>', 'order-is-foreign'],
    ['a workbook', 'PK\x03\x04\x14\0\0\0xl/workbook.xml', 'order-is-table'],
    ['a table', 'school;street;houses\nschool-1;x;1', 'order-is-table'],
    ['nothing', '\n \n', 'file-empty'],
  ])('says what to do with %s', async (_, bytes, code) => {
    const stdin = { stdin: Buffer.from(bytes, 'latin1') };
    const argv = ['bind-streets', '--order', '-', '--lang', 'en'];
    const answer = await district.change(streetKeeper, argv, stdin);
    expect(answer).toMatchObject({ code: 3, codes: [code] });
    expect(answer.document.problems[0]?.fix).not.toBeNull();
  });

  it('goes with no flag of a table, and --unread only with it', async () => {
    const refused = async (...argv: readonly string[]) => {
      const answer = await district.change(streetKeeper, ['bind-streets', ...argv, '--lang', 'en']);
      return [answer.code, ...answer.codes];
    };
    expect(await refused('--order', 'a', '--file', 'b')).toEqual([2, 'flags-conflict']);
    expect(await refused('--order', 'a', '--rejects', 'b')).toEqual([2, 'flags-conflict']);
    expect(await refused('--file', 'a', '--unread', 'b')).toEqual([2, 'flag-needs']);
    expect(await refused('--order', 'a', '--unread', '-')).toEqual([2, 'flag-invalid']);
  });
});
