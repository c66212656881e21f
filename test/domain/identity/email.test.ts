import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isStoredEmail, readEmail } from '../../../src/domain/identity/email.ts';
import { growth, LINEAR } from '../../support/work.ts';

describe('reading an e-mail address', () => {
  it.each([
    ['asel@example.kz', 'asel@example.kz'],
    ['asel@xn--80aaxs.xn--80ao21a', 'asel@xn--80aaxs.xn--80ao21a'],
    [' A.Serik+1@Mail.Example.KZ ', 'A.Serik+1@mail.example.kz'],
  ])('reads %s', (text, value) => {
    expect(readEmail(text)).toEqual({ ok: true, value });
  });

  it.each([
    ['', 'email-malformed'],
    ['asel', 'email-malformed'],
    ['asel@example', 'email-malformed'],
    ['@example.kz', 'email-malformed'],
    ['asel@@example.kz', 'email-malformed'],
    ['asel@example..kz', 'email-malformed'],
    ['asel@01.09.2020', 'email-malformed'],
    ['asel@192.168.0.1', 'email-malformed'],
    ['asel@example.k', 'email-malformed'],
    ['asel@-example.kz', 'email-malformed'],
    ['a.@example.kz', 'email-malformed'],
    ['asel@example.kz, serik@example.kz', 'email-malformed'],
    ['жоқ', 'email-malformed'],
    ['аsel@example.kz', 'email-not-latin'],
  ])('refuses «%s» as %s', (text, code) => {
    expect(readEmail(text)).toMatchObject({ ok: false, problem: { code, args: { value: text } } });
  });

  it.each(['asel@example.kz', 'A.Serik-1_2@mail.example.kz', 'p7@a-b.kz'])(
    'knows %s for an address as it is stored',
    text => {
      expect(isStoredEmail(text)).toBe(true);
    },
  );

  it('takes no address for a stored one that the rule would refuse or change', () => {
    const long = fc.constantFrom('a'.repeat(63), 'a'.repeat(64), 'b.'.repeat(120));
    const piece = fc.oneof(
      fc.constantFrom('a', 'Z', '7', '.', '@', '-', '_', '+', ' ', 'а', '.kz', '@mail.kz'),
      long,
    );
    const near = fc.array(piece, { maxLength: 8 }).map(pieces => pieces.join(''));
    fc.assert(
      fc.property(fc.oneof(near, fc.emailAddress()), text => {
        if (isStoredEmail(text)) expect(readEmail(text)).toEqual({ ok: true, value: text });
      }),
      { numRuns: 10_000 },
    );
  });

  it('never throws, and reads its own answer back', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.emailAddress()), text => {
        const reading = readEmail(text);
        if (reading.ok) expect(readEmail(reading.value)).toEqual(reading);
      }),
    );
  });

  it.each([
    ['no host', (size: number) => `${'a'.repeat(size)}@`],
    ['a long host', (size: number) => `a@${'a'.repeat(size)}!`],
  ])('takes work that grows with the cell: %s', (_, cell) => {
    expect(growth(size => readEmail(cell(size)), 30_000)).toBeLessThan(LINEAR);
  });
});
