import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/locales/catalogue.ts';
import { loadCatalogue } from '../../src/locales/load-language.ts';
import { addressDoubtSamples, addressSamples } from './samples/addresses.ts';
import { untranslated } from './untranslated.ts';

const doubts = Object.entries(addressDoubtSamples).flatMap(([code, list]) =>
  list.map((args: unknown) => ({ code, args: [args] })),
);
const sentences = Object.entries(addressSamples).flatMap(([code, list]) =>
  list.map((args: readonly unknown[]) => ({ code, args })),
);
/** What sentences leave to a shell, or to the reader, as it stands. */
const GIVEN = [/qabyl .*$/, /(?:school|executor)-[a-z0-9-]+/g, /SCHOOL/g];

describe.each(LANGUAGES)('the answers to addresses in %s', async language => {
  const { addresses } = await loadCatalogue(language);
  const { doubts: doubtTexts, overlap, freeChoiceNone, ...others } = addresses;

  function expectSentence(text: string, args: readonly unknown[]): void {
    expect(text).toMatch(/(?:[.?]|qabyl .*)$/);
    expect(text).not.toMatch(/undefined|null|NaN|\[object|\s\s|\s[.,;](?=\s|$)|\.\.$/);
    if (language === 'en') return;
    expect(text).toMatch(/\p{Script=Cyrillic}/u);
    const own = GIVEN.reduce((rest, given) => rest.replace(given, ''), text);
    expect(untranslated(own, args)).toEqual([]);
    expect(text, 'quotes of the language').not.toMatch(/[“”]/);
  }

  it('have a sample for every sentence', () => {
    expect(Object.keys(addressDoubtSamples).sort()).toEqual(Object.keys(doubtTexts).sort());
    expect(Object.keys(addressSamples).sort()).toEqual(Object.keys(others).sort());
  });

  it.each([...doubts, ...sentences])('$code $args is a whole sentence', ({ code, args }) => {
    const texts = { ...doubtTexts, ...others } as Readonly<Record<string, (...args: unknown[]) => string>>;
    const text = texts[code]?.(...args) ?? '';
    expectSentence(text, args);
    for (const given of args.flat())
      if (typeof given === 'string' && given.trim() !== '' && code !== 'address-without-street')
        expect(text).toContain(given);
  });

  it.each([overlap, freeChoiceNone])('%s', text => expectSentence(text, []));

  it.each(doubts.filter(({ code }) => code !== 'address-without-street'))(
    '$code names what was written, and what there is',
    ({ code, args }) => {
      const texts = doubtTexts as Readonly<Record<string, (args: unknown) => string>>;
      const text = texts[code]?.(args[0]) ?? '';
      for (const [name, value] of Object.entries(args[0] as Readonly<Record<string, unknown>>)) {
        if (name === 'nearest') continue;
        for (const each of [value].flat())
          expect(text).toContain(typeof each === 'string' ? each : (each as { school: string }).school);
      }
    },
  );
});
