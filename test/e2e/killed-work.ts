import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scenes, story } from '../../fixtures/story.ts';
import { inventedIins, STAFF_HEADER, staffLines } from '../support/invented-staff.ts';
import type { Inside } from '../support/look-inside.ts';
import { runProgram } from '../support/program.ts';

/** What is killed: small enough to be run two hundred times, large enough that most of the time is its own work. */
const PEOPLE = 3000;
const STREETS = 400;
/** Years of birth in which people are invented, from 1920 on. */
const YEARS = 80;

export interface Place {
  readonly target: string;
  readonly folder: string;
}

/** Work that can be done again and again. Every round that was done to its end adds one change to the history. */
export interface Work {
  readonly name: string;
  /** commands that come first */
  readonly before: readonly (readonly string[])[];
  /** writes the files that `before` and a round read, which may be begun again after a kill */
  readonly files: (folder: string, round: number) => void;
  /** the command of a round, 0 for the first */
  readonly argv: (round: number, changes: number) => readonly string[];
  /** what the rows are after so many rounds */
  readonly rows: (inside: Inside) => Promise<number>;
  readonly expected: (rounds: number) => number;
}

const count = (table: string) => async (inside: Inside) => {
  const [row] = await inside.rows<{ n: number | string }>(`select count(*) as n from ${table}`);
  return Number(row?.n);
};
const all = (rows: number) => ['--yes', `--allow-removals=${rows}`, `--allow-changes=${rows}`];
const staff = (round: number) => `staff-${round}.csv`;

/** People whom no other round has. */
function writeStaff(folder: string, round: number): void {
  const file = join(folder, staff(round));
  const others = PEOPLE * Math.trunc(round / YEARS);
  const iins = inventedIins(others + PEOPLE, 20 + (round % YEARS)).slice(others);
  if (!existsSync(file)) writeFileSync(file, STAFF_HEADER + staffLines(iins));
}

function writeStreets(folder: string): void {
  if (existsSync(join(folder, 'streets.csv'))) return;
  const names = Array.from({ length: STREETS }, (_, i) => `№ ${i + 1} көше`);
  writeFileSync(join(folder, 'streets.csv'), `name_kk\n${names.join('\n')}\n`);
  writeFileSync(
    join(folder, 'bindings.csv'),
    `school,street,houses\n${names.map(name => `school-1,${name},1-45\n`).join('')}`,
  );
}

export const works: readonly Work[] = [
  {
    name: 'an import',
    before: [],
    files: writeStaff,
    argv: round => ['import-staff', staff(round), '--org', 'school-1'],
    rows: count('staff'),
    expected: done => 1 + done * PEOPLE,
  },
  {
    name: 'a binding',
    before: [
      ['assign-role', '--org', story.department.code, '--role', 'admin', '--staff', story.admin.iin],
      ['import-streets', 'streets.csv'],
    ],
    files: writeStreets,
    argv: round => [
      'bind-streets',
      '--file',
      'bindings.csv',
      ...(round % 2 === 0 ? [] : ['--unbind', ...all(STREETS)]),
    ],
    rows: count('binding'),
    expected: done => (done % 2) * STREETS,
  },
  {
    name: 'an undo',
    before: [['import-staff', staff(0), '--org', 'school-1']],
    files: folder => writeStaff(folder, 0),
    // The undo of an undo puts back what that took away.
    argv: (_round, changes) => ['undo', String(changes), ...all(PEOPLE)],
    rows: count('staff'),
    expected: done => 1 + ((done + 1) % 2) * PEOPLE,
  },
];

/** A district with a department and its schools, and what the work needs before it. */
export async function prepare({ target, folder }: Place, work: Work): Promise<void> {
  work.files(folder, 0);
  const env = { QABYL_DB: target, QABYL_AS: story.admin.iin };
  const first = scenes.slice(0, 2).map(({ argv }) => ({ argv, cwd: process.cwd() }));
  for (const { argv, cwd } of [...first, ...work.before.map(argv => ({ argv, cwd: folder }))]) {
    const { code, stderr } = await runProgram(argv, { env, cwd });
    if (code !== 0) throw new Error(stderr);
  }
}
