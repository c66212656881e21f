import { expect } from 'vitest';
import type { Answer, District } from './district.ts';
import { type DocumentOf, parseDocument } from './json-schemas.ts';

/** Takes a change back with everything that a person is asked for: approval, and the numbers that thresholds name. */
export async function undoing(district: District, as: string, change: number): Promise<Answer> {
  const argv = ['undo', String(change), '--yes'];
  const answer = await district.change(as, argv);
  const named = answer.document.problems.flatMap(({ fix }) => fix?.match(/--allow-\w+=\d+/g) ?? []);
  return answer.code === 5 ? district.change(as, [...argv, ...new Set(named)]) : answer;
}

/** The same, where it must work. @returns the number of the undo */
export async function undone(district: District, as: string, change: number): Promise<number> {
  const answer = await undoing(district, as, change);
  expect(answer.code, `undo ${change}\n${answer.stdout}`).toBe(0);
  return answer.document.change ?? 0;
}

/** What `verify-history` says. */
export async function verification(
  district: District,
  as: string,
): Promise<DocumentOf<'qabyl.verification/1'>> {
  const run = await district.text(as, ['verify-history', '--json', '--lang', 'en']);
  const document = parseDocument(run, 'qabyl.verification/1');
  expect(run.code, run.stdout).toBe(document.ok ? 0 : 3);
  return document;
}

/** History and data agree. */
export async function expectWhole(district: District, as: string): Promise<void> {
  expect((await verification(district, as)).breaks).toEqual([]);
}
