import { describe, expect, it } from 'vitest';
import { registry } from '../../src/commands/registry.ts';
import { readBin } from '../../src/domain/identity/bin.ts';
import { readIin } from '../../src/domain/identity/iin.ts';
import { COMMANDS } from '../../src/locales/help-words.ts';
import { qabyl } from '../support/run.ts';

/** What is wrong with a command line itself, whatever the database holds. */
const usage = [
  'flag-invalid',
  'flags-conflict',
  'flag-needs',
  'option-unknown',
  'option-argument-missing',
  'command-unknown',
  'arguments-too-many',
];

const examples = await Promise.all(
  COMMANDS.map(async name => (await registry[name].load()).examples.map(line => ({ name, line }))),
);

describe.each(examples.flat())('the example $line', ({ name, line }) => {
  it('is a command line that the program accepts', async () => {
    const words = [...line.replace(' …', '').matchAll(/"([^"]*)"|(\S+)/g)].map(
      ([, quoted, plain]) => quoted ?? plain ?? '',
    );
    expect(words.slice(0, 2)).toEqual(['qabyl', name]);
    const argv = words.slice(1).filter(word => !word.startsWith('postgres://') && word !== '--db');
    // No database and nobody to ask: the line is read, and then there is nothing to do it with.
    const json = await qabyl([...argv, '--json'], { db: '/dev/null/qabyl.db', as: '830703406664' });
    const codes = [...json.stdout.matchAll(/"code": "([^"]+)"/g)].map(([, code]) => code);
    expect(codes.filter(code => usage.includes(code ?? ''))).toEqual([]);
  });
});

describe('the examples', () => {
  it('name nobody with an impossible number', () => {
    const numbers = examples
      .flat()
      .flatMap(({ line }) => [...line.matchAll(/\b\d{12}\b/g)].map(([number]) => number));
    expect(numbers.length).toBeGreaterThan(5);
    expect(numbers.filter(number => !readIin(number).ok && !readBin(number).ok)).toEqual([]);
  });
});
