import { describe, expect, it } from 'vitest';
import { bindingFile } from '../../src/input/binding-file.ts';
import { readHeader } from '../../src/input/header.ts';
import { headerKey } from '../../src/input/header-key.ts';
import { fieldNamer } from '../../src/input/header-meaning.ts';
import { orgFile } from '../../src/input/org-file.ts';
import { roleFile } from '../../src/input/role-file.ts';
import { settingsFile } from '../../src/input/settings-file.ts';
import { staffFile } from '../../src/input/staff-file.ts';
import { streetFile } from '../../src/input/street-file.ts';

const place = { file: 'staff.csv', line: 1, record: null, column: null, value: null };
const read = (cells: readonly string[], map = {}) => readHeader(cells, staffFile.spec, map, place);
const fieldOf = (header: string) => [...read([header]).header.columnOf.keys()][0] ?? null;

describe('headers', () => {
  it.each([
    ['iin', 'ЖСН, ИИН, IIN, жсн,\u00a0И И Н ,"iin", \ufeffЖСН, И.И.Н.'],
    ['surname', 'Тегі, Фамилия, Surname, Last name, ФАМИЛИЯ, last_name, Тегi, Teгі'],
    ['given_name', 'Аты, Имя, Given name, First name, АТЫ'],
    ['patronymic', 'Әкесінің аты, Отчество, Patronymic, Middle name, Акесiнiн аты, ӘКЕСІНІҢ АТЫ'],
    ['full_name', 'Аты-жөні, ТАӘ, ФИО, Full name, Ф.И.О., аты жөні'],
    ['position', 'Лауазымы, Қызметі, Должность, Position'],
    [
      'phone',
      'Телефон, Байланыс телефоны, Ұялы телефон, Контактный телефон, Мобильный телефон, Phone, Mobile',
    ],
    ['phone', 'TEЛEФOH, тел\u00adефон'],
    ['email', 'Электрондық пошта, Эл. почта, Электронная почта, E-mail, Email, эл.почта'],
    ['hired_on', 'Жұмысқа қабылданған күні, Дата приёма, Дата приема на работу, Hired on'],
    ['birth_date', 'Туған күні, Дата рождения, Birth date'],
    ['org', 'Мекеме, Білім беру ұйымы, Ұйым, Организация, Школа, Organization, School'],
    ['org_bin', 'БСН, БИН, BIN'],
    ['role', 'Рөлі, Роль, Role'],
    ['iin', 'ЖСН / ИИН, ИИН (ЖСН), ЖСН|ИИН|IIN'],
  ])('%s is known as %s', (field, spellings) => {
    for (const spelling of spellings.split(','))
      expect([spelling, fieldOf(spelling)]).toEqual([spelling, field]);
  });

  it.each([
    ['street', bindingFile.spec, 'Көше, Көшесі, Улица, Street'],
    ['houses', bindingFile.spec, 'Үйлер, Үй нөмірлері, Дома, № дома, Номера домов, Houses'],
    ['settlement', streetFile.spec, 'Елді мекен, Населённый пункт, Населенный пункт, Settlement'],
    ['kato', orgFile.spec, 'ӘАОЖ, КАТО'],
    ['bin', orgFile.spec, 'БСН, БИН, BIN'],
    ['intake', settingsFile.spec, 'Қабылданатын оқушылар саны, Планируемый приём, intake'],
    ['free_choice', settingsFile.spec, 'Өз қалауы бойынша таңдау, Свободный выбор'],
  ])('%s of other files is known too', (field, spec, spellings) => {
    for (const spelling of spellings.split(',')) {
      const { header } = readHeader<string & (typeof spec.fields)[number]['field']>(
        [spelling],
        spec,
        {},
        place,
      );
      expect([spelling, ...header.columnOf.keys()]).toEqual([spelling, field]);
    }
  });

  it.each([
    ['orgs', orgFile.spec],
    ['staff', staffFile.spec],
    ['roles', roleFile.spec],
    ['streets', streetFile.spec],
    ['bindings', bindingFile.spec],
    ['settings', settingsFile.spec],
  ])('no header of %s means two fields', (_, spec) => {
    const owner = new Map<string, string>();
    for (const { field, spellings } of spec.fields)
      for (const spelling of [field, ...spellings]) {
        const key = headerKey(spelling);
        expect([spelling, owner.get(key) ?? field]).toEqual([spelling, field]);
        owner.set(key, field);
      }
  });

  it('leaves out row numbers, our own remarks and what the map names with -', () => {
    const cells = ['№', '№ п/п', 'ИИН', 'ФИО', 'Стаж', '_error_code', '_error', '_fix', '', ''];
    const { header, problems } = read(cells, { Стаж: '-' });
    expect(problems).toEqual([]);
    expect(header.ignored).toEqual(['№', '№ п/п', 'Стаж', '_error_code', '_error', '_fix']);
    expect(header.headers).toHaveLength(8);
  });

  it.each([
    '№ п/п, Пол, Стаж, Категория, Образование, Адрес, Предмет, Классы, Нагрузка, Ставка, Национальность',
    'Гражданство, Семейное положение, Табельный номер, Серия паспорта, Кем выдан, Примечание, Итого, Подпись',
    'Жынысы, Өтілі, Санаты, Білімі, Мекенжайы, Пәні, Сыныбы, Ұлты, Ескерту, Қолы, Жүктемесі, Азаматтығы',
    'Gender, Experience, Category, Education, Address, Subject, Notes, Signature, Citizenship',
  ])('leaves out what a school keeps in its own table: %s', line => {
    const own = line.split(', ');
    const { header, problems, usable } = read(['ИИН', 'ФИО', ...own]);
    expect([problems, usable, header.ignored]).toEqual([[], true, own]);
  });

  it('leaves out a second column like one that is there', () => {
    const { header, problems } = read(['ИИН', 'ФИО', 'Телефон', 'Телефон 2', 'Дата рождения', 'Дата рожд.']);
    expect([problems, header.ignored]).toEqual([[], ['Телефон 2', 'Дата рожд.']]);
  });

  it('offers the columns that mean nothing for the one that is missing', () => {
    const { problems } = read(['Личный код', 'ФИО', 'Стаж']);
    expect(problems).toMatchObject([
      { code: 'column-missing', args: { field: 'iin', unused: ['Личный код', 'Стаж'] } },
    ]);
  });

  it.each([
    ['ИИНН for the IIN', ['ИИНН', 'Фамилии', 'Имя', 'Долж.'], ['iin', 'surname']],
    ['a slip in the full name', ['ИИН', 'ФИОО'], ['full_name']],
  ])('tells one wrong header once: %s', (_, cells, nearest) => {
    const { problems, usable } = read(cells);
    expect(problems.map(({ code }) => code)).toEqual(nearest.map(() => 'column-unknown'));
    expect(problems).toMatchObject(nearest.map(field => ({ args: { nearest: field } })));
    expect(usable).toBe(false);
  });

  it('does not offer a second telephone for the column that is missing', () => {
    const { problems } = read(['Личный код', 'ФИО', 'Телефон', 'Телефон 2']);
    expect(problems).toMatchObject([{ code: 'column-missing', args: { unused: ['Личный код'] } }]);
  });

  it('takes a header from the map', () => {
    const { header, problems } = read(['ИИН', 'ФИО', 'Сотовый'], { СОТОВЫЙ: 'phone' });
    expect(problems).toEqual([]);
    expect(header.columnOf.get('phone')).toBe(2);
  });

  it.each([
    [
      'an unknown column with its nearest field',
      ['ИИН', 'ФИО', 'Телефонный номер'],
      {},
      'column-unknown',
      'phone',
    ],
    ['a slip of the keyboard', ['ИИН', 'ФИО', 'Должнасть'], {}, 'column-unknown', 'position'],
  ])('names %s', (_, cells, map, code, nearest) => {
    const reading = read(cells, map);
    expect(reading.problems).toMatchObject([
      { code, args: { nearest }, where: { line: 1, column: cells[2] } },
    ]);
    expect(reading.usable).toBe(true);
  });

  it.each([
    [
      'column-ambiguous',
      ['ИИН / БИН', 'ИИН', 'ФИО'],
      {},
      { header: 'ИИН / БИН', fields: ['iin', 'org_bin'] },
    ],
    ['column-missing', ['ФИО', 'Телефон'], {}, { field: 'iin' }],
    ['column-missing', ['ИИН', 'Фамилия'], {}, { field: 'given_name' }],
    [
      'column-duplicate',
      ['ИИН', 'ФИО', 'Телефон', 'Phone'],
      {},
      { field: 'phone', headers: ['Телефон', 'Phone'] },
    ],
    ['column-duplicate', ['ИИН', 'ИИН', 'ФИО'], {}, { field: 'iin' }],
    ['header-unrecognised', ['850315400124', 'Ахметова'], {}, { headers: ['850315400124', 'Ахметова'] }],
  ])('%s makes the rows unreadable', (code, cells, map, args) => {
    const reading = read(cells, map);
    expect(reading.problems).toMatchObject([{ code, args }]);
    expect(reading.usable).toBe(false);
  });

  it('tells what is wrong with the map', () => {
    const { problems } = read(['ИИН', 'ФИО'], { Сотовый: 'phone', ФИО: 'имя' });
    expect(problems.map(one => one.code)).toEqual(['map-header-absent', 'map-field-unknown']);
  });

  it('counts a field once when delimiters are compared', () => {
    expect([...fieldNamer(staffFile.spec, {})(['ИИН', 'ЖСН', 'Стаж', '№'])]).toEqual(['iin']);
  });
});
