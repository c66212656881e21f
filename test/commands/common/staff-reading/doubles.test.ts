import { describe, expect, it } from 'vitest';
import { readStaffText } from '../../../support/read-staff.ts';

const ONE = '850315400124';

describe('rows of one person', () => {
  it('that say the same are used once; the second is told', async () => {
    const { people, problems, read, rejected } = await readStaffText(
      `ИИН;ФИО;Телефон\n${ONE};Ахметова Айгүл;87017619108\n${ONE};Ахметова  Айгүл;+7 701 761 91 08\n`,
    );
    expect(people).toHaveLength(1);
    expect(problems).toMatchObject([
      { code: 'row-duplicate', severity: 'warning', args: { first: 2 }, where: { line: 3 } },
    ]);
    expect({ read, rejected }).toEqual({ read: 2, rejected: 0 });
  });

  it('that differ are both errors, each naming the line of the other', async () => {
    const { problems, batches } = await readStaffText(
      `ИИН;ФИО\n${ONE};Ахметова Айгүл\n${ONE};Ахметова Айгерім\n`,
    );
    expect(problems).toMatchObject([
      { code: 'row-conflict', severity: 'error', args: { iin: ONE, first: 3 }, where: { line: 2 } },
      { code: 'row-conflict', severity: 'error', args: { iin: ONE, first: 2 }, where: { line: 3 } },
    ]);
    expect(batches.flatMap(({ conflicts }) => conflicts)).toEqual([`school-1/${ONE}`]);
  });

  it('that are known to differ are none of them used', async () => {
    const text = `ИИН;ФИО\n${ONE};Ахметова Айгүл\n${ONE};Ахметова Айгерім\n${ONE};Ахметова Айгүл\n900215300126;Сейітов Арман\n`;
    const { people, problems, read, rejected } = await readStaffText(text, {
      conflicting: new Set([`school-1/${ONE}`]),
    });
    expect(people.map(({ iin }) => iin)).toEqual(['900215300126']);
    expect(problems.map(({ code, where }) => `${code} ${where?.line}`)).toEqual([
      'row-conflict 2',
      'row-conflict 3',
      'row-duplicate 4',
    ]);
    expect({ read, rejected }).toEqual({ read: 4, rejected: 2 });
  });

  it('may name two organisations, or one of them in two ways, and give two roles', async () => {
    const { people, roles, problems, read } = await readStaffText(
      `ИИН;ФИО;Школа;Роль\n${ONE};Ахметова Айгүл;school-1;director\n` +
        `${ONE};Ахметова Айгүл;school-2;admin\n` +
        `${ONE};Ахметова Айгүл;№ 2 мектеп;executor\n${ONE};Ахметова Айгүл;school-2;executor\n`,
    );
    expect(people.map(({ org }) => org)).toEqual(['school-1', 'school-2']);
    expect(roles.map(({ org, role }) => `${org} ${role}`)).toEqual([
      'school-1 director',
      'school-2 admin',
      'school-2 executor',
    ]);
    expect(problems).toMatchObject([{ code: 'row-duplicate', args: { first: 3 }, where: { line: 5 } }]);
    expect(read).toBe(4);
  });

  it('are found though one of them had its zeros or its apostrophe repaired', async () => {
    const young = '050412500120';
    const { people, problems } = await readStaffText(
      `ИИН;ФИО\n${young};Ахметова Айгүл\n${young.slice(1)};Ахметова Айгүл\n'${young};Ахметова Айгүл\n`,
    );
    expect(people).toHaveLength(1);
    expect(problems.map(({ code, where }) => `${code} ${where?.line}`)).toEqual([
      'row-duplicate 3',
      'row-duplicate 4',
    ]);
  });
});

describe('an organisation that a row names twice', () => {
  it('is found by its BIN beside a loose name, and refused beside the name of another', async () => {
    const { people, problems } = await readStaffText(
      `ИИН;ФИО;Школа;БИН\n${ONE};Ахметова Айгүл;біздің мектеп;950940007313\n` +
        '900215300126;Сейітов Арман;school-2;950940007313\n',
    );
    expect(people.map(({ org }) => org)).toEqual(['school-1']);
    expect(problems).toMatchObject([
      { code: 'org-contradicted', args: { org: 'school-2' }, where: { line: 3 } },
    ]);
  });
});

describe('an e-mail address', () => {
  it.each(['\u200b', '\u00a0'])('is the same with “%s” before it', async dirt => {
    const { problems } = await readStaffText(
      `ИИН;ФИО;Почта\n${ONE};Ахметова Айгүл;${dirt}a@mail.example\n900215300126;Сейітов Арман;a@mail.example\u200b\n`,
    );
    expect(problems.map(({ code }) => code)).toEqual(['email-shared']);
  });

  it('that two people have is told with the person and the line of the first', async () => {
    const { people, problems } = await readStaffText(
      `ИИН;ФИО;Почта\n${ONE};Ахметова Айгүл;mektep@mail.example\n900215300126;Сейітов Арман;Mektep@mail.example\n`,
    );
    expect(people).toHaveLength(2);
    expect(problems).toMatchObject([
      { code: 'email-shared', severity: 'warning', args: { iin: ONE, line: 2 }, where: { line: 3 } },
    ]);
  });

  it('that one person has at two organisations is not worth a word', async () => {
    const { problems } = await readStaffText(
      `ИИН;ФИО;Почта;Школа\n${ONE};Ахметова Айгүл;a@mail.example;school-1\n${ONE};Ахметова Айгүл;a@mail.example;school-2\n`,
    );
    expect(problems).toEqual([]);
  });
});
