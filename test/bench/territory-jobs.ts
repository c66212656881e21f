import { copyFileSync, rmSync } from 'node:fs';
import { story } from '../../fixtures/story.ts';
import { type BenchPostgres, PASSWORD } from './bench-postgres.ts';
import { type Run, runChild } from './child.ts';
import type { Job } from './measure.ts';
import { NOT_READY, runQabyl } from './qabyl.ts';
import type { SqliteFiles } from './sqlite-files.ts';

/** The rows that qabyl must look at to tell overlaps and gaps, each once, in the order of the streets; nothing is joined. */
const SAME_ROWS = [
  `select department, street, houses from street where year = '${story.year}' order by department, street`,
  `select department, street, school, houses from binding where year = '${story.year}' order by department, street, school`,
];

/** Overlap and gap of every street of the country, in a database that is never changed. */
export function ownFindings(name: string, db: string): Job {
  const only = 'territory-overlap,territory-gap';
  const argv = ['check-readiness', '--all', '--only', only];
  return { name, run: () => runQabyl(argv, db, { watch: true, accept: NOT_READY }) };
}

/** Start-up alone. */
export function ownStart(name: string): Job {
  return { name, run: () => runQabyl(['--version']) };
}

export function sqlite3Reading(name: string, path: string): Job {
  const args = ['-batch', '-init', '/dev/null', path, ...SAME_ROWS];
  return { name, run: () => runChild({ program: 'sqlite3', args }) };
}

export function psqlReading(name: string, server: BenchPostgres, database: string): Job {
  const args = [
    '-X',
    '-A',
    '-t',
    '-v',
    'ON_ERROR_STOP=1',
    '-d',
    server.url(database),
    ...SAME_ROWS.flatMap(query => ['-c', query]),
  ];
  return {
    name,
    run: (): Promise<Run> => runChild({ program: 'psql', args, env: { PGPASSWORD: PASSWORD } }),
  };
}

/** The table of a whole city into a fresh copy of a database that has its schools and streets. */
export function ownBinding(name: string, file: string, ready: string, rows: number, files: SqliteFiles): Job {
  return {
    name,
    prepare: async () => copyFileSync(files.path(ready), files.path('binding')),
    run: () => runQabyl(['bind-streets', '--file', file, '--yes', '--quiet'], files.path('binding')),
    check: async () => files.expect('binding', 'select count(*) from binding', rows),
    clean: async () => files.drop('binding'),
  };
}

/** Every address of a table, into a file; most of them have one school, some have none, so that it ends with 8. */
export function ownAddresses(name: string, file: string, db: string, answers: string): Job {
  const argv = ['find-school', '--file', file, '--output', answers, '--quiet'];
  return {
    name,
    prepare: async () => rmSync(answers, { force: true }),
    run: () => runQabyl(argv, db, { watch: true, accept: NOT_READY }),
  };
}

/** One address from a cold start. */
export function ownAddress(name: string, address: string, db: string): Job {
  return { name, run: () => runQabyl(['find-school', address], db, { accept: NOT_READY }) };
}

/** A Node that does nothing. */
export function bareNode(name: string): Job {
  return { name, run: () => runChild({ program: process.execPath, args: ['-e', ''] }) };
}
