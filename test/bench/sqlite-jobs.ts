import { runChild } from './child.ts';
import type { Job } from './measure.ts';
import { importStaff } from './qabyl.ts';
import type { SqliteFiles } from './sqlite-files.ts';
import { HEADER } from './staff-file.ts';

/** `qabyl init` is the first change of every database. */
const INIT = 1;

/** The first import into a fresh database. */
export function ownImport(name: string, file: string, rows: number, files: SqliteFiles, watch = false): Job {
  return {
    name,
    prepare: () => files.freshOwn('own'),
    run: () => importStaff(file, files.path('own'), { watch }),
    check: async () => files.checkOwn('own', rows, INIT + 1),
    clean: async () => files.drop('own'),
  };
}

/** The same with `--dry-run`. */
export function ownDryRun(name: string, file: string, files: SqliteFiles): Job {
  return {
    name,
    prepare: () => files.freshOwn('dry'),
    run: () => importStaff(file, files.path('dry'), { dry: true }),
    check: async () => files.checkOwn('dry', 0, INIT),
    clean: async () => files.drop('dry'),
  };
}

/** The file into a database that holds all of it: nothing is written, so that one database serves every round. */
export function ownAgain(name: string, file: string, rows: number, files: SqliteFiles, watch = false): Job {
  const db = `again-${rows}`;
  let loaded = false;
  return {
    name,
    prepare: async () => {
      if (loaded) return;
      await files.freshOwn(db);
      await importStaff(file, files.path(db));
      loaded = true;
    },
    run: () => importStaff(file, files.path(db), { watch }),
    check: async () => files.checkOwn(db, rows, INIT + 1),
  };
}

/** How the peer differs from its defaults. */
export interface PeerShape {
  /** of the table, as SQL */
  readonly options?: string;
  /** SQL that comes before the import */
  readonly settings?: string;
}

export function sqlite3Import(
  name: string,
  file: string,
  rows: number,
  files: SqliteFiles,
  { options, settings }: PeerShape = {},
): Job {
  const commands = [
    ...(settings === undefined ? [] : [settings]),
    '.bail on',
    '.mode csv',
    '.separator ;',
    `.import --skip 1 "${file}" peer`,
  ];
  return {
    name,
    prepare: async () => files.freshPeer('sqlite3', options),
    run: () =>
      runChild({
        program: 'sqlite3',
        args: ['-batch', '-init', '/dev/null', files.path('sqlite3'), ...commands],
      }),
    check: async () => files.checkPeer('sqlite3', rows),
    clean: async () => files.drop('sqlite3'),
  };
}

export function sqliteUtilsUpsert(name: string, file: string, rows: number, files: SqliteFiles): Job {
  const key = HEADER[0] ?? '';
  return {
    name,
    prepare: async () => files.freshPeer('sqlite-utils'),
    run: () =>
      runChild({
        program: 'sqlite-utils',
        args: [
          ...['upsert', files.path('sqlite-utils'), 'peer', file, '--pk', key],
          ...['--csv', '--delimiter', ';', '--silent'],
        ],
      }),
    check: async () => files.checkPeer('sqlite-utils', rows),
    clean: async () => files.drop('sqlite-utils'),
  };
}
