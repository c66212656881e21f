import { type Bench, count, type Group } from './bench.ts';
import { BenchPostgres, type Login } from './bench-postgres.ts';
import { importStaff } from './qabyl.ts';
import { loadPostgres } from './territory-load.ts';
import { ask, importAs } from './trust-jobs.ts';

const LOGINS = { qabyl: 'owner', operator: 'operator' } as const satisfies Record<Login, string>;
const IMPORT = 'import-staff';
const LIST = 'list staff --json';
const READINESS = 'check-readiness --all';
/** Issue 5: bulk imports keep their speed. */
const BAR = 1.3;

/** The first third of `trust`: the same commands by the login that owns the tables and by an operator's own. */
export async function securityPart({ rows, ranges, folder, staffFile }: Bench): Promise<Group> {
  const file = staffFile(rows);
  const server = await BenchPostgres.start(folder);
  await server.fresh('people', 'own');
  await importStaff(file, server.url('people'));
  await server.fresh('country', 'own');
  await loadPostgres(server.url('country'), ranges);
  for (const database of ['people', 'country']) {
    await server.bind(database);
    await server.ask(database, 'vacuum analyze');
  }
  const by = (command: string, login: Login) => `${command}, ${LOGINS[login]}`;
  const logins = Object.keys(LOGINS) as Login[];
  const asked = (command: string, database: string) =>
    logins.map(login =>
      ask(by(command, login), command.split(' '), server.url(database, server.port, login)),
    );
  return {
    title: `Row-level security, ${count(rows)} employees, PostgreSQL`,
    notes: [
      'owner: the login that owns the tables, which no policy and no guard holds; operator: a login that grant-access has tied to the first super-administrator',
      `${READINESS}: ${count(ranges)} bindings`,
    ],
    jobs: [
      ...logins.map(login => importAs(by(IMPORT, login), login, file, rows, server)),
      ...asked(LIST, 'people'),
      ...asked(READINESS, 'country'),
    ],
    claims: [IMPORT, LIST, READINESS].map(command => ({
      of: by(command, 'operator'),
      against: by(command, 'qabyl'),
      figure: 'time',
      ...(command === IMPORT ? { bar: { most: BAR } } : {}),
    })),
    close: () => server.stop(),
  };
}
