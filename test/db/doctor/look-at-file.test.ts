import { readFileSync } from 'node:fs';
import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { scenes, story } from '../../../fixtures/story.ts';
import { fileFacts } from '../../../src/db/sqlite/file-facts.ts';
import { lookAtFile } from '../../../src/db/sqlite/look-at-file.ts';
import { createSqlite, type TestDatabase } from '../../support/databases.ts';
import { inventedIins, STAFF_HEADER, staffLines } from '../../support/invented-staff.ts';
import { qabyl } from '../../support/run.ts';
import { playScenes } from '../../support/story.ts';

const PAGE = 4096;

let place: TestDatabase;
beforeEach(async () => {
  place = await createSqlite();
  await playScenes(place.target, scenes.slice(0, 1));
  const stdin = STAFF_HEADER + staffLines(inventedIins(500));
  const argv = ['import-staff', '-', '--org', story.department.code];
  expect((await qabyl(argv, { db: place.target, as: story.admin.iin, stdin })).code).toBe(0);
});
afterEach(() => place.drop());

/** What the check of a file finds that is read like this. */
async function found(read: (path: string) => Buffer): Promise<string | null> {
  const looking = lookAtFile(place.target, read);
  try {
    return await looking.read(async db => (await fileFacts(place.target, db)).found);
  } finally {
    await looking.close();
  }
}

it('finds a file in order that nobody writes to', async () => {
  expect(await found(path => readFileSync(path))).toBe('ok');
});

it.each([
  ['and has ended', false],
  ['and is at work still', true],
])('finds a file in order that somebody has written to while it was read, %s', async (_, stays) => {
  const opened: BetterSqlite.Database[] = [];
  const torn = (path: string) => {
    const old = readFileSync(path);
    const writer = new BetterSqlite(path);
    opened.push(writer);
    writer.exec(
      'create table grown as select a.* from staff as a, staff as b limit 5000; pragma wal_checkpoint',
    );
    if (!stays) writer.close();
    // The first page of the new state, which says how many pages there are, and the others of the old one.
    readFileSync(path).copy(old, 0, 0, PAGE);
    return old;
  };
  expect(await found(torn)).toBe('ok');
  expect(opened).toHaveLength(1);
  opened[0]?.close();
});

it('finds a file damaged that is damaged, and that nobody writes to', async () => {
  const half = (path: string) => {
    const image = readFileSync(path);
    return image.fill(0x5a, image.length >> 1);
  };
  await expect(found(half)).rejects.toThrow(/malformed/);
});
