import { describe, expect, it } from 'vitest';
import type { InputProblems } from '../../src/domain/input-problems.ts';
import { input as en } from '../../src/locales/en/problems/input.ts';
import { input as kk } from '../../src/locales/kk/problems/input.ts';
import { input as ru } from '../../src/locales/ru/problems/input.ts';

const languages = { kk, ru, en };
type Language = keyof typeof languages;

function sentence<C extends keyof InputProblems>(
  language: Language,
  code: C,
  args: InputProblems[C],
): string {
  const { message, fix } = languages[language][code](args);
  return `${message} ${fix ?? ''}`.trim();
}

describe.each(['kk', 'ru', 'en'] as const)('sentences about files in %s', language => {
  it('give the flag to paste for an unknown column', () => {
    const header = 'Сотовый';
    expect(sentence(language, 'column-unknown', { header, nearest: 'phone' })).toContain(
      '--map "Сотовый=phone"',
    );
    expect(sentence(language, 'column-unknown', { header, nearest: null })).toContain('--map "Сотовый=-"');
  });

  it('name the accepted spellings of a missing column', () => {
    const text = sentence(language, 'column-missing', { field: 'iin', spellings: ['ЖСН', 'ИИН', 'IIN'] });
    for (const part of ['ЖСН', 'ИИН', 'IIN', '--map', '=iin']) expect(text).toContain(part);
  });

  it.each(['xlsx', 'xls', 'ods', 'html'] as const)('say how to save %s as CSV UTF-8', format => {
    expect(sentence(language, 'file-is-foreign', { format })).toContain('CSV UTF-8');
  });

  it('say how to cure bytes that are not UTF-8', () => {
    expect(sentence(language, 'file-not-utf8', { byte: 'C0' })).toMatch(/C0.*CSV UTF-8/);
  });

  it('name both numbers of a short and of a long row', () => {
    expect(sentence(language, 'row-short', { cells: 3, expected: 7 })).toMatch(/3.*7/);
    expect(sentence(language, 'row-long', { cells: 9, expected: 7, extra: 'логопед' })).toMatch(
      /9.*7.*логопед/,
    );
  });
});

it('Russian numbers agree with their nouns', () => {
  const message = (cells: number) => ru['row-short']({ cells, expected: 30 }).message;
  expect(message(1)).toContain('1 ячейка,');
  expect(message(3)).toContain('3 ячейки,');
  expect(message(25)).toContain('25 ячеек,');
});
