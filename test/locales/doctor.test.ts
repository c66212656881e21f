import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/locales/catalogue.ts';
import { lists, size, span } from '../../src/locales/doctor-words.ts';
import { loadCatalogue } from '../../src/locales/load-language.ts';
import { asTheyStand } from '../../src/locales/text.ts';
import { backupSamples } from './samples/backup.ts';
import { doctorSamples } from './samples/doctor.ts';
import { untranslated } from './untranslated.ts';

const all = Object.entries(doctorSamples).flatMap(([code, list]) =>
  list.map((args: unknown, nth) => ({ code, nth, args })),
);

describe.each(LANGUAGES)('what doctor finds, in %s', async language => {
  const { doctor } = await loadCatalogue(language);
  const texts: Readonly<Record<string, (args: never) => string>> = doctor.findings;

  it.each(all)('$code ($nth) is one or more whole sentences of that language', ({ code, args }) => {
    const text = texts[code]?.(args as never) ?? '';
    expect(text).toMatch(/^\S.*[^.]\.$/);
    expect(text).not.toMatch(/undefined|null|NaN|\[object|\s\s|: [.;]/);
    if (language === 'en') return;
    expect(text).toMatch(/\p{Script=Cyrillic}/u);
    expect(untranslated(text, args)).toEqual([]);
  });

  it('has one word for a login, as the problems and the help have', async () => {
    const { problems, help } = await loadCatalogue(language);
    const [sample] = backupSamples['backup-partial'];
    const told = [
      ...all.map(({ code, args }) => texts[code]?.(args as never) ?? ''),
      JSON.stringify(problems['backup-partial'](sample, asTheyStand)),
      JSON.stringify(help),
    ].join('\n');
    expect(told).not.toMatch(/тіркелгі|учётн/iu);
  });

  it('counts checks and warnings, and leaves out what there is none of', () => {
    expect(doctor.well(13, 0)).toMatch(/13/);
    expect(doctor.well(13, 0)).not.toMatch(/\b0\b/);
    expect(doctor.well(13, 2)).toMatch(/13.*2/);
    expect(doctor.ill(1)).toMatch(/1/);
  });

  it('tells whether a clock is ahead or behind', () => {
    const said = (seconds: number) => doctor.findings['clock-off']({ seconds });
    expect(said(90)).not.toBe(said(-90));
  });
});

describe('sizes, spans and lists', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1.0 kB'],
    [51_400_000, '51.4 MB'],
    [314_000_000, '314 MB'],
    [2_500_000_000_000_000, '2500000 GB'],
  ])('%i bytes are %s', (bytes, text) => {
    expect(size(bytes, ['B', 'kB', 'MB', 'GB'], '.')).toBe(text);
  });

  it.each([
    [0, '0 s'],
    [59, '59 s'],
    [-61, '1 min 1 s'],
    [3600, '1 h'],
    [90_061, '1 d 1 h'],
  ])('%i seconds are %s', (seconds, text) => {
    expect(span(seconds, ['d', 'h', 'min', 's'])).toBe(text);
  });

  it('a list with nothing in it has no heading', () => {
    expect(lists(['removed', []], ['altered', ['a', 'b']], ['put in', ['c']])).toBe(
      'Altered: a, b; put in: c.',
    );
  });
});
