import { fileURLToPath } from 'node:url';
import { story } from '../../fixtures/story.ts';
import { type Command, type Run, runChild } from './child.ts';

const program = fileURLToPath(new URL('../../bin/qabyl.js', import.meta.url));

/** How `check-readiness` ends where something is not ready. */
export const NOT_READY = 8;

/** The built program, with a database (what `--db` takes) that the environment names. */
export function runQabyl(
  args: readonly string[],
  db?: string,
  { watch = false, accept = 0 }: Pick<Command, 'watch' | 'accept'> = {},
): Promise<Run> {
  return runChild({
    program: process.execPath,
    args: [program, ...args],
    env: { QABYL_AS: story.admin.iin, QABYL_LANG: 'en', ...(db === undefined ? {} : { QABYL_DB: db }) },
    watch,
    accept,
  });
}

/** `qabyl import-staff` of a file into the department of a database that `initDatabase` has made. */
export function importStaff(
  file: string,
  db: string,
  more: { readonly dry?: boolean; readonly watch?: boolean; readonly changes?: number } = {},
): Promise<Run> {
  const flags = ['--org', story.department.code, '--yes', '--quiet', ...(more.dry ? ['--dry-run'] : [])];
  if (more.changes !== undefined) flags.push(`--allow-changes=${more.changes}`);
  return runQabyl(
    ['import-staff', file, ...flags],
    db,
    more.watch === undefined ? {} : { watch: more.watch },
  );
}

/** `qabyl init`: the department and its super-administrator, who is its first employee. */
export async function initDatabase(db: string): Promise<void> {
  const { department, admin, year } = story;
  const flags = {
    department: department.name,
    code: department.code,
    bin: department.bin,
    'admin-iin': admin.iin,
    'admin-name': admin.name,
    year,
  };
  await runQabyl(['init', ...Object.entries(flags).flatMap(([name, value]) => [`--${name}`, value])], db);
}

/** Employees that `initDatabase` leaves behind. */
export const EMPLOYEES_OF_INIT = 1;
