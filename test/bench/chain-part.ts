import { type Bench, count, type Group } from './bench.ts';
import { BenchPostgres } from './bench-postgres.ts';
import type { Claim } from './claims.ts';
import { lengthenHistory } from './long-history.ts';
import type { Job } from './measure.ts';
import { ownImport as ownPostgres } from './postgres-jobs.ts';
import { importStaff } from './qabyl.ts';
import { SqliteFiles } from './sqlite-files.ts';
import { ownImport as ownSqlite } from './sqlite-jobs.ts';
import { ask, giveRole } from './trust-jobs.ts';

/** Changes in the history before the one that is measured; even, so that both leave the same rows. */
const LENGTHS = [10, 2000] as const;
/** A change costs what it changes, however much was changed before. */
const BAR = 1.5;
const ENGINES = ['SQLite', 'PostgreSQL'] as const;
type Engine = (typeof ENGINES)[number];

const changeName = (engine: Engine, changes: number) =>
  `assign-role after ${count(changes)} changes, ${engine}`;
const importName = (engine: Engine) => `import-staff, ${engine}`;
const verifyName = (engine: Engine) => `verify-history of the import, ${engine}`;
const verifyLong = (engine: Engine) => `verify-history of ${count(LENGTHS[1])} changes, ${engine}`;

/** The last third of `trust`: what a change costs at the end of a long chain, and what it costs to recompute it. */
export async function chainPart({ rows, folder, staffFile }: Bench): Promise<Group> {
  const file = staffFile(rows);
  const files = new SqliteFiles(folder);
  const server = await BenchPostgres.start(folder);
  await files.freshOwn('verified');
  await server.fresh('verified', 'own');
  for (const db of [files.path('verified'), server.url('verified')]) await importStaff(file, db);
  await server.ask('verified', 'vacuum analyze');
  const jobs: Job[] = [];
  for (const changes of LENGTHS) {
    const name = `chain_${changes}`;
    await files.freshOwn(name);
    await lengthenHistory(files.path(name), changes);
    await server.fresh(name, 'own');
    await lengthenHistory(server.url(name), changes);
    await server.ask(name, 'vacuum analyze');
    jobs.push(
      giveRole(changeName('SQLite', changes), files.path('changed'), changes, {
        copy: async () => files.copy(name, 'changed'),
        lastChange: async () => files.figure('changed', 'select max(id) from change'),
      }),
      giveRole(changeName('PostgreSQL', changes), server.url('changed'), changes, {
        copy: () => server.copy(name, 'changed'),
        lastChange: async () => Number(await server.ask('changed', 'select max(id) as n from change')),
      }),
    );
  }
  const verify = ['verify-history'];
  const long = `chain_${LENGTHS[1]}`;
  jobs.push(
    ownSqlite(importName('SQLite'), file, rows, files),
    ask(verifyName('SQLite'), verify, files.path('verified')),
    ask(verifyLong('SQLite'), verify, files.path(long)),
    ownPostgres(importName('PostgreSQL'), file, rows, server),
    ask(verifyName('PostgreSQL'), verify, server.url('verified')),
    ask(verifyLong('PostgreSQL'), verify, server.url(long)),
  );
  return {
    title: `The chain of the history, and ${count(rows)} employees`,
    notes: [
      'a change: a process that gives one role, and a copy of the same database each time',
      'verify-history recomputes the chain and digests every row again',
    ],
    jobs,
    claims: ENGINES.flatMap(claimsOf.bind(null, rows)),
    close: () => server.stop(),
  };
}

function claimsOf(rows: number, engine: Engine): Claim[] {
  const [short, long] = LENGTHS.map(changes => changeName(engine, changes)) as [string, string];
  return [
    { of: long, against: short, figure: 'time', bar: { most: BAR } },
    { of: long, against: short, figure: 'beyond' },
    { of: verifyName(engine), against: importName(engine), figure: 'time' },
    { of: verifyName(engine), against: null, figure: 'rate', rows },
    { of: importName(engine), against: null, figure: 'rate', rows },
  ];
}
