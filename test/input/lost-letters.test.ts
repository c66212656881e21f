import { describe, expect, it } from 'vitest';
import type { InputField } from '../../src/domain/input-problems.ts';
import { bindingFile } from '../../src/input/binding-file.ts';
import { orgFile } from '../../src/input/org-file.ts';
import type { FileKind } from '../../src/input/row-reading.ts';
import { staffFile } from '../../src/input/staff-file.ts';
import { streetFile } from '../../src/input/street-file.ts';
import { bytesSource } from './bytes-source.ts';
import { readAllEntries } from './read-all.ts';

async function codes<F extends InputField, T>(text: string, kind: FileKind<F, T>): Promise<string[]> {
  return (await readAllEntries(bytesSource(text), kind)).codes;
}

const iin = '850315400124';

describe('a letter that was saved as ? is refused', () => {
  it.each([
    ['a surname', `ИИН;Фамилия;Имя\n${iin};Жұма?ұлова;Сәуле\n`],
    ['the first letter of a name', `ИИН;Фамилия;Имя\n${iin};Ахметова;?лия\n`],
    ['a patronymic', `ИИН;Фамилия;Имя;Отчество\n${iin};Ахметова;Алия;Нұрлан?ызы\n`],
    ['a full name', `ИИН;ФИО\n${iin};Ахметова ?лия Нурлановна\n`],
    ['a position', `ИИН;ФИО;Должность\n${iin};Ахметова Алия;бастауыш сынып м??алімі\n`],
    ['an organisation', `ИИН;ФИО;Организация\n${iin};Ахметова Алия;№ 3 м?ктеп\n`],
  ])('in %s of an employee', async (_, text) => {
    expect(await codes(text, staffFile)).toHaveLength(1);
    expect((await codes(text, staffFile))[0]).toMatch(/letters?-lost|lost-letters/);
  });

  it.each([
    ['a name', 'Абай к?шесі;Абая;;;;'],
    ['a kind', 'Абай;Абая;к?ше;;;'],
    ['a settlement', 'Абай;Абая;;А?жайлау;;'],
    ['an alias', 'Абай;Абая;;;Ленин|К?кт?бе;'],
  ])('in %s of a street', async (_, row) => {
    const header = 'name_kk;name_ru;kind;settlement;aliases;houses\n';
    expect(await codes(`${header}${row}\n`, streetFile)).toContain('letters-lost');
  });

  it('in every text of an organisation', async () => {
    const text = 'code;kind;bin;name_kk;name_ru;department\ns;school;940140000385;м?ктеп;Шк?ла;б?лім\n';
    expect(await codes(text, orgFile)).toEqual(['letters-lost', 'letters-lost', 'letters-lost']);
  });

  it('in the names that a binding is found by', async () => {
    const text = 'school;street;houses\n№ 3 м?ктеп;Абай к?шесі;1-5\n';
    expect(await codes(text, bindingFile)).toEqual(['letters-lost', 'letters-lost']);
  });

  it.each(['Кто?', 'директор (?)', 'учитель? завуч', 'Who? me', 'заместитель ?'])(
    'but %s is a question',
    async position => {
      expect(await codes(`ИИН;ФИО;Должность\n${iin};Ахметова Алия;${position}\n`, staffFile)).toEqual([]);
    },
  );
});
