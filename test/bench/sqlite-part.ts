import { type Bench, count, type Group } from './bench.ts';
import type { Claim } from './claims.ts';
import type { Job } from './measure.ts';
import { findPeer, peerNote } from './peer-programs.ts';
import { SqliteFiles } from './sqlite-files.ts';
import { ownAgain, ownDryRun, ownImport, sqlite3Import, sqliteUtilsUpsert } from './sqlite-jobs.ts';

const REAL = 'qabyl import-staff';
const DRY = 'qabyl import-staff --dry-run';
const AGAIN = 'qabyl import-staff, same file again';
const SQLITE3 = 'sqlite3 .import';
const WITHOUT_ROWID = 'sqlite3 .import, table without rowid';
const MORE_CACHE = 'sqlite3 .import, 64 MB of cache';
const UTILS = 'sqlite-utils upsert';

/** `first`, `again` and `dry`: one file into SQLite. */
export function sqlitePart({ parts, rows, folder, staffFile }: Bench): Group {
  const first = parts.has('first');
  const again = parts.has('again');
  const dry = parts.has('dry');
  const sqlite3 = findPeer('sqlite3');
  const utils = findPeer('sqlite-utils');
  const file = staffFile(rows);
  const files = new SqliteFiles(folder);
  const jobs: Job[] = [];
  const claims: Claim[] = [];
  if ((first || again) && sqlite3.version !== null)
    jobs.push(...sqlite3Jobs(file, rows, files).slice(0, first ? undefined : 1));
  if (first && utils.version !== null) jobs.push(sqliteUtilsUpsert(UTILS, file, rows, files));
  if (first || dry) jobs.push(ownImport(REAL, file, rows, files));
  if (dry) jobs.push(ownDryRun(DRY, file, files));
  if (again) jobs.push(ownAgain(AGAIN, file, rows, files));
  if (first) {
    claims.push({ of: REAL, against: SQLITE3, figure: 'time', bar: { most: 1.2, aim: 1 } });
    for (const other of [WITHOUT_ROWID, MORE_CACHE])
      claims.push({ of: REAL, against: other, figure: 'time' });
    claims.push({ of: UTILS, against: REAL, figure: 'time', bar: { least: 6 } });
  }
  if (dry) claims.push({ of: DRY, against: REAL, figure: 'time', bar: { most: 1 } });
  if (again) claims.push({ of: AGAIN, against: SQLITE3, figure: 'time', bar: { most: 1 } });
  return {
    title: `SQLite, ${count(rows)} employees`,
    notes: [
      ...(first || again ? [peerNote(sqlite3)] : []),
      ...(first ? [peerNote(utils)] : []),
      "peers: rows by number and the IIN as the key, as in qabyl's table; no checks; SQLite's own settings (rollback journal, synchronous FULL, 2 MB of cache)",
      'qabyl: key (organisation, IIN), every check, history and digest; WAL, synchronous FULL, a page size and a cache of its own',
    ],
    jobs,
    claims,
  };
}

/** The peer as it comes, which is what the bars are about, and two others to see how much its shape decides. */
function sqlite3Jobs(file: string, rows: number, files: SqliteFiles): Job[] {
  return [
    sqlite3Import(SQLITE3, file, rows, files),
    sqlite3Import(WITHOUT_ROWID, file, rows, files, { options: 'without rowid' }),
    sqlite3Import(MORE_CACHE, file, rows, files, { settings: 'pragma cache_size = -65536;' }),
  ];
}
