import { type Bench, count, type Group } from './bench.ts';
import { BenchPostgres } from './bench-postgres.ts';
import type { Claim } from './claims.ts';
import type { Job } from './measure.ts';
import { findPeer, peerNote } from './peer-programs.ts';
import { ownImport, pgloaderLoad, psqlCopy } from './postgres-jobs.ts';
import { type DelayingProxy, roundTrip, startProxy } from './start-proxy.ts';

const NEAR = 'qabyl import-staff';
const FAR = 'qabyl import-staff, 30 ms away';
const PSQL = 'psql \\copy';
const PGLOADER = 'pgloader';
/** 15 ms there and 15 ms back. */
const DELAY_MS = 15;

/** `postgres` and `latency`: one file into PostgreSQL, on this machine and as if it were far away. */
export async function postgresPart({ parts, rows, folder, staffFile }: Bench): Promise<Group> {
  const server = await BenchPostgres.start(folder);
  const file = staffFile(rows);
  const jobs: Job[] = [];
  const claims: Claim[] = [];
  const notes = [
    `PostgreSQL ${await server.ask('postgres', "select current_setting('server_version') as n")}, its own settings (fsync on), a fresh database each time, TCP on this machine`,
  ];
  if (parts.has('postgres')) {
    const psql = findPeer('psql');
    const pgloader = findPeer('pgloader');
    if (psql.version !== null) jobs.push(psqlCopy(PSQL, file, rows, server));
    if (pgloader.version !== null) jobs.push(pgloaderLoad(PGLOADER, file, rows, server, folder));
    claims.push({ of: NEAR, against: PSQL, figure: 'time', bar: { most: 2.5 } });
    claims.push({ of: NEAR, against: PGLOADER, figure: 'time', bar: { under: 1 } });
    notes.push(
      ...[psql, pgloader].map(peerNote),
      "peers: qabyl's key (organisation, IIN) and collation, the organisation by default; no references",
    );
  }
  jobs.push(ownImport(NEAR, file, rows, server));
  let proxy: DelayingProxy | undefined;
  if (parts.has('latency')) {
    proxy = await startProxy(server.port, DELAY_MS);
    jobs.push(ownImport(FAR, file, rows, server, proxy.port));
    claims.push({ of: FAR, against: NEAR, figure: 'time', bar: { most: 1.5 } });
    const [near, far] = [
      await roundTrip(server.url('postgres')),
      await roundTrip(server.url('postgres', proxy.port)),
    ];
    notes.push(
      `30 ms away: a proxy in a process of its own, ${DELAY_MS} ms in each direction, any bandwidth; measured round trip ${far.toFixed(1)} ms, without it ${near.toFixed(1)} ms`,
    );
  }
  return {
    title: `PostgreSQL, ${count(rows)} employees`,
    notes,
    jobs,
    claims,
    close: async () => {
      proxy?.stop();
      await server.stop();
    },
  };
}
