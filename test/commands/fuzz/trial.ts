import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import { loadCatalogue } from '../../../src/locales/load-language.ts';
import type { Answer, District } from '../../support/district.ts';
import { parseSarif } from '../../support/json-schemas.ts';
import type { Contents, WatchedDatabase } from './watched-database.ts';

/** Ways to ask for the same import. */
export const manner: fc.Arbitrary<readonly string[]> = fc
  .tuple(
    fc.constantFrom([], ['--skip-invalid'], ['--skip-invalid', '--rejects', 'bad.csv'], ['--sync', '--yes']),
    fc.oneof(
      { arbitrary: fc.constant([]), weight: 12 },
      {
        arbitrary: fc.constantFrom(
          ['--no-repair'],
          ['--encoding', 'cp1251'],
          ['--delimiter', ','],
          ['--map', 'Стаж=-'],
        ),
        weight: 1,
      },
    ),
    fc.constantFrom('en', 'ru', 'kk'),
  )
  .map(([one, other, lang]) => [...one, ...other, '--lang', lang]);

const codes = new Set(Object.keys((await loadCatalogue('en')).problems));

/** Imports some bytes as every script may do, and looks whether everything that is said about it is true. */
export async function trial(
  district: District,
  as: string,
  database: WatchedDatabase,
  bytes: Uint8Array,
  flags: readonly string[],
): Promise<void> {
  writeFileSync(join(district.database.folder, 'staff.csv'), bytes);
  const argv = ['import-staff', 'staff.csv', '--org', 'school-1', ...flags];
  const before = await database.contents();
  const dry = await district.change(as, [...argv, '--dry-run']);
  expectHonest(dry);
  expect(await database.contents(), 'a dry run wrote').toEqual(before);
  if (dry.document.outcome !== 'planned') {
    const sarif = await district.text(as, [...argv, '--format', 'sarif']);
    expect([sarif.code, parseSarif(sarif).results.length >= dry.codes.length]).toEqual([dry.code, true]);
    expect(await database.contents(), `written, though ${dry.document.outcome}`).toEqual(before);
    return;
  }
  try {
    await realTrial(district, as, database, argv, before, dry);
  } finally {
    await database.restore();
  }
}

/** What was planned is applied, to the last row, and only once. */
async function realTrial(
  district: District,
  as: string,
  database: WatchedDatabase,
  argv: readonly string[],
  before: Contents,
  dry: Answer,
): Promise<void> {
  const real = await district.change(as, argv);
  expectHonest(real);
  const written = ['applied', 'partly-applied'].includes(real.document.outcome);
  expect(written, real.stdout).toBe(true);
  const { outcome, change } = real.document;
  expect(real.document, 'a dry run is the real run').toEqual({ ...dry.document, outcome, change });
  expectWhole(before, await database.contents(), real);
  const again = await district.change(as, argv);
  expect([again.document.outcome, again.code], again.stdout).toEqual(['unchanged', real.code]);
}

/** One document, a known outcome with its code, no fault, nothing that only a programmer understands. */
function expectHonest(answer: Answer): void {
  const fault = answer.document.problems.find(({ code }) => code === 'fault');
  const details = /\/\S*qabyl-fault\S*\.txt/.exec(`${fault?.message} ${fault?.fix}`)?.[0];
  if (fault) throw new Error(details ? readFileSync(details, 'utf8') : fault.message);
  expect([0, 2, 3, 5, 6], answer.stdout).toContain(answer.code);
  expect(answer.stderr).not.toMatch(/^\s+at .*:\d+:\d+/m);
  for (const { code, message, fix } of answer.document.problems) {
    expect(codes).toContain(code);
    expect(`${message} ${fix}`).not.toMatch(/undefined|\[object |NaN/);
  }
}

/** The change is there to the last row, and nothing beside it has moved. */
function expectWhole(before: Contents, after: Contents, { document }: Answer): void {
  const { summary, change } = document;
  const rows = ({ staff, staff_role }: Contents) => [...staff, ...staff_role];
  const own = rows(after).filter(row => row.change === change);
  const others = rows(after).filter(row => row.change !== change);
  const formers = after.former_row.filter(row => row.change === change);
  const dismissed = document.approvals.length > 0;
  if (!dismissed) expect(own.length).toBe(summary.add + summary.update);
  expect(formers.length).toBe(summary.update + summary.remove);
  expect(rows(before)).toEqual(expect.arrayContaining(others));
  expect(after.change.length).toBe(before.change.length + 1);
  expect(after.change.at(-1)?.id).toBe(change);
}
