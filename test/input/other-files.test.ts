import { describe, expect, it } from 'vitest';
import { bindingFile } from '../../src/input/binding-file.ts';
import { orgFile } from '../../src/input/org-file.ts';
import { roleFile } from '../../src/input/role-file.ts';
import { settingsFile } from '../../src/input/settings-file.ts';
import { streetFile } from '../../src/input/street-file.ts';
import { bytesSource } from './bytes-source.ts';
import { readAllEntries } from './read-all.ts';

const orgHeader = 'code,kind,bin,name_kk,name_ru,department,kato,territory\n';

describe('a file of organisations', () => {
  it('gives departments and schools; a blank cell says nothing', async () => {
    const { values, problems } = await readAllEntries(
      bytesSource(
        `${orgHeader}aq,білім бөлімі,940140000385,Ақжайлау бөлімі,Отдел,,111010000,\ns5,Школа,961141000023,№ 5 мектеп,Школа № 5,aq,,жоқ\n`,
      ),
      orgFile,
    );
    expect(problems).toEqual([]);
    expect(values).toMatchObject([
      { code: 'aq', kind: 'department', department: null, kato: '111010000', territory: null },
      { code: 's5', kind: 'school', bin: '961141000023', department: 'aq', kato: null, territory: 'none' },
    ]);
  });

  it('tells every wrong cell', async () => {
    const { codes } = await readAllEntries(
      bytesSource(`${orgHeader},лицей,940140000386,,Школа,,11101,может\n`),
      orgFile,
    );
    expect(codes).toEqual([
      'cell-missing',
      'org-kind-unknown',
      'bin-check-digit',
      'cell-missing',
      'kato-malformed',
      'territory-unknown',
    ]);
  });
});

describe('a file of roles', () => {
  it('gives IIN and role, and warns of the same pair twice', async () => {
    const { values, codes } = await readAllEntries(
      bytesSource('ЖСН;Рөлі\n850315400124;директор\n850315400124;орындаушы\n850315400124;director\n'),
      roleFile,
    );
    expect(values).toEqual([
      { iin: '850315400124', role: 'director' },
      { iin: '850315400124', role: 'executor' },
    ]);
    expect(codes).toEqual(['row-duplicate']);
  });
});

describe('a file of streets', () => {
  it('keeps names and houses as written; one name stands for both; other names stand between bars', async () => {
    const { values, problems } = await readAllEntries(
      bytesSource(
        'name_kk;name_ru;kind;settlement;aliases;houses\nАбай көшесі;ул.  Абая;;;Ленин | Фрунзе ;1-45, 12 "а"\n;пер. Гоголя;переулок;;;\n',
      ),
      streetFile,
    );
    expect(problems).toEqual([]);
    expect(values).toEqual([
      {
        name_kk: 'Абай көшесі',
        name_ru: 'ул. Абая',
        named: 'both',
        kind: null,
        settlement: null,
        aliases: ['Ленин', 'Фрунзе'],
        houses: '1-45, 12 "а"',
      },
      {
        name_kk: 'пер. Гоголя',
        name_ru: 'пер. Гоголя',
        named: 'ru',
        kind: 'переулок',
        settlement: null,
        aliases: [],
        houses: null,
      },
    ]);
  });

  it('needs one column of names, and a name in every row', async () => {
    expect((await readAllEntries(bytesSource('Улица\nАбая\n'), streetFile)).codes).toEqual([]);
    expect((await readAllEntries(bytesSource('Вид;Дома\nулица;1\n'), streetFile)).codes).toEqual([
      'column-missing',
    ]);
    expect((await readAllEntries(bytesSource('Улица;Вид\n;улица\n'), streetFile)).codes).toEqual([
      'cell-missing',
    ]);
  });
});

describe('a file of bindings', () => {
  it('keeps school, street and houses as written', async () => {
    const { values } = await readAllEntries(
      bytesSource('Мектеп;Көше;Үйлер\nschool-1;Абай көшесі;" 1-45,\n49"\nschool-1;Гоголь;\n'),
      bindingFile,
    );
    expect(values).toEqual([
      { school: 'school-1', street: 'Абай көшесі', houses: '1-45,\n49', share: null, sharedHouses: '' },
      { school: 'school-1', street: 'Гоголь', houses: '', share: null, sharedHouses: '' },
    ]);
  });
});

describe('a file of year settings', () => {
  const header = 'Школа;Всего мест;Планируемый приём;Наполняемость класса;Свободный выбор;Класс-комплекты\n';

  it('gives the settings of each school', async () => {
    const { values } = await readAllEntries(
      bytesSource(`${header}school-1;1200;75;25;нет;kk general 2x25, ru general 1x25\n`),
      settingsFile,
    );
    expect(values).toMatchObject([
      {
        school: 'school-1',
        settings: {
          total_places: 1200,
          intake: 75,
          class_size: 25,
          free_choice: false,
          classes: [{ sets: 2 }, { sets: 1 }],
        },
      },
    ]);
  });

  it('tells every wrong cell', async () => {
    const { codes } = await readAllEntries(bytesSource(`${header};0;-5;много;наверное;\n`), settingsFile);
    expect(codes).toEqual([
      'cell-missing',
      'number-below',
      'number-below',
      'number-malformed',
      'yes-no-unknown',
      'cell-missing',
    ]);
  });
});
