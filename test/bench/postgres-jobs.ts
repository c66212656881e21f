import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BenchPostgres, COLUMNS, PASSWORD } from './bench-postgres.ts';
import { runChild } from './child.ts';
import type { Job } from './measure.ts';
import { importStaff } from './qabyl.ts';

/** @param port another way to the server than its own port */
export function ownImport(
  name: string,
  file: string,
  rows: number,
  server: BenchPostgres,
  port = server.port,
): Job {
  return {
    name,
    prepare: () => server.fresh('own', 'own'),
    run: () => importStaff(file, server.url('own', port)),
    check: () => server.check('own', 'own', rows),
    clean: () => server.drop('own'),
  };
}

export function psqlCopy(name: string, file: string, rows: number, server: BenchPostgres): Job {
  const copy = `\\copy peer (${COLUMNS}) from '${file}' with (format csv, delimiter ';', header)`;
  return {
    name,
    prepare: () => server.fresh('psql', 'peer'),
    run: () =>
      runChild({
        program: 'psql',
        args: ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-d', server.url('psql'), '-c', copy],
        env: { PGPASSWORD: PASSWORD },
      }),
    check: () => server.check('psql', 'peer', rows),
    clean: () => server.drop('psql'),
  };
}

export function pgloaderLoad(
  name: string,
  file: string,
  rows: number,
  server: BenchPostgres,
  folder: string,
): Job {
  const commands = join(folder, 'pgloader.load');
  return {
    name,
    prepare: async () => {
      await server.fresh('pgloader', 'peer');
      writeFileSync(
        commands,
        `LOAD CSV FROM '${file}' (${COLUMNS})
         INTO ${server.url('pgloader')} TARGET TABLE peer (${COLUMNS})
         WITH skip header = 1, fields terminated by ';', fields optionally enclosed by '"';\n`,
      );
    },
    run: () => runChild({ program: 'pgloader', args: ['--root-dir', join(folder, 'pgloader'), commands] }),
    check: () => server.check('pgloader', 'peer', rows),
    clean: () => server.drop('pgloader'),
  };
}
