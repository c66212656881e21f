// `npm run bench`: the same work by qabyl and its peers, side by side in one run; medians of five and ratios.
// `npm run bench -- 500000` for another number of employees.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { story } from '../../fixtures/story.ts';
import { writeStaffFile } from './staff-file.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
const program = join(project, 'bin/qabyl.js');
const ROUNDS = 5;
const DEFAULT_EMPLOYEES = 50_000;

const employees = Number(process.argv[2] ?? DEFAULT_EMPLOYEES);
const folder = mkdtempSync(join(tmpdir(), 'qabyl-bench-'));
const staff = join(folder, 'staff.csv');
const say = (text: string) => process.stdout.write(`${text}\n`);

interface Measure {
  readonly name: string;
  /** median of the rounds, in milliseconds */
  readonly median: number;
}

try {
  say(
    `Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ${employees} employees`,
  );
  const bare = measure('node -e ""', () => run(['-e', '']));
  report('start-up', bare, [
    measure('qabyl --version', () => run([program, '--version'])),
    measure('qabyl --help', () => run([program, '--help'])),
    measure('qabyl import-staff --help', () => run([program, 'import-staff', '--help'])),
    measure('qabyl explain-houses "1-45"', () => run([program, 'explain-houses', '1-45'])),
  ]);
  await writeStaffFile(staff, employees);
  const peer = measureImport('sqlite3 .import', importWithSqlite3);
  const own = [
    measureImport('qabyl import-staff --dry-run', target => importWithQabyl(target, ['--dry-run'])),
    measureImport('qabyl import-staff', target => importWithQabyl(target, [])),
  ];
  if (Number.isFinite(peer.median)) report('first import', peer, own);
  else report('first import (sqlite3 is not installed: no peer)', own[1] ?? bare, own);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Runs a job five times and keeps the median. */
function measure(name: string, job: () => void): Measure {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    job();
    return performance.now() - start;
  });
  return { name, median: times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN };
}

/** The same with a fresh database each time; preparing it is not part of the time. */
function measureImport(name: string, job: (target: string) => boolean): Measure {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const target = join(folder, `${name.replace(/\W/g, '')}-${round}.db`);
    run([program, 'init', '--db', target, ...initFlags()]);
    const start = performance.now();
    if (!job(target)) return { name, median: Number.NaN };
    times.push(performance.now() - start);
  }
  return { name, median: times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN };
}

function importWithQabyl(target: string, more: readonly string[]): boolean {
  const { code } = story.department;
  run([
    program,
    'import-staff',
    staff,
    '--db',
    target,
    '--as',
    story.admin.iin,
    '--org',
    code,
    '--yes',
    '--quiet',
    ...more,
  ]);
  return true;
}

/** The peer: the database's own importer, into a table with the same key. */
function importWithSqlite3(target: string): boolean {
  const table =
    'create table peer (iin text primary key, surname, given_name, patronymic, position, phone, email, hired_on) without rowid;';
  const { status } = spawnSync('sqlite3', [
    target,
    table,
    '.mode csv',
    '.separator ;',
    `.import --skip 1 ${staff} peer`,
  ]);
  return status === 0;
}

function initFlags(): string[] {
  const { department, admin, year } = story;
  return [
    '--department',
    department.name,
    '--code',
    department.code,
    '--bin',
    department.bin,
    '--admin-iin',
    admin.iin,
    '--admin-name',
    admin.name,
    '--year',
    year,
  ];
}

function run(args: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`exit code ${status} from ${args.join(' ')}\n${stderr}`);
}

function report(title: string, base: Measure, others: readonly Measure[]): void {
  say(`\n${title}`);
  for (const { name, median } of [base, ...others])
    say(
      `  ${name.padEnd(34)}${median.toFixed(0).padStart(8)} ms${(median / base.median).toFixed(2).padStart(8)} ×`,
    );
}
