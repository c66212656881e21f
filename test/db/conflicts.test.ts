import { Readable } from 'node:stream';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import type { Tx } from '../../src/db/dialect.ts';
import { openDatabase } from '../../src/db/open-database.ts';
import { readTarget } from '../../src/db/target.ts';
import { openSource } from '../../src/input/source.ts';
import { openInitialised } from '../change/small-change.ts';
import { engines, type TestDatabase } from '../support/databases.ts';

const turn = { waitMs: 1000, signal: new AbortController().signal, command: 'import-orgs' };

/** Another program writes without our lock, and the isolation is the one that a distributed PostgreSQL has. */
describe('a transaction on PostgreSQL that loses against another one', () => {
  let place: TestDatabase;
  let database: Database;
  let other: pg.Client;
  beforeEach(async () => {
    const [, postgres] = engines;
    if (!postgres) throw new Error('no PostgreSQL');
    place = await postgres.create();
    await (await openInitialised(place.target)).close();
    const strict = `${place.target}%20-cdefault_transaction_isolation%3Dserializable`;
    database = await openDatabase(readTarget(strict, '/'), { create: false, program: 'qabyl test' });
    other = new pg.Client({ connectionString: place.target });
    await other.connect();
  });
  afterEach(async () => {
    await database.close();
    await other.end();
    await place.drop();
  });

  let runs = 0;
  beforeEach(() => {
    runs = 0;
  });
  /** Reads, lets the other one write first so many times, then writes what it has read with one letter more. */
  const losing = (times: number) => async (tx: Tx) => {
    runs += 1;
    const { name_kk } = await tx.selectFrom('org').select('name_kk').executeTakeFirstOrThrow();
    if (runs <= times) await other.query(`update org set name_kk = name_kk || 'b'`);
    await tx
      .updateTable('org')
      .set({ name_kk: `${name_kk}a` })
      .execute();
    return name_kk;
  };
  const stored = async () => (await other.query('select name_kk from org')).rows[0].name_kk;

  it('is run again, and sees what the other one wrote', async () => {
    const seen = await database.write(turn, losing(2));
    expect(runs).toBe(3);
    expect(seen).toMatch(/[^b]bb$/);
    expect(await stored()).toBe(`${seen}a`);
  });

  it('gives up after the fourth time: another program is writing, exit 7', async () => {
    await expect(database.write(turn, losing(Number.POSITIVE_INFINITY))).rejects.toMatchObject({
      exitCode: 7,
      problems: [{ code: 'database-locked' }],
    });
    expect(runs).toBe(4);
    expect(await stored()).toMatch(/[^b]bbbb$/);
  });

  it('reads its standard input again when it is run again', async () => {
    const stdin = Readable.from([Buffer.from('ЖСН\n')]);
    const read: string[] = [];
    const work = async (tx: Tx) => {
      for await (const piece of openSource('-', stdin).chunks()) read.push(piece.toString());
      return losing(1)(tx);
    };
    await database.write(turn, work);
    expect(read).toEqual(['ЖСН\n', 'ЖСН\n']);
    expect(await stored()).toMatch(/[^b]ba$/);
  });

  it('is run again while it reads', async () => {
    const conflict = Object.assign(new Error('could not serialize access'), { code: '40001' });
    const answer = await database.read(async db => {
      runs += 1;
      // A distributed PostgreSQL says this of readers too; one server alone does not.
      if (runs === 1) throw conflict;
      return db.selectFrom('org').select('code').execute();
    });
    expect(runs).toBe(2);
    expect(answer).toHaveLength(1);
  });
});
