import { describe, expect, it } from 'vitest';
import { problem } from '../../src/domain/problem.ts';
import { LANGUAGES } from '../../src/locales/catalogue.ts';
import { loadCatalogue } from '../../src/locales/load-language.ts';
import { textOf } from '../../src/output/problem-json.ts';
import { parsed, pasted } from '../support/paste.ts';

const NAMES = ['$(touch x).db', 'a"b', '-x.db', '--yes', '`id`', 'көшірме 1.db', "o'k\\"];

/** The command behind the last colon of a fix. */
const commandOf = (fix: string | null) => /qabyl .*/su.exec(fix ?? '')?.[0] ?? '';

describe.each(LANGUAGES)('a name in a command to paste, %s', language => {
  it.each(NAMES)('reaches the program as it is: %s', async name => {
    const catalogue = await loadCatalogue(language);
    const own = (command: string) => `${command} --db x.db`;
    const text = (one: Parameters<typeof textOf>[0]) =>
      commandOf(textOf(one, { ...catalogue, pasting: { own, others: own } }).fix);
    const replaced = await parsed(pasted(text(problem('backup-exists', { file: name }))));
    expect(replaced).toMatchObject({ name: 'backup', argument: name, options: { yes: true, db: 'x.db' } });
    const tied = await parsed(pasted(text(problem('login-without-access', { login: name }))));
    expect(tied.options.login).toBe(name);
    const taken = await parsed(pasted(text(problem('login-of-another', { login: name, iin: '1' }))));
    expect(taken.options.login).toBe(name);
  });
});
