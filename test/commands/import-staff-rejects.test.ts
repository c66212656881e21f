import { linkSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { scenes, story } from '../../fixtures/story.ts';
import { encoderFor } from '../../src/input/encoding/encoder.ts';
import { engines } from '../support/databases.ts';
import { District } from '../support/district.ts';
import { inventIin, mistype } from '../support/people.ts';

const admin = story.admin.iin;
const [ONE, TWO, THREE, FOUR] = [1, 2, 3, 4].map(inventIin) as [string, string, string, string];

/** A staff file in some form: its first two rows good, the other two wrong in a way that `corrected` mends. */
interface Sent {
  readonly form: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'windows-1251' | 'kz-1048';
  readonly bom: boolean;
  readonly lineEnd: '\n' | '\r\n' | '\r';
  readonly delimiter: ';' | ',' | '\t';
  readonly above: readonly string[];
  readonly name: string;
}

const sent: readonly Sent[] = [
  { form: 'UTF-8', encoding: 'utf-8', bom: false, lineEnd: '\n', delimiter: ';', above: [], name: 'Әлия' },
  {
    form: 'UTF-8 with BOM and sep=',
    encoding: 'utf-8',
    bom: true,
    lineEnd: '\r\n',
    delimiter: ',',
    above: ['sep=,'],
    name: 'Әлия',
  },
  {
    form: 'windows-1251',
    encoding: 'windows-1251',
    bom: false,
    lineEnd: '\r\n',
    delimiter: ';',
    above: ['Список сотрудников', ''],
    name: 'Алия',
  },
  {
    form: 'KZ-1048',
    encoding: 'kz-1048',
    bom: false,
    lineEnd: '\r\n',
    delimiter: ';',
    above: [],
    name: 'Гүлнұр Қызғалдақ',
  },
  {
    form: 'UTF-16 with tabs',
    encoding: 'utf-16le',
    bom: true,
    lineEnd: '\r\n',
    delimiter: '\t',
    above: [],
    name: 'Әлия',
  },
  {
    form: 'lines ended by CR',
    encoding: 'utf-8',
    bom: false,
    lineEnd: '\r',
    delimiter: ';',
    above: [],
    name: 'Әлия',
  },
];

async function bytesOf({ encoding, bom }: Sent, text: string): Promise<Buffer> {
  const encoder = await encoderFor(encoding);
  const encoded = encoder.encode(text);
  if (!encoded.ok) throw new Error(`not in ${encoding}: ${encoded.lacking}`);
  return bom ? Buffer.concat([encoder.mark, encoded.bytes]) : encoded.bytes;
}

/** The file as a person sees it in an editor. */
function readText(path: string, { encoding, bom }: Sent): string {
  const labels = {
    'utf-8': 'utf-8',
    'utf-16le': 'utf-16le',
    'windows-1251': 'windows-1251',
    'kz-1048': null,
  };
  const label = labels[encoding];
  if (label === null) throw new Error('Node knows no KZ-1048');
  const bytes = readFileSync(path);
  const text = new TextDecoder(label, { ignoreBOM: true, fatal: true }).decode(bytes);
  expect(text.startsWith('\uFEFF')).toBe(bom);
  return bom ? text.slice(1) : text;
}

describe.each(engines)('--rejects on $engine', ({ create }) => {
  let district: District;
  const opened: District[] = [];
  beforeEach(async () => {
    district = await District.open(create, scenes.slice(0, 2));
    opened.push(district);
  });
  afterAll(async () => {
    for (const one of opened) await one.drop();
  });

  const path = (name: string) => join(district.database.folder, name);
  const staffOf = async (org: string) =>
    (await district.list('staff', '--org', org)).toSorted((a, b) =>
      String(a.iin).localeCompare(String(b.iin)),
    );

  it.each(sent)(
    'gives a file which, corrected and imported, gives exactly the missing rows: $form',
    async file => {
      const { delimiter, lineEnd, above, name } = file;
      const position = `"учитель${delimiter}${lineEnd}музыки"`;
      const build = (...rows: readonly (readonly string[])[]) =>
        [
          ...above,
          ['ИИН', 'Фамилия', 'Имя', 'Должность', 'Телефон', 'Организация'].join(delimiter),
          ...rows.map(row => row.join(delimiter)),
          '',
        ].join(lineEnd);
      const wrong = build(
        [ONE, 'Ахметова', name, position, '+7 701 761 9108', ''],
        [mistype(TWO), 'Серикова', name, position, '+7 701 761 9109', ''],
        [THREE, 'Ким', name, '-завуч', '', ''],
        [FOUR, 'Омарова', name, '"12 ""А"" класс"', '', 'school-77'],
      );
      const right = wrong.replace(mistype(TWO), TWO).replace('school-77', '');
      writeFileSync(path('staff.csv'), await bytesOf(file, wrong));
      writeFileSync(path('right.csv'), await bytesOf(file, right));

      const partly = await district.change(admin, [
        'import-staff',
        'staff.csv',
        '--org',
        'school-1',
        '--skip-invalid',
        '--rejects',
        'bad.csv',
        '--lang',
        'kk',
      ]);
      expect(partly).toMatchObject({ code: 6, codes: ['iin-check-digit', 'org-unknown'] });
      expect(statSync(path('bad.csv')).mode & 0o777).toBe(0o600);
      const rejects = await decoded(path('bad.csv'), file);
      const lines = rejects.split(lineEnd);
      const header = above.some(line => line.startsWith('sep=')) ? 1 : 0;
      if (header === 1) expect(lines[0]).toBe('sep=,');
      expect(lines[header]).toBe(
        [
          'ИИН',
          'Фамилия',
          'Имя',
          'Должность',
          'Телефон',
          'Организация',
          '_error_code',
          '_error',
          '_fix',
        ].join(delimiter),
      );
      expect(rejects).not.toContain('?');
      expect(rejects).not.toContain(ONE);
      expect(rejects).toContain('iin-check-digit');
      expect(rejects).toContain('org-unknown');

      const corrected = rejects.replace(mistype(TWO), TWO).replace('school-77', '');
      writeFileSync(path('corrected.csv'), await bytesOf(file, corrected));
      const back = ['import-staff', 'corrected.csv', '--org', 'school-1'];
      const rest = await district.done(admin, back);
      expect(rest.document.summary).toMatchObject({ read: 2, add: 2, rejected: 0 });
      const twoSteps = await staffOf('school-1');
      const whole = await district.done(admin, ['import-staff', 'right.csv', '--org', 'school-2']);
      expect(whole.document.summary).toMatchObject({ add: 4 });
      const atOnce = await staffOf('school-2');
      expect(atOnce.map(row => ({ ...row, org: 'school-1' }))).toEqual(twoSteps);
    },
  );

  it('is written without --skip-invalid and by a dry run too, with every problem of a row in its cells', async () => {
    const rows = [`${mistype(ONE)};Ахметова;;5`, `${TWO};Серікова;Айгүл;`];
    const file = district.file('ЖСН;Тегі;Аты;Телефон', ...rows);
    for (const more of [[], ['--dry-run']]) {
      const name = `bad ${more.length}.csv`;
      const answer = await district.refused(admin, [
        'import-staff',
        file,
        '--org',
        'school-1',
        '--rejects',
        name,
        ...more,
      ]);
      expect(answer.code).toBe(3);
      const [header, row, end] = readFileSync(path(name), 'utf8').split('\n');
      expect(header).toBe('ЖСН;Тегі;Аты;Телефон;_error_code;_error;_fix');
      expect(row).toMatch(
        new RegExp(`^'${mistype(ONE)};Ахметова;;5;iin-check-digit cell-missing phone-length;`),
      );
      for (const { message } of answer.document.problems)
        expect(row).toContain(message.replaceAll('"', '""'));
      expect(end).toBe('');
    }
  });

  it('is imported also when Excel has saved it in windows-1251 and lost the letters of our remarks', async () => {
    const file = district.file('ЖСН;Тегі;Аты;Телефон', `${mistype(ONE)};Ахметова;Алия;+77017619108`);
    const argv = ['import-staff', file, '--org', 'school-1', '--rejects', 'bad.csv', '--lang', 'kk'];
    await district.refused(admin, argv);
    const { default: iconv } = await import('iconv-lite');
    const shown = readFileSync(path('bad.csv'), 'utf8').replaceAll('\n', '\r\n').replace(mistype(ONE), ONE);
    const saved = iconv.encode(shown, 'windows-1251');
    expect(iconv.decode(saved, 'windows-1251')).toMatch(/\p{L}\?/u);
    writeFileSync(path('saved.csv'), saved);
    const rest = await district.done(admin, ['import-staff', 'saved.csv', '--org', 'school-1']);
    expect(rest.document.summary).toMatchObject({ read: 1, add: 1, rejected: 0 });
    expect((await staffOf('school-1'))[0]).toMatchObject({ iin: ONE, phone: '+77017619108' });
  });

  it('has apostrophes of ours that are no dirt: --no-repair takes it as it is', async () => {
    const file = district.file(
      'ЖСН;Тегі;Аты;Лауазымы;Телефон',
      `${mistype(ONE)};Ахметова;Әлия;-;+77017619108`,
    );
    const argv = ['import-staff', file, '--org', 'school-1', '--rejects', 'bad.csv'];
    await district.refused(admin, argv);
    const written = readFileSync(path('bad.csv'), 'utf8');
    expect(written).toContain(`'${mistype(ONE)};Ахметова;Әлия;'-;'+77017619108;`);
    writeFileSync(path('mended.csv'), written.replace(mistype(ONE), ONE));
    const rest = ['import-staff', 'mended.csv', '--org', 'school-1', '--no-repair'];
    expect((await district.done(admin, rest)).document.summary).toMatchObject({ add: 1 });
    expect((await staffOf('school-1'))[0]).toMatchObject({ position: '-', phone: '+77017619108' });
  });

  it('replaces the columns of an earlier run and protects no cell twice', async () => {
    const file = district.file('ЖСН;Тегі;Аты', `${mistype(ONE)};=Ахметова;Әлия`);
    await district.refused(admin, ['import-staff', file, '--org', 'school-1', '--rejects', 'first.csv']);
    await district.refused(admin, [
      'import-staff',
      'first.csv',
      '--org',
      'school-1',
      '--rejects',
      'second.csv',
    ]);
    expect(readFileSync(path('first.csv'), 'utf8')).toContain(`'${mistype(ONE)};'=Ахметова;`);
    expect(readFileSync(path('second.csv'), 'utf8')).toBe(readFileSync(path('first.csv'), 'utf8'));
  });

  it('keeps an older file and says so when no row is rejected', async () => {
    writeFileSync(path('bad.csv'), 'older');
    const file = district.file('ЖСН;Тегі;Аты', `${ONE};Ахметова;Әлия`);
    const run = await district.text(admin, [
      'import-staff',
      file,
      '--org',
      'school-1',
      '--rejects',
      'bad.csv',
      '--lang',
      'en',
    ]);
    expect(run.code).toBe(0);
    expect(run.stderr).toContain(
      'No row was rejected: “bad.csv” was not written. An older file of that name',
    );
    expect(readFileSync(path('bad.csv'), 'utf8')).toBe('older');
  });

  it('is refused before anything is changed where it cannot be written, or is read by the same command', async () => {
    const file = district.file('ЖСН;Тегі;Аты', `${ONE};Ахметова;Әлия`);
    const argv = ['import-staff', file, '--org', 'school-1', '--rejects'];
    const missing = await district.refused(admin, [...argv, 'no/such/folder/x.csv']);
    expect([missing.code, ...missing.codes]).toEqual([2, 'output-unwritable']);
    const same = await district.refused(admin, [...argv, file]);
    expect([same.code, ...same.codes]).toEqual([2, 'output-in-use']);
    symlinkSync(path('staff.csv'), path('link.csv'));
    writeFileSync(path('staff.csv'), `ЖСН;Тегі;Аты\n${ONE};Ахметова;Әлия\n`);
    linkSync(path('staff.csv'), path('hard.csv'));
    for (const [read, written] of [
      ['staff.csv', 'link.csv'],
      ['link.csv', 'staff.csv'],
      ['staff.csv', 'hard.csv'],
    ] as const) {
      for (const flags of [
        ['--rejects', written],
        ['-n', '--save-plan', written],
      ]) {
        const linked = await district.refused(admin, ['import-staff', read, '--org', 'school-1', ...flags]);
        expect([linked.code, ...linked.codes]).toEqual([2, 'output-in-use']);
      }
    }
    expect((await district.refused(admin, [...argv, '-'])).codes).toEqual(['flag-invalid']);
    const none = await district.refused(admin, [
      'assign-role',
      '--org',
      'school-1',
      '--role',
      'admin',
      '--staff',
      ONE,
      '--rejects',
      'x.csv',
    ]);
    expect([none.code, ...none.codes]).toEqual([2, 'flag-needs']);
  });

  it('takes from standard input too', async () => {
    const stdin = `ЖСН;Тегі;Аты\n${mistype(ONE)};Ахметова;Әлия\n`;
    await district.refused(admin, ['import-staff', '-', '--org', 'school-1', '--rejects', 'bad.csv'], {
      stdin,
    });
    expect(readFileSync(path('bad.csv'), 'utf8')).toContain(mistype(ONE));
  });

  it('keeps what a long row has too much, and pads a short one', async () => {
    const file = district.file('ЖСН;Тегі;Аты', `${ONE};Ахметова;Әлия;артық`, `${TWO};Серікова`);
    await district.refused(admin, ['import-staff', file, '--org', 'school-1', '--rejects', 'bad.csv']);
    const [header, long, short] = readFileSync(path('bad.csv'), 'utf8').split('\n');
    expect(header).toBe('ЖСН;Тегі;Аты;;_error_code;_error;_fix');
    expect(long).toContain(`'${ONE};Ахметова;Әлия;артық;row-long;`);
    expect(short).toContain(`'${TWO};Серікова;;;row-short;`);
  });
});

async function decoded(file: string, form: Sent): Promise<string> {
  if (form.encoding !== 'kz-1048') return readText(file, form);
  const { default: iconv } = await import('iconv-lite');
  return iconv.decode(readFileSync(file), 'rk1048');
}
