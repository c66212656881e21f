import { join } from 'node:path';
import { ONE_ADDRESS, writeAddressFile } from './address-file.ts';
import { type Bench, count, type Group } from './bench.ts';
import { BenchPostgres } from './bench-postgres.ts';
import type { Claim } from './claims.ts';
import type { Job } from './measure.ts';
import { findPeer, peerNote } from './peer-programs.ts';
import { SqliteFiles } from './sqlite-files.ts';
import { CITY, loadCity, writeCityFile } from './territory-city.ts';
import {
  bareNode,
  ownAddress,
  ownAddresses,
  ownBinding,
  ownFindings,
  ownStart,
  psqlReading,
  sqlite3Reading,
} from './territory-jobs.ts';
import { loadPostgres, loadSqlite } from './territory-load.ts';

const OWN = 'qabyl check-readiness --all';
const TENTH = 'qabyl check-readiness --all, a tenth';
const OWN_POSTGRES = 'qabyl check-readiness --all, PostgreSQL';
const SQLITE3 = 'sqlite3, the same rows';
const PSQL = 'psql, the same rows';
const BIND = `qabyl bind-streets, ${count(CITY.rows)} rows`;
const ONE = 'qabyl find-school, one address';
const BARE = 'node -e ""';
/** Addresses for each binding of the country: a million for the whole of it. */
const ADDRESSES = 2.5;
const PER_SECOND = 60_000;
const START = 'qabyl --version';

/** `territory`: overlap and gap over an invented country, on both databases, and the binding of a city. */
export async function territoryPart({ ranges, folder }: Bench): Promise<Group> {
  const files = new SqliteFiles(folder);
  for (const [name, size] of [
    ['country', ranges],
    ['tenth', Math.round(ranges / 10)],
  ] as const) {
    await files.freshOwn(name);
    loadSqlite(files.path(name), size);
  }
  await files.freshOwn('city');
  loadCity(files.path('city'));
  const cityFile = join(folder, 'city.csv');
  writeCityFile(cityFile);
  const addresses = Math.round(ranges * ADDRESSES);
  const addressFile = join(folder, 'addresses.csv');
  writeAddressFile(addressFile, addresses, ranges);
  const many = `qabyl find-school --file, ${count(addresses)} addresses`;
  const server = await BenchPostgres.start(folder);
  await server.fresh('country', 'own');
  await loadPostgres(server.url('country'), ranges);
  const sqlite3 = findPeer('sqlite3');
  const psql = findPeer('psql');
  const jobs: Job[] = [
    ...(sqlite3.version === null ? [] : [sqlite3Reading(SQLITE3, files.path('country'))]),
    ownFindings(OWN, files.path('country')),
    ownFindings(TENTH, files.path('tenth')),
    ...(psql.version === null ? [] : [psqlReading(PSQL, server, 'country')]),
    ownFindings(OWN_POSTGRES, server.url('country')),
    ownStart(START),
    bareNode(BARE),
    ownAddress(ONE, ONE_ADDRESS, files.path('country')),
    ownAddresses(many, addressFile, files.path('country'), join(folder, 'answers.csv')),
    ownBinding(BIND, cityFile, 'city', CITY.rows, files),
  ];
  const claims: Claim[] = [
    { of: OWN, against: SQLITE3, figure: 'time', bar: { most: 3 } },
    { of: OWN_POSTGRES, against: PSQL, figure: 'time', bar: { most: 3 } },
    { of: OWN, against: TENTH, figure: 'time', bar: { most: 12 } },
    { of: OWN, against: TENTH, figure: 'peak' },
    { of: OWN, against: null, figure: 'peak' },
    { of: OWN_POSTGRES, against: null, figure: 'peak' },
    {
      of: many,
      against: START,
      figure: 'beyond',
      bar: { most: Math.round((1000 * addresses) / PER_SECOND) },
    },
    { of: many, against: null, figure: 'peak' },
    { of: ONE, against: BARE, figure: 'time', bar: { most: 5 } },
    { of: BIND, against: START, figure: 'beyond', bar: { under: 1000 } },
  ];
  return {
    title: `Territory, ${count(ranges)} bindings`,
    notes: [
      peerNote(sqlite3),
      peerNote(psql),
      `the bar of find-school --file is ${count(PER_SECOND)} addresses a second`,
      'the country: 40 schools, 600 streets, 2,000 bindings and 12,500 known houses in each department; of 50 streets one has an overlap and one a gap',
      `peers: the streets and then the bindings in the order of the streets, unjoined, printed to nowhere; qabyl: --only territory-overlap,territory-gap, the whole report`,
    ],
    jobs,
    claims,
    close: () => server.stop(),
  };
}
