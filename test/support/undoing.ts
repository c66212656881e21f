import { expect } from 'vitest';
import { story } from '../../fixtures/story.ts';
import type { Answer, District } from './district.ts';
import { type DocumentOf, parseDocument } from './json-schemas.ts';
import { inventIin } from './people.ts';

/** The school whose people come and go in the tests of `undo`. */
export const UNDO_SCHOOL = 'school-2';

const admin = story.admin.iin;

/** Runs a changing command that must work. @returns its number */
export async function making(district: District, as: string, ...argv: readonly string[]): Promise<number> {
  return (await district.done(as, argv)).document.change ?? 0;
}

/** A file of one employee. */
export function staffFile(district: District, n: number, position = 'мұғалім'): string {
  return district.file('iin,surname,given_name,position', `${inventIin(n)},Ахметова,Әлия,${position}`);
}

/** Imports one employee. @returns the number of the change */
export function importing(district: District, n: number, position?: string): Promise<number> {
  return making(district, admin, 'import-staff', staffFile(district, n, position), '--org', UNDO_SCHOOL);
}

/** Gives an employee a role. @returns the number of the change */
export function giving(district: District, n: number, role: string, ...more: readonly string[]) {
  const argv = ['assign-role', '--org', UNDO_SCHOOL, '--role', role, '--staff', inventIin(n), ...more];
  return making(district, admin, ...argv);
}

/** An undo that is approved and must leave nothing behind all the same. */
export function refusedUndo(district: District, change: number, as = admin): Promise<Answer> {
  return district.refused(as, ['undo', String(change), '--yes']);
}

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
