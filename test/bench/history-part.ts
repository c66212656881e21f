import { join } from 'node:path';
import { type Bench, count, type Group } from './bench.ts';
import { BenchPostgres } from './bench-postgres.ts';
import type { Claim } from './claims.ts';
import type { Job } from './measure.ts';
import { type Move, ownMovePostgres, ownMoveSqlite, psqlMove, sqlite3Move } from './move-jobs.ts';
import { findPeer, peerNote } from './peer-programs.ts';
import { psqlCopy } from './postgres-jobs.ts';
import { importStaff } from './qabyl.ts';
import { SqliteFiles } from './sqlite-files.ts';
import { sqlite3Import } from './sqlite-jobs.ts';
import { writeStaffFile } from './staff-file.ts';

const OWN_SQLITE = 'qabyl import-staff, SQLite';
const OWN_POSTGRES = 'qabyl import-staff, PostgreSQL';
const SQLITE3 = 'sqlite3 update … from';
const PSQL = 'psql update … from';

/** The second third of `trust`: everybody gets another position, with a history and without one. */
export async function historyPart({ rows, order, folder, staffFile }: Bench): Promise<Group> {
  const first = staffFile(rows);
  const move: Move = { file: join(folder, 'moved.csv'), rows };
  writeStaffFile(move.file, rows, order, true);
  const files = new SqliteFiles(folder);
  const server = await BenchPostgres.start(folder);
  await files.freshOwn('own-ready');
  await importStaff(first, files.path('own-ready'));
  await server.fresh('own_ready', 'own');
  await importStaff(first, server.url('own_ready'));
  const sqlite3 = findPeer('sqlite3');
  const psql = findPeer('psql');
  const jobs: Job[] = [];
  if (sqlite3.version !== null) {
    await loaded(sqlite3Import('load', first, rows, files));
    files.copy('sqlite3', 'peer-ready');
    jobs.push(sqlite3Move(SQLITE3, move, 'peer-ready', files));
  }
  jobs.push(ownMoveSqlite(OWN_SQLITE, move, 'own-ready', files));
  if (psql.version !== null) {
    await loaded(psqlCopy('load', first, rows, server));
    await server.copy('psql', 'peer_ready');
    jobs.push(psqlMove(PSQL, move, 'peer_ready', server));
  }
  jobs.push(ownMovePostgres(OWN_POSTGRES, move, 'own_ready', server));
  for (const database of ['own_ready', 'peer_ready'])
    if (database === 'own_ready' || psql.version !== null) await server.ask(database, 'vacuum analyze');
  const claims = (own: string, peer: string): Claim[] => [
    { of: own, against: peer, figure: 'time' },
    { of: own, against: null, figure: 'growth' },
    { of: peer, against: null, figure: 'growth' },
    { of: own, against: null, figure: 'size' },
    { of: peer, against: null, figure: 'size' },
  ];
  return {
    title: `History: another position for each of ${count(rows)} employees`,
    notes: [
      peerNote(sqlite3),
      peerNote(psql),
      'peers: the file into a temporary table, then one update … from; nothing of what was is kept. qabyl: every former row is, with its change',
    ],
    jobs,
    claims: [...claims(OWN_SQLITE, SQLITE3), ...claims(OWN_POSTGRES, PSQL)],
    close: () => server.stop(),
  };
}

/** Does a piece of work once, for what it leaves behind. */
async function loaded({ prepare, run, check }: Job): Promise<void> {
  await prepare?.();
  await run();
  await check?.();
}
