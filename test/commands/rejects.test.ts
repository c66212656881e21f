import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChangeInput } from '../../src/commands/common/change-input.ts';
import { rejectsPieces } from '../../src/commands/common/rejects.ts';
import { replaceFile } from '../../src/commands/common/replace-file.ts';
import { problem } from '../../src/domain/problem.ts';
import { loadCatalogue } from '../../src/locales/load-language.ts';

const form = {
  encoding: 'windows-1251',
  bom: false,
  delimiter: ';',
  sep: false,
  lineEnd: '\n',
  sheet: null,
} as const;

/** An input which gives these records when it is read once more. */
function input(...records: readonly { line: number; cells: readonly string[] }[]): ChangeInput {
  const header = ['ИИН', 'Фамилия'];
  return {
    facts: () => [{ name: 'staff.csv', sha256: '' }],
    arrived: async () => undefined,
    info: () => ({ ...form, headers: header }),
    async *rawRecords() {
      yield { form, header, records };
    },
    cellPlaces: async () => new Map(),
  };
}

const where = { file: 'staff.csv', line: 2, record: 1, column: 'Фамилия', value: null };

describe('the pieces of a rejects file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'qabyl-rejects-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('are refused when the input has changed since it was read', async () => {
    const problems = [
      problem('cell-missing', { field: 'surname' }, where),
      problem('cell-missing', { field: 'surname' }, { ...where, line: 3, record: 2 }),
    ];
    const pieces = await rejectsPieces(
      await loadCatalogue('en'),
      input({ line: 2, cells: ['1', ''] }),
      problems,
    );
    await expect(replaceFile(join(folder, 'bad.csv'), pieces, 0o600)).rejects.toThrow('file-changed');
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    ['kk', 'cell-missing', 'Не заполнено поле «Фамилия»'],
    ['kk', 'org-unknown', 'Организации «№ 9 мектеп» нет'],
  ] as const)('say in Russian what windows-1251 cannot say in %s: %s', async (language, code, russian) => {
    const found =
      code === 'cell-missing'
        ? problem(code, { field: 'surname' }, where)
        : problem(code, { text: '№ 9 мектеп', nearest: [] }, where);
    const pieces = await rejectsPieces(await loadCatalogue(language), input({ line: 2, cells: ['1', ''] }), [
      found,
    ]);
    const file = join(folder, 'bad.csv');
    await replaceFile(file, pieces, 0o600);
    const text = new TextDecoder('windows-1251').decode(readFileSync(file));
    expect(text).toContain(russian);
    expect(text).not.toContain('?');
  });

  it('write the nearest letters where even English quotes others', async () => {
    const found = problem('org-unknown', { text: '№ 9', nearest: ['Қызылжар ұлы'] }, where);
    const pieces = await rejectsPieces(await loadCatalogue('kk'), input({ line: 2, cells: ['1', ''] }), [
      found,
    ]);
    const file = join(folder, 'bad.csv');
    await replaceFile(file, pieces, 0o600);
    const text = new TextDecoder('windows-1251').decode(readFileSync(file));
    expect(text).toContain('Кызылжар улы');
    expect(text.split('\n')[1]).not.toContain('Қ');
  });
});
