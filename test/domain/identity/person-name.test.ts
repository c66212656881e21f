import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanNamePart, readFullName } from '../../../src/domain/identity/person-name.ts';
import { growth, LINEAR } from '../../support/work.ts';

describe('cleaning a part of a name', () => {
  it.each([
    ['Әлия', 'Әлия'],
    ['  Асан \u00a0 Бек ', 'Асан Бек'],
    ['Асан ұлы', 'Асанұлы'],
    // A Latin word has no Kazakh suffix: joined, it would be a word of two scripts.
    ['i ұлы', 'i ұлы'],
    ['АСАН ҚЫЗЫ', 'АСАНҚЫЗЫ'],
    ['Гасан оглы', 'Гасан оглы'],
    ['Сағат – Петрова', 'Сағат-Петрова'],
    ['Сағат-Петрова', 'Сағат-Петрова'],
    ['Сағат\u2011Петрова', 'Сағат-Петрова'],
    ['Андрей'.normalize('NFD'), 'Андрей'],
    ['Ер\u200bлан\u00ad', 'Ерлан'],
    ['Андреи\u200b\u0306', 'Андрей'],
    ['Мар’яна', "Мар'яна"],
    ['Smith', 'Smith'],
  ])('makes «%s» «%s»', (text, value) => {
    expect(cleanNamePart(text)).toEqual({ ok: true, value });
  });

  it.each([
    ['', 'name-empty'],
    [' - ', 'name-empty'],
    ['Асан2', 'name-digits'],
    ['?лия', 'name-lost-letters'],
    ['Н?рлан', 'name-lost-letters'],
    ['Асан?лы', 'name-lost-letters'],
    ['Н\ufffdрлан', 'name-lost-letters'],
    ['Иванова (Петрова)', 'name-characters'],
    ['asel@example.kz', 'name-characters'],
    ['Тўрсынов', 'letters-of-another-encoding'],
    ['Ә'.repeat(101), 'text-too-long'],
  ])('refuses «%s» as %s', (text, code) => {
    expect(cleanNamePart(text)).toMatchObject({ ok: false, problem: { code } });
  });

  it.each([
    ['Ахметоv', 'name-mixed-scripts'],
    ['Матвієнко', 'letters-of-another-encoding'],
  ])('keeps «%s» with the warning %s', (text, code) => {
    const warnings = [{ code, severity: 'warning' }];
    expect(cleanNamePart(text)).toMatchObject({ ok: true, value: text, warnings });
  });

  it('is done after one cleaning', () => {
    const piece = fc.constantFrom(
      'А',
      'ә',
      'й',
      '\u0306',
      ' ',
      '\u00a0',
      '-',
      '–',
      'ұлы',
      'e',
      "'",
      '\u200b',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), pieces => {
        const once = cleanNamePart(pieces.join(''));
        if (once.ok) expect(cleanNamePart(once.value)).toEqual(once);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('reading a full name from one cell', () => {
  it.each([
    ['Ахметов Серік Асанұлы', 'Ахметов', 'Серік', 'Асанұлы'],
    ['Ахметов Серік Асан ұлы', 'Ахметов', 'Серік', 'Асанұлы'],
    ['Ахметова Әлия  Асан қызы', 'Ахметова', 'Әлия', 'Асанқызы'],
    ['Иванова Анна Петровна', 'Иванова', 'Анна', 'Петровна'],
    ['Мамедов Али Гасан оглы', 'Мамедов', 'Али', 'Гасан оглы'],
    ['Ким Анна', 'Ким', 'Анна', null],
    ['Асанұлы Серік', 'Асанұлы', 'Серік', null],
    ['Сағат-Петрова Анна-Мария', 'Сағат-Петрова', 'Анна-Мария', null],
    ['Абрамович Олег Ильич', 'Абрамович', 'Олег', 'Ильич'],
  ])('reads «%s»', (text, surname, given_name, patronymic) => {
    expect(readFullName(text)).toEqual({ ok: true, value: { surname, given_name, patronymic } });
  });

  it.each([
    ['', 'name-empty'],
    ['Ахметов', 'name-one-part'],
    ['Асан ұлы', 'name-one-part'],
    ['Ахметов С. А.', 'name-initials'],
    ['Ахметов С.А.', 'name-initials'],
    ['Серік Асанұлы', 'name-order'],
    ['Серік Асан ұлы Ахметов', 'name-order'],
    ['Анна Петровна Иванова', 'name-order'],
    ['Ким Анна Мария Петровна', 'name-parts'],
    [`Ким ${'а'.repeat(101)}`, 'text-too-long'],
    ['Ким '.repeat(80), 'text-too-long'],
    ['Ахмет?в Серік', 'name-lost-letters'],
    ['Ахметов Серік 850714431004', 'name-digits'],
  ])('refuses «%s» as %s', (text, code) => {
    expect(readFullName(text)).toMatchObject({ ok: false, problem: { code } });
  });

  it('passes on what is odd about the letters', () => {
    const warnings = [{ code: 'name-mixed-scripts', args: { word: 'Ахметоv' } }];
    expect(readFullName('Ахметоv Серік')).toMatchObject({
      ok: true,
      value: { given_name: 'Серік' },
      warnings,
    });
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), text => typeof readFullName(text).ok === 'boolean'));
  });

  it.each([
    ['words', (size: number) => 'Асан ұлы - '.repeat(size / 11)],
    ['blanks', (size: number) => `${' '.repeat(size)}Асан`],
  ])('takes work that grows with the cell: %s', (_, cell) => {
    expect(growth(size => readFullName(cell(size)), 100_000)).toBeLessThan(LINEAR);
  });
});
