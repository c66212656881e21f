import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/locales/catalogue.ts';
import { loadCatalogue } from '../../src/locales/load-language.ts';
import { findingSamples } from './samples/findings.ts';
import { untranslated } from './untranslated.ts';

const all = Object.entries(findingSamples).flatMap(([code, list]) =>
  list.map((args: unknown, nth) => ({ code, nth, args })),
);

describe.each(LANGUAGES)('the findings in %s', async language => {
  const { findings } = await loadCatalogue(language);
  const texts: Readonly<Record<string, (args: never) => string>> = findings;

  it.each(all)('$code ($nth) is a whole sentence of that language', ({ code, args }) => {
    const text = texts[code]?.(args as never) ?? '';
    expect(text).toMatch(/[^.]\.$/);
    expect(text).not.toMatch(/undefined|null|NaN|\[object|\s\s/);
    if (language === 'en') return;
    expect(text).toMatch(/\p{Script=Cyrillic}/u);
    expect(untranslated(text, args)).toEqual([]);
  });

  it('does not count streets where there are none', () => {
    expect(findings['territory-without-overlap']({ streets: 0 })).not.toContain('0');
  });

  it('names every disagreement of the year settings in words', () => {
    const text = findings['settings-inconsistent'](findingSamples['settings-inconsistent'][0]);
    expect(text).not.toMatch(/settings-|class-size-/);
  });
});
