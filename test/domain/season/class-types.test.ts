import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placesIn, readClassSets, writeClassSets } from '../../../src/domain/season/class-types.ts';
import { CLASS_TYPES, LANGUAGES } from '../../../src/domain/season/class-words.ts';
import { growth, LINEAR } from '../../support/work.ts';

describe('reading class sets', () => {
  it.each([
    ['kk general 2x25, ru general 1x25', 'kk general 2x25, ru general 1x25'],
    ['ru general 1x25; kk general 2x25', 'kk general 2x25, ru general 1x25'],
    ['KK General 2X25', 'kk general 2x25'],
    ['general kk 2х25', 'kk general 2x25'],
    ['қазақ жалпы 2 × 25', 'kk general 2x25'],
    ['Казахский общий 2*25', 'kk general 2x25'],
    ['орыс гимназия 1Х24', 'ru gymnasium 1x24'],
    ['русский лицей 1x20', 'ru lyceum 1x20'],
    ['қазақ арнайы 1x12', 'kk special 1x12'],
    ['русский коррекционный 1x12', 'ru special 1x12'],
    ['ұйғыр инклюзивті 1x20, өзбек инклюзивный 1x20', 'ug inclusive 1x20, uz inclusive 1x20'],
    ['тәжік жалпы 1x20\nen general 1x20,', 'tg general 1x20, en general 1x20'],
    ['kk general 2x25, kk general 1x24', 'kk general 2x25, kk general 1x24'],
    ['kk general 28x25', 'kk general 28x25'],
  ])('reads «%s» as «%s»', (text, canonical) => {
    const { value, problems } = readClassSets(text);
    expect(problems).toEqual([]);
    expect(writeClassSets(value)).toBe(canonical);
  });

  it.each([
    ['', 'classes-empty'],
    [' , ;', 'classes-empty'],
    ['kk general', 'classes-malformed'],
    ['kk general 25', 'classes-malformed'],
    ['kk general -2x25', 'classes-malformed'],
    ['kk general 2.5x25', 'classes-malformed'],
    ['kk general 1000000x25', 'classes-malformed'],
    ['kk general 2x25 pupils', 'classes-malformed'],
    ['general 2x25', 'classes-language-missing'],
    ['kk 2x25', 'classes-type-missing'],
    ['kk sport 2x25', 'classes-word-unknown'],
    ['kk ru general 2x25', 'classes-word-unknown'],
    ['kk general 0x25', 'classes-zero'],
    ['kk general 2x0', 'classes-zero'],
    ['kk general 2x25, қазақ жалпы 1x25', 'classes-twice'],
  ])('refuses «%s» as %s', (text, code) => {
    expect(readClassSets(text).problems.map(found => found.code)).toEqual([code]);
  });

  it('reports every bad entry at once, in the words that were written', () => {
    expect(readClassSets('KK sport 2x25, ru general 1x25, general 0x1').problems).toMatchObject([
      { code: 'classes-word-unknown', args: { words: 'KK sport 2x25', word: 'sport' } },
      { code: 'classes-language-missing', args: { words: 'general 0x1', allowed: LANGUAGES } },
      { code: 'classes-zero', args: { words: 'general 0x1' } },
    ]);
  });

  it('proposes one entry for what is listed twice', () => {
    expect(readClassSets('kk general 2x25, kk general 1x25').problems).toMatchObject([
      { args: { words: 'kk general 1x25', proposal: 'kk general 3x25' } },
    ]);
  });

  const count = fc.integer({ min: 1, max: 99_999 });
  const classSets = fc.uniqueArray(
    fc.record({
      language: fc.constantFrom(...LANGUAGES),
      type: fc.constantFrom(...CLASS_TYPES),
      sets: count,
      size: count,
    }),
    { minLength: 1, selector: each => `${each.language} ${each.type} ${each.size}` },
  );

  it('reads back what was written, in the same canonical text and with as many places', () => {
    fc.assert(
      fc.property(classSets, classes => {
        const text = writeClassSets(classes);
        const { value, problems } = readClassSets(text);
        expect(problems).toEqual([]);
        expect(new Set(value)).toEqual(new Set(classes));
        expect(writeClassSets(value)).toBe(text);
        expect(placesIn(value)).toBe(placesIn(classes));
      }),
    );
  });

  it('writes the same text whatever the order', () => {
    fc.assert(
      fc.property(classSets, classes => {
        expect(writeClassSets([...classes].reverse())).toBe(writeClassSets(classes));
      }),
    );
  });

  it('gives a value or a problem for any text, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), text => {
        const { value, problems } = readClassSets(text);
        expect(value.length + problems.length).toBeGreaterThan(0);
      }),
    );
  });

  it.each([
    ['numbers', (size: number) => '1 '.repeat(size / 2)],
    ['sets', (size: number) => 'kk general 1x1,'.repeat(size / 15)],
    ['digits', (size: number) => `${'1'.repeat(size)}x`],
  ])('takes work that grows with the cell: %s', (_, cell) => {
    expect(growth(size => readClassSets(cell(size)), 30_000)).toBeLessThan(LINEAR);
  });
});
