import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holder, scenes, story } from '../../fixtures/story.ts';
import { engines } from '../support/databases.ts';
import { District, streetKeeper } from '../support/district.ts';
import { parseDocument } from '../support/json-schemas.ts';
import { textRow, workbook } from '../support/workbook.ts';

const admin = story.admin.iin;
const inWindow = () => new Date('2027-05-01T07:00:00Z');

describe.each(engines)('find-school on $engine', ({ create }) => {
  let district: District;
  beforeAll(async () => {
    district = await District.open(create, scenes);
  });
  afterAll(() => district.drop());

  const ask = async (address: string, clock = inWindow, as = admin) => {
    const run = await district.text(as, ['find-school', address, '--json', '--lang', 'en'], { clock });
    return { ...run, document: parseDocument(run, 'qabyl.address/1') };
  };

  it.each([
    ['г. Акжайлау, ул. Абая 45А, кв. 5', 'Ақжайлау, Абай көшесі', '45А', ['school-1']],
    ['Ақжайлау қ., Бұқар жырау көш., 26 үй', 'Ақжайлау, Бұқар жырау көшесі', '26', ['school-2']],
    ['проспект Назарбаева Нурсултана, 120', 'Ақжайлау, Нұрсұлтан Назарбаев даңғылы', '120', ['school-2']],
    ['Lermontov str. 3', 'Ақжайлау, Лермонтов көшесі', '3', ['school-1']],
    ['мкр. Самал-2, 2/1', 'Ақжайлау, Самал-2 ықшам ауданы', '2/1', ['school-1']],
  ])('one school: %s', async (address, street, house, schools) => {
    const { code, document } = await ask(address);
    expect(document).toMatchObject({ outcome: 'one', address, street, house, doubt: null, notes: [] });
    expect(document.schools.map(({ org }) => org)).toEqual(schools);
    expect(code).toBe(0);
  });

  it('says why, whether one can apply now, and who takes free choice', async () => {
    const { document } = await ask('г. Акжайлау, ул. Абая 45А');
    expect(document.schools).toEqual([
      {
        org: 'school-1',
        can_apply: true,
        because: [
          'Bound to it on Ақжайлау, Абай көшесі: 1–45 odd; 2–60 even.',
          'The settlement decides: Ақжайлау. Others have a street of this name too.',
        ],
        ready: true,
        failing: [],
        opens: '2027-04-01',
        closes: '2027-08-31',
        notes: ['Applications are accepted now, until 2027-08-31.'],
      },
    ]);
    const settings = await district.list('settings');
    const free = settings.filter(row => row.free_choice === true).map(row => ({ org: row.school }));
    expect(free.length).toBeGreaterThan(0);
    expect(document.free_choice).toEqual(free);
  });

  it.each([
    ['2027-03-31T18:59:00Z', false, 'Applications are accepted from 2027-04-01 on.'],
    ['2027-03-31T19:00:00Z', true, 'Applications are accepted now, until 2027-08-31.'],
    ['2027-08-31T18:59:00Z', true, 'Applications are accepted now, until 2027-08-31.'],
    ['2027-08-31T19:00:00Z', false, 'Applications were accepted until 2027-08-31.'],
  ])('counts the window by the days of Kazakhstan: %s', async (now, can_apply, note) => {
    const { document } = await ask('ул. Лермонтова 3', () => new Date(now));
    expect(document.schools).toMatchObject([{ org: 'school-1', can_apply, notes: [note] }]);
  });

  it('tells that a school is not ready, and only those who may read it what is missing', async () => {
    const { document } = await ask('Бұқар жырау көш. 26');
    expect(document.schools).toMatchObject([{ org: 'school-2', can_apply: false, ready: false }]);
    expect(document.schools[0]?.failing).toContain('executor-appointed');
    const other = await ask('Бұқар жырау көш. 26', inWindow, holder('school-1', 'admin'));
    expect(other.document.schools).toMatchObject([{ org: 'school-2', can_apply: false, failing: [] }]);
  });

  it.each([
    ['ул. Абая 5', 'unknown-street', 'address-street-several'],
    ['ул. Абая 5, село Аксу', 'unknown-street', 'address-settlement-unknown'],
    ['г. Акжайлау, ул. Абая', 'unknown-street', 'address-house-missing'],
    ['г. Акжайлау, ул. Абая 12-45', 'unknown-street', 'address-house-unclear'],
    ['ул. Абоя 5', 'unknown-street', 'address-street-unknown'],
    ['кв. 5', 'unknown-street', 'address-without-street'],
    ['шоссе Алматинское, 9', 'none', null],
  ])('never falls back on a school: %s → %s', async (address, outcome, doubt) => {
    const { code, document } = await ask(address);
    expect(document).toMatchObject({ outcome, doubt, schools: [] });
    expect(document.notes.length).toBeGreaterThan(0);
    expect(code).toBe(8);
  });

  it('proposes the nearest streets and the command that binds a house', async () => {
    expect((await ask('ул. Лермонтава 5')).document.nearest).toEqual(['Ақжайлау, Лермонтов көшесі']);
    const { document } = await ask('шоссе Алматинское, 9');
    expect(document.notes.join('\n')).toContain('--street "Ақжайлау, Алматы тас жолы" --houses 9');
    expect(document.notes.join('\n')).toContain('does not know a house 9');
  });

  it('names every school of a shared house with the reason', async () => {
    const shared = ['--school', 'school-3', '--street', 'Лермонтов көшесі', '--houses', '3'];
    await district.done(streetKeeper, ['bind-streets', ...shared, '--share', 'орыс сыныптары', '--yes']);
    const { code, document } = await ask('Лермонтова 3');
    expect(code).toBe(8);
    expect(document.outcome).toBe('several');
    expect(document.schools.map(({ org }) => org)).toEqual(['school-1', 'school-3']);
    for (const school of document.schools) expect(school.because.join()).toContain('орыс сыныптары');
    expect((await ask('Лермонтова 5')).document.outcome).toBe('one');
    await district.done(streetKeeper, ['bind-streets', ...shared, '--unbind', '--yes']);
  });

  it.each([
    ['en', 'one school', 'Any parent may choose'],
    ['ru', 'одна школа', 'Любой родитель может выбрать'],
    ['kk', 'бір мектеп', 'Кез келген ата-ана'],
  ])('speaks %s', async (lang, verdict, free) => {
    const run = await district.text(admin, ['find-school', 'Лермонтова 3', '--lang', lang], {
      clock: inWindow,
    });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toContain(verdict);
    expect(run.stdout).toContain(free);
    const unknown = await district.text(admin, ['find-school', 'Лермонтава 3', '--lang', lang]);
    expect(unknown.code).toBe(8);
    expect(unknown.stdout).toMatch(/^✗ .*Лермонтава.*\n.*Ақжайлау, Лермонтов көшесі/u);
  });

  describe('--file', () => {
    const table = async (lines: readonly string[], ...flags: readonly string[]) => {
      const file = district.file(...lines);
      const run = await district.text(admin, ['find-school', '--file', file, '--lang', 'en', ...flags]);
      return { ...run, lines: run.stdout.split(/\r?\n/).slice(0, -1) };
    };

    it('answers every row behind its own columns', async () => {
      const { code, lines, stderr } = await table([
        'Бала;Мекенжай',
        'Ә.;Ақжайлау қ., Лермонтов көш., 3 үй',
        'Б.;ул. Абая 5',
        'В.;шоссе Алматинское, 9',
        'Г.;',
        'Д.;Абая 5;лишнее',
        'Е.;Ле?монтова 5',
        '"Ж";"г. Акжайлау, ул. Абая 45А, кв. 5"',
      ]);
      const rows = lines.map(line => line.split(';'));
      expect(rows[0]?.slice(0, 2)).toEqual(['Бала', 'Мекенжай']);
      expect(rows[0]?.slice(2)).toEqual([
        ...['outcome', 'schools', 'can_apply', 'opens', 'closes'],
        ...['street', 'house', 'because', 'free_choice', 'note'],
      ]);
      const season = ['no', '2027-04-01', '2027-08-31'];
      expect(rows.slice(1).map(row => [row[0], ...row.slice(2, 9)])).toEqual([
        ['Ә.', 'one', 'school-1', ...season, 'Ақжайлау, Лермонтов көшесі', '3'],
        ['Б.', 'unknown-street', '', '', '', '', '', ''],
        ['В.', 'none', '', '', '', '', 'Ақжайлау, Алматы тас жолы', '9'],
        ['Г.', 'unread', '', '', '', '', '', ''],
        ['Д.', 'unread', '', '', '', '', '', ''],
        ['Е.', 'unread', '', '', '', '', '', ''],
        ['Ж', 'one', 'school-1', ...season, 'Ақжайлау, Абай көшесі', '45А'],
      ]);
      expect(stderr).toContain('7 addresses answered');
      expect(stderr).toContain('Columns that are not read and stand in the answer as they are: Бала.');
      expect(stderr).toContain(
        'One school: 2; no school: 1; several: 0; street or house unclear: 1; rows that cannot be read: 3.',
      );
      expect(code).toBe(8);
    });

    it('says of each row what is said of one address', async () => {
      const shared = ['--school', 'school-2', '--street', 'Лермонтов көшесі', '--houses', '3'];
      await district.done(streetKeeper, ['bind-streets', ...shared, '--share', 'орыс сыныптары', '--yes']);
      const addresses = [
        'г. Акжайлау, ул. Абая 45А',
        'Лермонтова 3',
        'ул. Лермонтава 5',
        'шоссе Алматинское, 9',
      ];
      const file = district.file('Адрес;х', ...addresses.map(one => `${one};`));
      const asked = ['find-school', '--file', file, '--lang', 'en'];
      const run = await district.text(admin, asked, { clock: inWindow });
      const rows = run.stdout.split(/\r?\n/).slice(1, -1);
      for (const [i, address] of addresses.entries()) {
        const { document } = await ask(address);
        const { outcome, schools } = document;
        const cells = (rows[i] ?? '').split(';');
        const each = (show: (school: (typeof schools)[number]) => string) => schools.map(show).join('|');
        expect(cells.slice(2, 7)).toEqual([
          ...[outcome, each(({ org }) => org), each(({ can_apply }) => (can_apply ? 'yes' : 'no'))],
          ...[each(({ opens }) => opens), each(({ closes }) => closes)],
        ]);
        for (const { because } of schools) for (const reason of because) expect(rows[i]).toContain(reason);
        for (const near of document.nearest) expect(rows[i]).toContain(near);
        expect(rows[i]).toContain(document.free_choice.map(({ org }) => org).join('|'));
      }
      expect(rows.map(row => row.split(';')[4])).toEqual(['yes', 'yes|no', '', '']);
      await district.done(streetKeeper, ['bind-streets', ...shared, '--unbind', '--yes']);
    });

    it.each([
      ['Абая 45А', 'Ақжайлау', 'one', ''],
      ['Абая 45А', 'Бесагаш', 'unknown-street', '“Бесагаш”'],
      ['Жамбыла 5', 'Тұмарбұлақ', 'unknown-street', '“Тұмарбұлақ”'],
      ['г. Акжайлау, Абая 45А', 'Тұмарбұлақ', 'unknown-street', '“Тұмарбұлақ”, “Акжайлау”'],
    ])('is as strict about a column of settlements as about one in the address: %s in %s', async (...row) => {
      const [address, settlement, outcome, note] = row;
      const { lines } = await table(['Адрес;Населённый пункт', `${address};${settlement}`]);
      expect(lines[1]?.split(';')[2]).toBe(outcome);
      expect(lines[1]).toContain(note);
    });

    it('takes the block of a house from a column of its own', async () => {
      const { lines } = await table([
        'Улица;Дом;Корпус;Квартира',
        'Лермонтова;3;2;5',
        'Лермонтова;3;А;',
        'Лермонтова;3;;5',
      ]);
      expect(lines.slice(1).map(line => line.split(';')[10])).toEqual(['3 к2', '3 корп. А', '3']);
    });

    describe('as people send it', () => {
      const rows = [
        ['№', 'Мекенжай'],
        ['1', 'г. Акжайлау, ул. Абая 45А, кв. 5'],
        ['2', 'шоссе Алматинское, 9'],
      ] as const;
      const lines = rows.map(row => row.join(';')).join('\r\n');
      const files: readonly [string, Buffer, ...string[]][] = [
        [
          'a workbook',
          workbook({ sheets: [{ name: 'Лист1', rows: rows.map((row, i) => textRow(i + 1, row)).join('') }] }),
        ],
        ['UTF-16 with tabs', Buffer.from(`\uFEFF${lines.replaceAll(';', '\t')}\r\n`, 'utf16le')],
        ['windows-1251', iconv.encode(`${lines.replace('Мекенжай', 'Адрес')}\r\n`, 'win1251')],
        ['UTF-8 with BOM', Buffer.from(`\uFEFF${lines}\r\n`)],
      ];

      it.each(files)('%s, from a file and from standard input', async (name, bytes) => {
        const file = `мекенжайлар.${name === 'a workbook' ? 'xlsx' : 'csv'}`;
        writeFileSync(join(district.database.folder, file), bytes);
        const from = await district.text(admin, ['find-school', '--file', file, '--lang', 'en']);
        const piped = await district.text(admin, ['find-school', '--file', '-', '--lang', 'en'], {
          stdin: bytes,
        });
        expect(piped.stdout).toBe(from.stdout);
        const sign = name === 'UTF-16 with tabs' ? '\t' : ';';
        const answered = from.stdout.split('\r\n').map(line => line.split(sign));
        expect(answered.slice(1, 3).map(cells => [...cells.slice(0, 4), cells[8]])).toEqual([
          ['1', rows[1][1], 'one', 'school-1', '45А'],
          ['2', rows[2][1], 'none', '', '9'],
        ]);
        expect(from.code).toBe(8);
      });
    });

    it('takes the street, the house and the settlement from columns of their own', async () => {
      const { code, lines } = await table([
        'Улица,Дом,Населённый пункт',
        'Абая,45А,Ақжайлау',
        'Абая,7,Тумарбулак',
      ]);
      expect(lines.slice(1).map(line => line.split(',').slice(3, 5))).toEqual([
        ['one', 'school-1'],
        ['one', 'school-3'],
      ]);
      expect(code).toBe(0);
    });

    it('writes a file, and its counts as JSON', async () => {
      const { code, stdout } = await table(['address', 'Лермонтова 3'], '-o', 'жауап.csv', '--json');
      expect(code).toBe(0);
      expect(JSON.parse(stdout)).toEqual({
        ...{ schema: 'qabyl.addresses/1', output: 'жауап.csv', read: 1 },
        ...{ one: 1, none: 0, several: 0, unknown: 0, unread: 0 },
      });
      const written = readFileSync(join(district.database.folder, 'жауап.csv'), 'utf8');
      expect(written.split('\n')[1]).toContain('Лермонтова 3;one;school-1');
    });

    it('answers a file of many pieces without dropping a row', async () => {
      const rows = Array.from({ length: 20_000 }, (_, n) => `${n};ул. Лермонтова, ${(n % 90) + 1}`);
      writeFileSync(join(district.database.folder, 'көп.csv'), `n;Адрес\n${rows.join('\n')}\n`);
      const run = await district.text(admin, ['find-school', '--file', 'көп.csv', '--lang', 'en']);
      const answered = run.stdout.split('\n').slice(1, -1);
      expect(answered.map(line => Number(line.split(';')[0]))).toEqual(rows.map((_, n) => n));
      expect(run.code).toBe(0);
    });

    it.each([
      ['no column of addresses', ['ФИО;Телефон', 'а;б'], 'header-unrecognised'],
      ['an empty file', [''], 'file-empty'],
      ['an unclosed quote', ['Адрес;х', '"Абая 5;х'], 'quote-unclosed'],
    ])('refuses %s with exit 3', async (_, lines, problem) => {
      const { code, stdout } = await table(lines, '-o', 'бос.csv', '--json');
      expect(code).toBe(3);
      expect(JSON.parse(stdout).problems.map((one: { code: string }) => one.code)).toContain(problem);
    });
  });

  describe('a street whose settlement the list leaves open', () => {
    const name = 'Ашық аспан көшесі';
    beforeAll(async () => {
      const list = district.file('name_kk,name_ru', `${name},улица Ашык аспан`);
      await district.done(streetKeeper, ['import-streets', list, '--yes']);
      const bound = ['--school', 'school-3', '--street', name, '--houses', '1-9'];
      await district.done(streetKeeper, ['bind-streets', ...bound, '--yes']);
    });

    it.each([
      ['en', '“Астана” was not checked'],
      ['ru', '«Астана» не проверялось'],
      ['kk', '«Астана» тексерілмеді'],
    ])('is answered with a note that the city was not checked, in %s', async (lang, note) => {
      const address = 'г. Астана, ул. Ашык аспан, 5';
      const asked = ['find-school', address, '--lang', lang];
      const text = await district.text(admin, asked);
      expect(text).toMatchObject({ code: 0, stdout: expect.stringContaining(note) });
      const document = parseDocument(await district.text(admin, [...asked, '--json']), 'qabyl.address/1');
      expect(document).toMatchObject({ outcome: 'one', notes: [expect.stringContaining(note)] });
      const file = district.file('Адрес;х', `${address};`);
      const table = await district.text(admin, ['find-school', '--file', file, '--lang', lang]);
      expect(table).toMatchObject({ code: 0, stdout: expect.stringContaining(note) });
    });

    it('is answered alike for a column of one city, with its word and without', async () => {
      const rows = ['г. Астана', 'Астана', 'Бесагаш'].map(place => `ул. Ашык аспан, 5;${place}`);
      const file = district.file('Адрес;Населённый пункт', ...rows);
      const table = await district.text(admin, ['find-school', '--file', file, '--lang', 'en']);
      const [, withWord = '', bare = '', village = ''] = table.stdout.split('\r\n').join('\n').split('\n');
      expect(bare.split(';').slice(2)).toEqual(withWord.split(';').slice(2));
      expect(bare.split('“Астана” was not checked')).toHaveLength(2);
      expect(village.split(';')[2]).toBe('unknown-street');
    });

    it('is no street of a village that the list does not have', async () => {
      const { code, document } = await ask('село Бесагаш, ул. Ашык аспан, 5');
      expect(document).toMatchObject({ doubt: 'address-settlement-unknown', schools: [] });
      expect(code).toBe(8);
      const plain = await ask('ул. Ашык аспан, 5');
      expect(plain).toMatchObject({ code: 0, document: { outcome: 'one', notes: [] } });
    });
  });

  it.each([
    ['ru', 'В списке улиц нет «мкр Самал-9».'],
    ['kk', 'Көшелер тізімінде «мкр Самал-9» жоқ.'],
    ['en', 'The street list has no “мкр Самал-9”.'],
  ])('calls what the list does not have as it was written, in %s', async (lang, sentence) => {
    const run = await district.text(admin, ['find-school', 'мкр Самал-9, дом 3', '--lang', lang]);
    expect(run.stdout).toContain(sentence);
  });

  it('says in Russian that a house is bound to no school', async () => {
    const run = await district.text(admin, ['find-school', 'шоссе Алматинское, 9', '--lang', 'ru']);
    expect(run.stdout).toContain('9: не закреплено ни за одной школой.');
  });

  it.each([
    [['find-school', 'Абая 5', '--file', 'x.csv'], 'flags-conflict', 2],
    [['find-school', 'Абая 5', '--sheet', '1'], 'flag-needs', 2],
    [['find-school', '--file', 'x.csv'], 'answers-are-csv', 2],
    [['find-school'], 'flag-missing', 2],
    [['find-school', 'Абая 5', '--department', 'нет такого'], 'org-unknown', 3],
  ])('refuses a wrong command line: %j', async (argv, problem, exit) => {
    const run = await district.text(admin, [...argv, '--json']);
    const { problems } = parseDocument(run, 'qabyl.error/1');
    expect(problems.map(({ code }) => code)).toEqual([problem]);
    expect(run.code).toBe(exit);
  });
});
