import stringWidth from 'fast-string-width';
import { describe, expect, it } from 'vitest';
import { fails, passes, tells, warns } from '../../src/domain/doctor/check.ts';
import { problem } from '../../src/domain/problem.ts';
import { LANGUAGES } from '../../src/locales/catalogue.ts';
import { loadCatalogue } from '../../src/locales/load-language.ts';
import { formatDoctor } from '../../src/output/doctor-text.ts';
import { makeStyle } from '../../src/output/style.ts';

const style = makeStyle(false);
const results = [
  {
    id: 'program' as const,
    ...passes('program-at-work', {
      program: '0.1.0',
      schema: '0001-first',
      node: 'v24.1.0',
      platform: 'linux',
    }),
  },
  { id: 'disk-space' as const, ...warns('disk-short', { free: 20_000_000, needed: 51_000_000 }) },
  {
    id: 'file-mode' as const,
    ...warns(
      'file-open-to-others',
      { path: '/var/lib/мектеп/qabyl.db', bits: '0644' },
      { kind: 'shell', words: ['chmod', '600', '/var/lib/мектеп деректері/қалалық бөлім/qabyl.db'] },
    ),
  },
  {
    id: 'database-reachable' as const,
    ...tells(problem('database-unreachable', { target: '/var/qabyl.db', reason: 'EIO' })),
  },
  {
    id: 'login' as const,
    ...fails(
      'forbidden',
      'login-lacks',
      { login: 'operator_1', lacks: ['insert on staff', 'select on org'] },
      { kind: 'sql', statement: 'grant insert on "public"."staff" to "operator_1";' },
      { kind: 'sql', statement: 'grant select on "public"."org" to "operator_1";' },
    ),
  },
  {
    id: 'schema' as const,
    ...fails(
      'settings',
      'schema-pending',
      { version: '0001-first', pending: ['0002-second'] },
      { kind: 'qabyl', words: ['qabyl', 'init'] },
    ),
  },
];

describe.each(LANGUAGES)('what doctor prints in %s', async language => {
  const catalogue = await loadCatalogue(language);
  const printed = (width: number | null) =>
    formatDoctor(results, catalogue, ['--db', 'my db'], style, width).split('\n');
  const isPasted = (line: string) => /^ {4}(chmod|grant|qabyl init) /.test(line);

  it.each([40, 60, 100])('stays within %i columns, but what is to be pasted stays one line', width => {
    const lines = printed(width);
    expect(lines.filter(line => stringWidth(line) > width && !isPasted(line))).toEqual([]);
    expect(lines.filter(isPasted).map(line => line.trim())).toEqual([
      'chmod 600 "/var/lib/мектеп деректері/қалалық бөлім/qabyl.db"',
      'grant insert on "public"."staff" to "operator_1";',
      'grant select on "public"."org" to "operator_1";',
      'qabyl init --db "my db"',
    ]);
  });

  it('is one line a check in a pipe, marked by a sign and not by colour alone', () => {
    const checks = printed(null).filter(line => /^\S+ [a-z]/.test(line) && !/^\d/.test(line));
    expect(checks.map(line => line.slice(0, 3))).toEqual(['✓ p', '! d', '! f', '✗ d', '✗ l', '✗ s']);
  });

  it('says the same on every width', () => {
    const letters = (width: number | null) => printed(width).join('').replace(/\s/g, '');
    expect(letters(40)).toBe(letters(null));
    expect(letters(100)).toBe(letters(null));
  });

  it('ends with how many checks fail', () => {
    expect(printed(100).at(-2)).toContain('3');
  });
});
