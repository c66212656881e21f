import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanNamePart } from '../../../src/domain/identity/person-name.ts';
import { unprotectCell } from '../../../src/domain/spreadsheet-cell.ts';
import { cleanBlanks, isTidy } from '../../../src/domain/text/blanks.ts';
import { controlCharacters } from '../../../src/domain/text/control-characters.ts';
import { foldLookAlikes } from '../../../src/domain/text/look-alikes.ts';
import { misreadLetters } from '../../../src/domain/text/misread-letters.ts';
import { isPlainName, isPlainText, isPlainWord } from '../../../src/domain/text/plain-text.ts';
import { readText } from '../../../src/domain/text/read-text.ts';

const LIMIT = 30;
/** What cells are made of, and what spoils them. */
const piece = fc.constantFrom(
  ...'АәңіқеёЯZabi ?-.,№1=+@\'"«ўјїќӊə',
  ...['\u00a0', '\u200b', '\u00ad', '\u0306', '\u202e', '\u001b', '\u0085', '\n', '\ufffd', '\u2011', '😀'],
);
const text = fc.oneof(
  fc.array(piece, { maxLength: 8 }).map(pieces => pieces.join('')),
  fc
    .array(fc.constantFrom('мұғалім', 'IT', 'маман', ' ', '-', '1'), { maxLength: 9 })
    .map(parts => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 5 }),
);

describe('the quick checks', () => {
  it.each(['Әлия', 'Нұрғалиев', 'ІЛИЯС', 'Семён'])('know «%s» for a plain word', word => {
    expect(isPlainWord(word, LIMIT)).toBe(true);
  });

  it.each(['бастауыш сынып мұғалімі', 'педагог-психолог', '№ 3 мектеп', 'Nomad City', 'IT-маман (0,5)'])(
    'know «%s» for a plain text',
    prose => {
      expect(isPlainText(prose, LIMIT)).toBe(true);
    },
  );

  it('call a word plain only if the rule of names leaves it as it is', () => {
    fc.assert(
      fc.property(text, word => {
        if (isPlainWord(word, LIMIT)) expect(cleanNamePart(word, LIMIT)).toEqual({ ok: true, value: word });
      }),
      { numRuns: 10_000 },
    );
  });

  it('call a name plain only if it is Cyrillic words joined by single hyphens and blanks', () => {
    const near = fc.array(fc.constantFrom('Ә', 'и', '-', ' ', 'ұлы', 'ӊ', 'i', '–'), { maxLength: 7 });
    fc.assert(
      fc.property(
        fc.oneof(
          near.map(parts => parts.join('')),
          text,
        ),
        name => {
          if (!isPlainName(name, LIMIT)) return;
          expect(name).toMatch(/^\p{Script=Cyrillic}+(?:[ -]\p{Script=Cyrillic}+)*$/u);
          expect(foldLookAlikes(name.normalize('NFC'))).toBe(name);
          expect(misreadLetters(name)).toBe(null);
        },
      ),
      { numRuns: 10_000 },
    );
    expect(isPlainName('Сағат-Петрова Анна', LIMIT)).toBe(true);
  });

  it('call a text tidy only if there is nothing to clean in it', () => {
    fc.assert(
      fc.property(text, prose => {
        if (!isTidy(prose)) return;
        expect(prose.normalize('NFC')).toBe(prose);
        expect(prose).not.toMatch(/^\s|\s$|\s\s|[^\S ]|\p{Cf}|\p{Cc}/u);
      }),
      { numRuns: 20_000 },
    );
    expect(isTidy('8 (7112) 50-86-31, «ә»')).toBe(true);
  });

  it('call every character tidy that needs no cleaning, and no other', () => {
    for (let code = 0; code < 0x10000; code++) {
      const sign = String.fromCharCode(code);
      if (isTidy(sign)) expect(sign.normalize('NFC')).toBe(sign);
      if (isTidy(sign)) expect(sign).not.toMatch(/[\s\p{M}\p{Cf}\p{Cc}\p{Cn}]/u);
    }
  });

  it('call a text plain only if no repair and no rule would touch it', () => {
    fc.assert(
      fc.property(text, prose => {
        if (!isPlainText(prose, LIMIT)) return;
        expect(controlCharacters(prose)).toBe(null);
        expect(foldLookAlikes(unprotectCell(cleanBlanks(prose)))).toBe(prose);
        expect(readText(prose, LIMIT)).toEqual({ ok: true, value: prose });
      }),
      { numRuns: 20_000 },
    );
  });

  it('do not let a longer text pass than may be', () => {
    expect(isPlainWord('Ә'.repeat(LIMIT + 1), LIMIT)).toBe(false);
    expect(isPlainText('ә '.repeat(LIMIT), LIMIT)).toBe(false);
  });
});
