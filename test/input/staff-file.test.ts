import { describe, expect, it } from 'vitest';
import { staffFile } from '../../src/input/staff-file.ts';
import { bytesSource } from './bytes-source.ts';
import { readAllEntries } from './read-all.ts';

const read = (text: string) => readAllEntries(bytesSource(text), staffFile);

describe('a staff file', () => {
  it('gives one employee per row: phone E.164, dates ISO, blanks null', async () => {
    const { values, problems } = await read(
      'ЖСН;Тегі;Аты;Әкесінің аты;Лауазымы;Телефон;Эл. почта;Дата приёма;Дата рождения\n' +
        '850315400124;Ахметова;Айгүл;Сәкенқызы;мұғалім;8 (701) 761-91-08;a.akhmetova@mail.kz;01.09.2020;15.03.1985\n' +
        '791122400779;Ким;Лариса;;;;;;\n',
    );
    expect(problems).toEqual([]);
    expect(values).toEqual([
      {
        iin: '850315400124',
        surname: 'Ахметова',
        given_name: 'Айгүл',
        patronymic: 'Сәкенқызы',
        position: 'мұғалім',
        phone: '+77017619108',
        email: 'a.akhmetova@mail.kz',
        hired_on: '2020-09-01',
        org: null,
        org_bin: null,
        role: null,
      },
      {
        iin: '791122400779',
        surname: 'Ким',
        given_name: 'Лариса',
        patronymic: null,
        position: null,
        phone: null,
        email: null,
        hired_on: null,
        org: null,
        org_bin: null,
        role: null,
      },
    ]);
  });

  it('takes the full name from one cell, and from its parts where both are written', async () => {
    const { values, problems } = await read(
      'ИИН,ФИО,Фамилия,Имя\n850315400124,Ахметова Айгүл Сәкенқызы,,\n791122400779,Кто-то Другой,Ким,Лариса\n',
    );
    expect(problems).toEqual([]);
    expect(values.map(row => [row.surname, row.given_name, row.patronymic])).toEqual([
      ['Ахметова', 'Айгүл', 'Сәкенқызы'],
      ['Ким', 'Лариса', null],
    ]);
  });

  it('reads the organisation and the role where the file names them', async () => {
    const { values } = await read(
      'ИИН;ФИО;Школа;БИН;Роль\n850315400124;Ахметова Айгүл;№ 3;940140000385;director\n',
    );
    expect(values).toMatchObject([{ org: '№ 3', org_bin: '940140000385', role: 'director' }]);
  });

  it('tells all problems of all rows at once, each with its place', async () => {
    const { entries, problems } = await read(
      'ЖСН;Тегі;Аты;Телефон;Дата приёма\n' +
        '850315400125;;Айгүл;12;31.02.2020\n' +
        '791122400779;Ким;"Лариса\n";;\n' +
        '5,12156E+11;Ли;Анна;;\n',
    );
    expect(entries).toHaveLength(1);
    expect(
      problems.map(one => [
        one.code,
        one.where?.line,
        one.where?.record,
        one.where?.column,
        one.where?.value,
      ]),
    ).toEqual([
      ['iin-check-digit', 2, 1, 'ЖСН', '850315400125'],
      ['cell-missing', 2, 1, 'Тегі', ''],
      [problems[2]?.code, 2, 1, 'Телефон', '12'],
      ['date-impossible', 2, 1, 'Дата приёма', '31.02.2020'],
      ['iin-exponent', 5, 3, 'ЖСН', '5,12156E+11'],
    ]);
  });

  it('compares the birth date with the IIN and warns when they differ', async () => {
    const { entries, problems } = await read(
      'ИИН;ФИО;Дата рождения\n850315400124;Ахметова Айгүл;16.03.1985\n',
    );
    expect(entries).toHaveLength(1);
    expect(problems).toMatchObject([
      {
        code: 'birth-date-mismatch',
        severity: 'warning',
        args: { stated: '1985-03-16', from_iin: '1985-03-15' },
      },
    ]);
  });
});
