import { hash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { carryOut } from '../../src/change/carry-out.ts';
import { chainDigest } from '../../src/change/record.ts';
import type { Database } from '../../src/db/database.ts';
import type { ChangeRow } from '../../src/db/schema.ts';
import { engines, type TestDatabase } from '../support/databases.ts';
import { door, openInitialised, operation, request, step } from './small-change.ts';

describe.each(engines)('the history on $engine', ({ create }) => {
  let place: TestDatabase;
  let database: Database;
  let rows: ChangeRow[];
  beforeAll(async () => {
    place = await create();
    database = await openInitialised(place.target);
    const steps = [[step('a')], [step('a', 'put', 'Ахметова'), step('b')], [step('b', 'remove')]];
    for (const one of steps) await carryOut(database, request(operation(one)), door);
    rows = await database.kysely.selectFrom('change').selectAll().orderBy('id').execute();
  });
  afterAll(async () => {
    await database.close();
    await place.drop();
  });

  it('is a chain: each line covers its content and the line before it', () => {
    expect(rows.map(row => row.id)).toEqual([1, 2, 3, 4]);
    expect(rows.map(row => row.previous)).toEqual(['', ...rows.slice(0, -1).map(row => row.chain)]);
    for (const { chain, ...row } of rows) {
      const content = [row.id, row.at, row.command, row.argv, row.actor, row.org, row.year, row.summary];
      const digests = [row.files, row.digest, row.orgs, row.undoes];
      const where = [row.program, row.node, row.engine, row.host, row.os_user, row.previous];
      expect(chain).toBe(hash('sha256', JSON.stringify([...content, ...digests, ...where]), 'hex'));
    }
  });

  it.each([
    'id',
    'at',
    'command',
    'argv',
    'actor',
    'org',
    'year',
    'summary',
    'files',
    'digest',
    'orgs',
    'undoes',
    'program',
    'node',
    'engine',
    'host',
    'os_user',
    'previous',
  ] as const)('shows that somebody changed %s of a line', column => {
    const [, second] = rows;
    if (second === undefined) throw new Error('no second line');
    const { chain, ...row } = second;
    expect(chainDigest(row)).toBe(chain);
    expect(
      chainDigest({ ...row, [column]: column === 'id' || column === 'undoes' ? 99 : 'changed' }),
    ).not.toBe(chain);
  });

  it('keeps what a row was before it was replaced or removed, and which change had written it', async () => {
    const formers = await database.kysely.selectFrom('former_row').selectAll().orderBy('change').execute();
    expect(
      formers.map(row => [row.change, row.kind, row.key, row.action, row.former_change, surname(row.before)]),
    ).toEqual([
      [3, 'staff', 'akzhailau/a', 'update', 2, 'Серікова'],
      [4, 'staff', 'akzhailau/b', 'remove', 3, 'Серікова'],
    ]);
  });
});

function surname(row: string): string {
  return (JSON.parse(row) as { surname: string }).surname;
}
