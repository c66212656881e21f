import { describe, expect, it } from 'vitest';
import type { InputField } from '../../src/domain/input-problems.ts';
import { bindingFile } from '../../src/input/binding-file.ts';
import { chooseHeader, headerJudge } from '../../src/input/header-search.ts';
import { roleFile } from '../../src/input/role-file.ts';
import { staffFile } from '../../src/input/staff-file.ts';
import { streetFile } from '../../src/input/street-file.ts';
import type { TableSpec } from '../../src/input/table-spec.ts';
import { bytesSource } from './bytes-source.ts';
import { readAllRows } from './read-all.ts';

function headerAt<F extends InputField>(records: string, spec: TableSpec<F>): number {
  const judge = headerJudge(spec, {});
  return chooseHeader(records.split(' | ').map(record => judge(record.split(';'))));
}

describe('the header among the first records', () => {
  it.each([
    [0, 'ЖСН;ФИО;Телефон | 1;Ахметова;2'],
    [1, 'Список сотрудников;; | ИИН;ФИО;Телефон | 1;Ахметова;2'],
    [3, 'Школа | Телефон: 2-10-10 | на 01.09.2026 | ИИН;ФИО;Школа'],
    [1, 'Школа; | ИИН;ФИО'],
    [1, 'Список | ФИО;Телефон | Ахметова;2'],
    [0, 'ФИО;Телефон | Школа;директор'],
    [0, '850315400124;Ахметова | 900101300176;Оспанов'],
    [0, 'Список | Ещё строка'],
  ])('of employees is number %i of: %s', (at, records) => {
    expect(headerAt(records, staffFile.spec)).toBe(at);
  });

  it.each([
    [1, 'Көшелер тізімі | Көше'],
    [0, 'Вид;Дома | улица;1'],
    [0, 'Абая;улица | Гоголя;переулок'],
    [0, 'А;Б | улица;1'],
    [1, 'Список улиц;; | Наименование;Вид;Дома | Абая;улица;1'],
  ])('of streets is number %i of: %s', (at, records) => {
    expect(headerAt(records, streetFile.spec)).toBe(at);
  });

  it('of bindings and of roles is not a title that names one of their fields', () => {
    expect(headerAt('Школа | Школа;Улица;Дома', bindingFile.spec)).toBe(1);
    expect(headerAt('Роль | ИИН;Роль', roleFile.spec)).toBe(1);
  });

  it('is looked for among the first twenty', async () => {
    const titles = (n: number) => 'Тізім;\n'.repeat(n);
    const found = await readAllRows(bytesSource(`${titles(19)}ИИН;Роль\n1;2\n`), roleFile.spec);
    expect([found.problems, found.rows.map(row => row.line)]).toEqual([[], [21]]);
    const lost = await readAllRows(bytesSource(`${titles(20)}ИИН;Роль\n1;2\n`), roleFile.spec);
    expect(lost.problems).toMatchObject([{ code: 'header-unrecognised', where: { line: 1 } }]);
  });

  it('is found with the delimiter, when titles hold others', async () => {
    const text = 'Мектеп, бастауыш, орта, негізгі\nТізім\nИИН\tРоль\n1\t2\n';
    const { info, rows } = await readAllRows(bytesSource(text), roleFile.spec);
    expect([info?.delimiter, info?.skipped, rows.length]).toEqual([
      '\t',
      [
        { line: 1, text: 'Мектеп, бастауыш, орта, негізгі' },
        { line: 2, text: 'Тізім' },
      ],
      1,
    ]);
  });
});
