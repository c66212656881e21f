import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isStoredPhone, readPhone } from '../../../src/domain/identity/phone.ts';

describe('reading a phone number', () => {
  it.each([
    ['+77051528593', '+77051528593'],
    ['+7 701 761 9108', '+77017619108'],
    ['+7 (777) 666-02-95', '+77776660295'],
    ['8 (7112) 50-86-31', '+77112508631'],
    ['87051528593', '+77051528593'],
    ['77051528593', '+77051528593'],
    ['8\u00a0705\u2011152–85−93', '+77051528593'],
  ])('reads %s as %s', (text, value) => {
    expect(readPhone(text)).toEqual({ ok: true, value, warnings: [] });
  });

  it.each(['+7 912 345 67 89', '8 (495) 123-45-67', '89123456789'])('warns that %s is Russian', text => {
    expect(readPhone(text)).toMatchObject({
      ok: true,
      warnings: [{ code: 'phone-russian', severity: 'warning', args: { value: text } }],
    });
  });

  it.each([
    ['', 'phone-malformed'],
    ['жоқ', 'phone-malformed'],
    ['87051528593, 87017619108', 'phone-malformed'],
    ['50-86-31 доб. 12', 'phone-malformed'],
    ['7+7051528593', 'phone-malformed'],
    ['7,70515E+10', 'phone-exponent'],
    ['+998901234567', 'phone-prefix'],
    ['+87051528593', 'phone-prefix'],
    ['37051528593', 'phone-prefix'],
    ['7051528593', 'phone-length'],
    ['508631', 'phone-length'],
    ['+7 705 152 85 9', 'phone-length'],
    ['+7 705 152 85 931', 'phone-length'],
    ['+7 055 152 85 93', 'phone-unassigned'],
  ])('refuses «%s» as %s', (text, code) => {
    expect(readPhone(text)).toMatchObject({
      ok: false,
      problem: { code, severity: 'error', args: { value: text } },
    });
  });

  it('reads its own answer back, whatever stands between the digits', () => {
    const digits = fc.stringMatching(/^[67][0-9]{9}$/);
    const separator = fc.constantFrom('', ' ', '-', '\u00a0', '\u2013', ') ', ' (', '.');
    fc.assert(
      fc.property(
        digits,
        fc.constantFrom('+7', '7', '8'),
        fc.array(separator, { minLength: 10, maxLength: 10 }),
        (d, p, between) => {
          const text = p + [...d].map((digit, i) => `${between[i]}${digit}`).join('');
          expect(readPhone(text)).toEqual({ ok: true, value: `+7${d}`, warnings: [] });
        },
      ),
    );
  });

  it('knows a stored number when it sees one, and agrees with the rule', () => {
    expect(isStoredPhone('+77051528593')).toBe(true);
    const near = fc.stringMatching(/^[+8]?[78]?[5-9][0-9 ]{8,10}x?$/);
    fc.assert(
      fc.property(fc.oneof(near, fc.stringMatching(/^\+7[67][0-9]{9}$/)), text => {
        const reading = readPhone(text);
        const unchanged = reading.ok && reading.value === text && reading.warnings.length === 0;
        expect(isStoredPhone(text)).toBe(unchanged);
      }),
      { numRuns: 5_000 },
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), text => typeof readPhone(text).ok === 'boolean'));
  });
});
