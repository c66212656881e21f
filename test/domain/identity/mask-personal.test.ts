import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskPersonal } from '../../../src/domain/identity/mask-personal.ts';

/** Any twelve digits, and eleven or ten that a spreadsheet left: what is wrong with them may be why they are reported. */
const iin = fc.stringMatching(/^\d{10,12}$/);
const ten = fc.stringMatching(/^\d{10}$/);
const spellings: readonly ((digits: string) => string)[] = [
  d => `+7${d}`,
  d => `8${d}`,
  d => `7${d}`,
  d => `+7 ${d.slice(0, 3)} ${d.slice(3, 6)} ${d.slice(6)}`,
  d => `+7 (${d.slice(0, 3)}) ${d.slice(3, 6)}-${d.slice(6, 8)}-${d.slice(8)}`,
  d => `8 (${d.slice(0, 4)}) ${d.slice(4, 6)}-${d.slice(6, 8)}-${d.slice(8)}`,
  d => `8\u00a0${d.slice(0, 3)}\u2013${d.slice(3, 6)}.${d.slice(6, 8)}\u2212${d.slice(8)}`,
  d => `+ 7-${[...d].join(' ')}`,
];
const phone = fc.tuple(fc.constantFrom(...spellings), ten).map(([spelled, digits]) => spelled(digits));
const around = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.stringMatching(/^[\d\s.+()-]{0,6}$/),
);
const digitsOf = (text: string) => text.replace(/\D/g, '');

describe('a masked text', () => {
  it.each([
    ['ИИН 850101300123 жоқ', 'ИИН 8501******** жоқ'],
    ['Key (org, iin)=(school-3, 850101300123)', 'Key (org, iin)=(school-3, 8501********)'],
    ['850101300123850101300124', `8501${'*'.repeat(20)}`],
    ['50101300123', '5010*******'],
    ['850101 300123', '8501** ******'],
    ['8,50101300123E+11', '8,501********E+**'],
    ['+77051528593', '+7705*******'],
    ['+7 701 761 9108', '+7 701 *** ****'],
    ['+7 (777) 666-02-95', '+7 (777) ***-**-**'],
    ['8 (7112) 50-86-31', '8 (711*) **-**-**'],
    ['tel:%2B77051528593', 'tel:%2B7705*******'],
  ])('%s: %s', (text, masked) => {
    expect(maskPersonal(text)).toBe(masked);
  });

  it.each([
    'at run (file:///opt/qabyl/dist/main.js:81234:7051)',
    'qabyl 0.1.0, Node v24.21.0, linux x64',
    '2027-02-01T07:00:00.123Z, 2027-02-01 07:00:00',
    'postgres://qabyl@127.0.0.1:54321/qabyl',
    'Абая 1-45 (нечетные), КАТО 711110000, 2027-2028',
    '  8: 12,\n  7: 13',
  ])('leaves alone what is no number of a person: %s', text => {
    expect(maskPersonal(text)).toBe(text);
  });

  it('has no IIN left, whatever stands around it', () => {
    fc.assert(
      fc.property(around, iin, around, (before, number, after) => {
        expect(maskPersonal(before + number + after)).not.toContain(number);
      }),
    );
  });

  it('has no telephone left, however it is spelled', () => {
    fc.assert(
      fc.property(around, phone, around, (before, number, after) => {
        const masked = maskPersonal(before + number + after);
        expect(masked).not.toContain(number);
        // nor can its digits be read off past the separators
        const kept = digitsOf(before) + digitsOf(number) + digitsOf(after);
        expect(kept.length - digitsOf(masked).length).toBeGreaterThanOrEqual(6);
      }),
    );
  });

  it('is the same when it is masked again', () => {
    fc.assert(
      fc.property(around, fc.oneof(iin, phone), around, (before, number, after) => {
        const masked = maskPersonal(before + number + after);
        expect(maskPersonal(masked)).toBe(masked);
      }),
    );
  });
});
