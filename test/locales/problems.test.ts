import { describe, expect, it } from 'vitest';
import type { ProblemArgs } from '../../src/domain/problem.ts';
import { LANGUAGES } from '../../src/locales/catalogue.ts';
import { loadCatalogue } from '../../src/locales/load-language.ts';
import { asTheyStand, type Pasting, type Text } from '../../src/locales/text.ts';
import { accessSamples } from './samples/access.ts';
import { backupSamples } from './samples/backup.ts';
import { encodingSamples } from './samples/encoding.ts';
import { historySamples } from './samples/history.ts';
import { identitySamples } from './samples/identity.ts';
import { inputSamples } from './samples/input.ts';
import { operationSamples } from './samples/operation.ts';
import { orderSamples } from './samples/order.ts';
import type { Samples } from './samples/samples.ts';
import { authoritySamples, seasonSamples } from './samples/season.ts';
import { territorySamples } from './samples/territory.ts';
import { workbookSamples } from './samples/workbook.ts';
import { untranslated } from './untranslated.ts';

/** A command with its words, up to where the sentence goes on. */
const COMMAND = /qabyl (?!help)[a-z]+.*?(?: --db DB|$)/gu;

const samples: Samples<ProblemArgs> = {
  ...accessSamples,
  ...identitySamples,
  ...encodingSamples,
  ...inputSamples,
  ...operationSamples,
  ...seasonSamples,
  ...authoritySamples,
  ...territorySamples,
  ...orderSamples,
  ...workbookSamples,
  ...historySamples,
  ...backupSamples,
};

const all = Object.entries(samples).flatMap(([code, list]) =>
  list.map((args: unknown, nth) => ({ code, nth, args })),
);

describe.each(LANGUAGES)('the problems in %s', async language => {
  const { problems } = await loadCatalogue(language);
  const texts: Readonly<Record<string, (args: never, run: Pasting) => Text>> = problems;

  it('have a sample for every code', () => {
    expect(Object.keys(samples).sort()).toEqual(Object.keys(problems).sort());
  });

  it.each(all)('$code ($nth) is a whole sentence of that language', ({ code, args }) => {
    const { message, fix } = texts[code]?.(args as never, asTheyStand) ?? { message: '', fix: null };
    expect(message).toMatch(/[.?!]$/);
    expect(fix).not.toBe('');
    for (const text of [message, ...(fix === null ? [] : [fix])]) {
      expect(text).not.toMatch(/undefined|null|NaN|\[object|\s\s|\s[.,;](?=\s|$)|\.\.$/);
      if (language === 'en') continue;
      expect(text).toMatch(/\p{Script=Cyrillic}/u);
      expect(untranslated(text, args)).toEqual([]);
      expect(text, 'quotes of the language').not.toMatch(/[“”]/);
    }
  });

  it.each(all)(
    '$code ($nth) gives every command that it names the options that were given',
    ({ code, args }) => {
      const given = (command: string) => `${command} --db DB`;
      const { fix } = texts[code]?.(args as never, { own: given, others: given }) ?? { fix: null };
      // Help needs no data, another database has its own, and a plan is given to a command that was typed before.
      const exempt = ['database-encoding', 'plan-other-command'];
      for (const [command] of exempt.includes(code) ? [] : (fix ?? '').matchAll(COMMAND))
        expect(command).toMatch(/ --db DB$/);
    },
  );
});
