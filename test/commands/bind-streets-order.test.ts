import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../support/databases.ts';
import { District, streetKeeper } from '../support/district.ts';
import { scenesBefore } from '../support/story.ts';

const orders = join(import.meta.dirname, '../../fixtures/orders');

describe.each(engines)('bind-streets --order on $engine', ({ create }) => {
  let district: District;
  beforeAll(async () => {
    district = await District.open(create, scenesBefore('bind-streets'));
  });
  afterAll(() => district.drop());

  const order = (file: string, ...argv: readonly string[]) => [
    ...['bind-streets', '--order', join(orders, file), '--lang', 'en'],
    ...argv,
  ];
  /** What `list bindings` shows: school, street and houses. */
  const bound = async () =>
    (await district.list('bindings')).map(row => `${row.school} ${row.name_ru ?? row.street}: ${row.houses}`);

  it('writes nothing while a line is unread, and tells each with its line', async () => {
    const answer = await district.refused(streetKeeper, order('city-ru.txt'));
    expect(answer.code).toBe(3);
    const errors = answer.document.problems.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ code, where }) => [where?.line, code])).toEqual([
      [15, 'houses-not-houses'],
      [23, 'houses-crossing'],
      [24, 'houses-ambiguous-dashes'],
      [25, 'order-street-incomplete'],
      [26, 'houses-not-houses'],
      [27, 'order-unclosed'],
      [28, 'street-unknown'],
      [29, 'order-words-unread'],
      [29, 'street-unknown'],
      [30, 'street-range'],
    ]);
    expect(answer.document.summary).toMatchObject({ read: 27, rejected: 10 });
  });

  it('shows what was written beside how it was read', async () => {
    const answer = await district.change(streetKeeper, order('city-ru.txt', '-n'));
    expect(answer.document.reading).toHaveLength(27);
    expect(answer.document.reading?.[3]).toEqual({
      school: 'school-1',
      line: 12,
      written: 'нечётная сторона улицы Пушкина',
      street: 'Ақжайлау, Пушкин көшесі',
      houses: 'odd side',
      parts: [{ words: 'нечётная сторона', effect: 'add', houses: 'odd side' }],
    });
    const text = await district.text(streetKeeper, order('city-ru.txt', '-n'));
    expect(text.stdout).toMatch(/^Line +School +Written +Street +Houses/u);
    expect(text.stdout).toMatch(/24 +school-3 +ул\. Каныша Сатпаева 9А – 17 – 22 – 25 .* not read/u);
  });

  it('reads an order in Kazakh, once, from standard input and in KZ-1048 alike', async () => {
    const kk = readFileSync(join(orders, 'city-kk.txt'), 'utf8');
    const plan = await district.change(streetKeeper, order('city-kk.txt', '-n'));
    expect(plan).toMatchObject({ code: 0, document: { outcome: 'planned', summary: { read: 15, add: 14 } } });
    expect(plan.document.changes.map(({ key, after }) => [key, after?.houses])).toMatchInlineSnapshot(`
      [
        [
          "2027-2028/school-2/акжайлау/avenue/тауелсиздик",
          "1–45 odd",
        ],
        [
          "2027-2028/school-1/акжайлау/lane/гогол",
          "whole street",
        ],
        [
          "2027-2028/school-1/акжайлау/microdistrict/самал 2",
          "5, 6, 12А",
        ],
        [
          "2027-2028/school-1/акжайлау/street/37",
          "1–9 odd; 11",
        ],
        [
          "2027-2028/school-1/акжайлау/street/абай",
          "1–45 odd; 2–60 even",
        ],
        [
          "2027-2028/school-3/акжайлау/street/букар жырау",
          "5–9 odd; 2, 4",
        ],
        [
          "2027-2028/school-2/акжайлау/street/гагарин",
          "1–9 odd",
        ],
        [
          "2027-2028/school-3/акжайлау/street/достык",
          "even side",
        ],
        [
          "2027-2028/school-1/акжайлау/street/жениске жыл 40",
          "from 20 on",
        ],
        [
          "2027-2028/school-2/акжайлау/street/лермонтов",
          "2, 4",
        ],
        [
          "2027-2028/school-3/акжайлау/street/саябак",
          "whole street",
        ],
        [
          "2027-2028/school-2/акжайлау/street/чехов",
          "whole street",
        ],
        [
          "2027-2028/school-1/акжайлау/village/ауыл жан 6",
          "whole street",
        ],
        [
          "2027-2028/school-2/тумарбулак/street/абай",
          "1–15 odd; 20",
        ],
      ]
    `);
    const stdin = { stdin: iconv.encode(kk, 'rk1048') };
    const piped = await district.change(
      streetKeeper,
      ['bind-streets', '--order', '-', '-n', '--lang', 'en'],
      stdin,
    );
    expect(piped.document.digest).toBe(plan.document.digest);
  });

  it('reads a table kept with pipes: cells over several lines, settlements, the branch of a school', async () => {
    const answer = await district.refused(streetKeeper, order('table.txt'));
    expect(answer.document.problems.map(({ code, where }) => [where?.line, code])).toEqual([
      [19, 'houses-crossing'],
      [30, 'order-school-unknown'],
    ]);
    expect(
      answer.document.reading?.map(one => [one.line, one.school, one.street, one.houses]),
    ).toMatchInlineSnapshot(`
      [
        [
          12,
          "school-1",
          "Ақжайлау, Ыбырай Алтынсарин көшесі",
          "whole street",
        ],
        [
          14,
          "school-1",
          "Ақжайлау, Нұрсұлтан Назарбаев даңғылы",
          "14–24 even; 10, 21, 23",
        ],
        [
          18,
          "school-1",
          "Ақжайлау, Жеңіске 40 жыл көшесі",
          "1–15 odd",
        ],
        [
          19,
          "school-1",
          "Ақжайлау, Гагарин көшесі",
          null,
        ],
        [
          25,
          "school-1",
          "Тұмарбұлақ, Абай көшесі",
          "1–9 odd",
        ],
        [
          26,
          "school-1",
          "Тұмарбұлақ, Мектеп көшесі",
          "whole street",
        ],
        [
          28,
          "school-2",
          "Ақжайлау, Қоңыртөбе ауылы",
          "whole street",
        ],
        [
          29,
          "school-2",
          "Ақжайлау, Шолпан бұрылысы",
          "5, 6, 8",
        ],
        [
          30,
          "Школа № 77",
          "Ақжайлау, Чехов көшесі",
          null,
        ],
      ]
    `);
  });

  it('binds the rest with --skip-invalid, and keeps the unread lines to be corrected', async () => {
    const answer = await district.change(
      streetKeeper,
      order('city-ru.txt', '--skip-invalid', '--unread', 'unread.csv'),
    );
    expect(answer.code).toBe(6);
    expect(await bound()).toMatchInlineSnapshot(`
      [
        "school-1 акжайлау/lane/гогол: 11–15 odd; 2 к1, 2 к2, 4, 6, 8, 9/34, 18, 20А",
        "school-1 акжайлау/street/12-207: 5",
        "school-1 акжайлау/street/абай: 1–45 odd; 2–60 even",
        "school-1 акжайлау/street/гогол: whole street",
        "school-1 акжайлау/street/е497: 3",
        "school-1 акжайлау/street/жел 1: 2, 4",
        "school-1 акжайлау/street/жел 2: whole street",
        "school-1 акжайлау/street/жениске жыл 40: 1–15 odd",
        "school-1 акжайлау/street/пушкин: odd side",
        "school-2 акжайлау/avenue/назарбаев нурсултан: 1–11 odd; 2–20 even; 28",
        "school-2 акжайлау/avenue/тауелсиздик: 110–118 even; 94А, 104",
        "school-2 акжайлау/street/гагарин: 1–9 odd; 10",
        "school-2 акжайлау/street/лермонтов: 11, 13",
        "school-2 акжайлау/street/чехов: whole street",
        "school-3 акжайлау/street/саябак: whole street",
        "school-3 тумарбулак/street/абай: 1–9 odd",
        "school-3 тумарбулак/street/мектеп: whole street",
      ]
    `);
    const unread = readFileSync(join(district.database.folder, 'unread.csv'), 'utf8');
    expect(unread.startsWith('\uFEFFschool;street;houses;_error_code;_error;_fix\r\n')).toBe(true);
    expect(unread.split('\r\n').map(line => line.split(';').slice(0, 4).join(';'))).toMatchInlineSnapshot(`
      [
        "﻿school;street;houses;_error_code",
        "school-1;мкр. Самал-2;д. 5, 6, 12, 13, 14 и мкр. Самал-3;houses-not-houses",
        "school-3;улица Бухар жырау;от пересечения с ул. Абая до пересечения с ул. Гоголя;houses-crossing",
        "school-3;ул. Каныша Сатпаева;9А – 17 – 22 – 25;houses-ambiguous-dashes",
        "school-3;ул. Достык;? 1-5;order-street-incomplete order-row-held",
        "school-3;ул. Достык;7, гаражи;houses-not-houses",
        "school-3;ул. Шокана Уалиханова;1-5 (кроме 3;order-unclosed",
        "school-3;ул. Наурыыз;'1-7;street-unknown",
        "school-3;ул. Родниковая;? 1-15;order-words-unread order-row-held",
        "school-3;Ромашковая;3;street-unknown",
        "school-3;1–2 линия;;street-range",
        "",
      ]
    `);
  });

  it('binds what was corrected in the unread lines by --file', async () => {
    const name = 'unread.csv';
    const file = join(district.database.folder, name);
    const corrected = readFileSync(file, 'utf8')
      .replace('д. 5, 6, 12, 13, 14 и мкр. Самал-3', '5, 6, 12, 13, 14')
      .replace(/от пересечения[^;]*/u, '1-9')
      .replace('9А – 17 – 22 – 25', '9А, 17, 22, 25')
      .replace('7, гаражи', '7')
      .replace('(кроме 3', '(кроме 3)')
      .replaceAll(';? ', ';')
      .replace('Наурыыз', 'Наурыз')
      .replace('Ромашковая;3', 'Парковая;3')
      .replace('1–2 линия', 'пер. Шолпан');
    writeFileSync(file, corrected);
    const answer = await district.done(streetKeeper, ['bind-streets', '--file', name, '--lang', 'en']);
    expect(answer.document.summary).toMatchObject({ read: 10, rejected: 0 });
    expect(await district.bound('Достык')).toEqual({ 'school-3': '1–5 odd; 7' });
    expect(await district.bound('Чокана Валиханова')).toEqual({ 'school-3': '1–5 odd, except 3' });
  });
});
