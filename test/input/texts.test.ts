import { describe, expect, it } from 'vitest';
import type { ProblemArgs, ProblemCode } from '../../src/domain/problem.ts';
import { en } from '../../src/locales/en/catalogue.ts';
import { kk } from '../../src/locales/kk/catalogue.ts';
import { ru } from '../../src/locales/ru/catalogue.ts';
import { asTheyStand } from '../../src/locales/text.ts';

const languages = { kk: kk.problems, ru: ru.problems, en: en.problems };
type Language = keyof typeof languages;

function sentence<C extends ProblemCode>(language: Language, code: C, args: ProblemArgs[C]): string {
  const { message, fix } = languages[language][code](args, asTheyStand);
  return `${message} ${fix ?? ''}`.trim();
}

describe.each(['kk', 'ru', 'en'] as const)('sentences about files in %s', language => {
  it('give the flag to paste for an unknown column', () => {
    const header = 'Сотовый';
    expect(sentence(language, 'column-unknown', { header, nearest: 'phone' })).toContain(
      '--map "Сотовый=phone"',
    );
    expect(sentence(language, 'column-unknown', { header, nearest: 'phone' })).toContain('--map "Сотовый=-"');
  });

  it('quote a header so that a shell takes it', () => {
    const text = sentence(language, 'column-unknown', { header: '$HOME "раб."', nearest: 'surname' });
    expect(text).toContain('--map "\\$HOME \\"раб.\\"=surname"');
    const fields = ['iin', 'org_bin'] as const;
    for (const shown of [
      sentence(language, 'column-ambiguous', { header: '`id`', fields }),
      sentence(language, 'column-missing', { field: 'iin', spellings: [], unused: ['`id`'] }),
      sentence(language, 'map-field-unknown', { header: '`id`', field: 'iin', fields }),
    ])
      expect(shown).toContain('--map "\\`id\\`=iin"');
  });

  it('offer --delimiter only where it may help', () => {
    const fix = (delimiter: 'found' | 'given' | null) =>
      languages[language]['header-unrecognised'](
        { headers: ['1'], expected: ['iin'], delimiter },
        asTheyStand,
      ).fix;
    expect(new Set([fix('found'), fix('given'), fix(null)]).size).toBe(3);
    expect(fix(null)).not.toContain('--delimiter');
  });

  it('name the accepted spellings of a missing column', () => {
    const spellings = ['ЖСН', 'ИИН', 'IIN'];
    const text = sentence(language, 'column-missing', { field: 'iin', spellings, unused: [] });
    for (const part of [...spellings, '--map', '=iin']) expect(text).toContain(part);
  });

  it('offer the columns that mean nothing else for a missing one', () => {
    const args = { field: 'iin' as const, spellings: ['ЖСН'], unused: ['Нөмірі', 'Стаж'] };
    const text = sentence(language, 'column-missing', args);
    for (const part of ['--map "Нөмірі=iin"', '--map "Стаж=iin"']) expect(text).toContain(part);
  });

  it('give a flag for each meaning of a column that may have several', () => {
    const text = sentence(language, 'column-ambiguous', { header: 'ИИН / БИН', fields: ['iin', 'org_bin'] });
    for (const field of ['iin', 'org_bin', '-']) expect(text).toContain(`--map "ИИН / БИН=${field}"`);
  });

  it.each([
    ['xlsx', 'CSV UTF-8'],
    ['xls', 'CSV UTF-8'],
    ['html', 'CSV UTF-8'],
    ['ods', '(UTF-8)'],
  ] as const)('say how to save %s as %s', (format, words) => {
    expect(sentence(language, 'file-is-foreign', { format })).toContain(words);
  });

  it('say how to cure bytes that are not UTF-8', () => {
    const { message, fix } = languages[language]['file-not-utf8']({ byte: 'C0' }, asTheyStand);
    expect(`${message} ${fix}`).toMatch(/C0.*CSV UTF-8/);
  });

  it('show both readings of a name and the flag for each', () => {
    const { message, fix } = languages[language]['encoding-ambiguous'](
      {
        readings: [
          { encoding: 'kz-1048', text: 'Ғрмек' },
          { encoding: 'windows-1251', text: 'Єрмек' },
        ],
      },
      asTheyStand,
    );
    expect(message).toMatch(/Ғрмек.*Єрмек/);
    expect(fix).toMatch(/--encoding kz-1048.*--encoding windows-1251/);
  });

  it('name both numbers of a short and of a long row', () => {
    expect(sentence(language, 'row-short', { cells: 3, expected: 7 })).toMatch(/3.*7/);
    expect(sentence(language, 'row-long', { cells: 9, expected: 7, extra: 'логопед' })).toMatch(
      /9.*7.*логопед/,
    );
  });
});

it('Russian numbers agree with their nouns', () => {
  const message = (cells: number) => ru.problems['row-short']({ cells, expected: 30 }, asTheyStand).message;
  expect(message(1)).toContain('1 ячейка,');
  expect(message(3)).toContain('3 ячейки,');
  expect(message(25)).toContain('25 ячеек,');
});
