import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenes, story } from '../../fixtures/story.ts';
import { encoderFor } from '../../src/input/encoding/encoder.ts';
import { engines } from '../support/databases.ts';
import { District } from '../support/district.ts';
import { parseSarif } from '../support/json-schemas.ts';
import { inventIin, mistype } from '../support/people.ts';
import { textRow, workbook } from '../support/workbook.ts';

const admin = story.admin.iin;
const ONE = inventIin(1);
const BAD = mistype(inventIin(2));

describe.each(engines)('--format sarif on $engine', ({ create }) => {
  let district: District;
  beforeAll(async () => {
    district = await District.open(create, scenes.slice(0, 2));
  });
  afterAll(() => district.drop());

  const sarifOf = async (file: string, ...more: readonly string[]) => {
    const argv = ['import-staff', file, '--org', 'school-1', '-n', '--format', 'sarif', ...more];
    return parseSarif(await district.text(admin, argv));
  };

  it('marks the cell by line and column, also below a quoted line break', async () => {
    const file = district.file(
      'ЖСН;Тегі;Аты;Лауазымы;Телефон',
      `${BAD};Ахметова;Әлия;мұғалім;`,
      `${ONE};Серікова;Айгүл;"бастауыш`,
      'сынып мұғалімі";"5"',
    );
    const { results } = await sarifOf(file, '--lang', 'kk');
    const regions = results.map(({ ruleId, locations }) => [ruleId, locations[0]?.physicalLocation.region]);
    expect(regions).toEqual([
      ['iin-check-digit', { startLine: 2, startColumn: 1, endLine: 2, endColumn: 13 }],
      ['phone-length', { startLine: 4, startColumn: 17, endLine: 4, endColumn: 20 }],
    ]);
    expect(results.map(({ level }) => level)).toEqual(['error', 'error']);
    expect(results[0]?.message.text).toContain(BAD);
    expect(results[0]?.locations[0]?.physicalLocation.artifactLocation.uri).toBe(encodeURIComponent(file));
  });

  it('marks a line where no cell is to blame, and columns in any encoding', async () => {
    const encoder = await encoderFor('windows-1251');
    const text = `ИИН;Фамилия;Имя\n${ONE};Ахметова\n${ONE};Щукина;Яна1\n`;
    const encoded = encoder.encode(text);
    if (!encoded.ok) throw new Error('not in windows-1251');
    writeFileSync(join(district.database.folder, 'папка 1251.csv'), encoded.bytes);
    const { results } = await sarifOf('./папка 1251.csv', '--encoding', 'windows-1251');
    expect(results.map(({ locations }) => locations[0]?.physicalLocation)).toEqual([
      { artifactLocation: { uri: encodeURIComponent('папка 1251.csv') }, region: { startLine: 2 } },
      {
        artifactLocation: { uri: encodeURIComponent('папка 1251.csv') },
        region: { startLine: 3, startColumn: 21, endLine: 3, endColumn: 25 },
      },
    ]);
  });

  it('is one document whatever the outcome', async () => {
    const good = district.file('ЖСН;Тегі;Аты', `${ONE};Ахметова;Әлия`);
    expect((await sarifOf(good)).results).toEqual([]);
    const missing = await sarifOf('absent.csv');
    expect(missing.results.map(({ ruleId }) => ruleId)).toEqual(['file-missing']);
    const usage = await sarifOf(good, '--map', 'x');
    expect(usage.results).toMatchObject([{ ruleId: 'flag-invalid', locations: [] }]);
    expect(usage.invocations[0].executionSuccessful).toBe(false);
    const unknown = await sarifOf(good, '--no-such-option');
    expect(unknown.results).toMatchObject([{ ruleId: 'option-unknown' }]);
  });

  it('names the cell of a workbook, and its rejects are the CSV that Excel opens', async () => {
    const rows = [
      ['ЖСН', 'Тегі', 'Аты'],
      [ONE, 'Ахметова', 'Әлия'],
      [BAD, 'Серікова', 'Айгүл'],
    ];
    const xml = rows.map((cells, i) => textRow(i + 2, cells));
    const book = workbook({ sheets: [{ name: 'Қызметкерлер', rows: xml.join('') }] });
    const folder = district.database.folder;
    writeFileSync(join(folder, 'staff.xlsx'), book);
    const { results } = await sarifOf('staff.xlsx', '--rejects', 'bad.csv');
    expect(results.map(({ locations }) => locations)).toEqual([
      [
        {
          physicalLocation: { artifactLocation: { uri: 'staff.xlsx' } },
          logicalLocations: [{ name: 'A4', fullyQualifiedName: 'Қызметкерлер!A4', kind: 'cell' }],
        },
      ],
    ]);
    const [header, row] = readFileSync(join(folder, 'bad.csv'), 'utf8').split('\r\n');
    expect(header).toBe('\uFEFFЖСН;Тегі;Аты;_error_code;_error;_fix');
    expect(row).toContain(`'${BAD};Серікова;Айгүл;iin-check-digit;`);
  });

  it('stands beside --json and --format json, which are the same', async () => {
    const file = district.file('ЖСН;Тегі;Аты', `${BAD};Ахметова;Әлия`);
    const argv = ['import-staff', file, '--org', 'school-1'];
    const both = await Promise.all([
      district.text(admin, [...argv, '--json']),
      district.text(admin, [...argv, '--format', 'json']),
    ]);
    expect(both[1].stdout).toBe(both[0].stdout);
    const conflict = await district.text(admin, [...argv, '--json', '--format', 'sarif']);
    expect(conflict.code).toBe(2);
    const other = await district.text(admin, ['check-readiness', '--format', 'sarif', '--lang', 'en']);
    expect([other.code, parseSarif(other).results[0]?.ruleId]).toEqual([2, 'flag-invalid']);
  });
});
