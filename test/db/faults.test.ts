import {
  chmodSync,
  closeSync,
  copyFileSync,
  openSync,
  readFileSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import BetterSqlite from 'better-sqlite3';
import { CompiledQuery } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scenes, story } from '../../fixtures/story.ts';
import { carryOut } from '../../src/change/carry-out.ts';
import { readTarget } from '../../src/db/target.ts';
import { usingDatabase } from '../../src/db/using-database.ts';
import { door, operation, request, step } from '../change/small-change.ts';
import { createSqlite, type TestDatabase } from '../support/databases.ts';
import { inventedIins, STAFF_HEADER, staffLines } from '../support/invented-staff.ts';
import { asOrdinaryUser } from '../support/ordinary-user.ts';
import { qabyl } from '../support/run.ts';
import { playScenes } from '../support/story.ts';

const as = story.admin.iin;
const PAGE = 8192;
const languages = ['en', 'ru', 'kk'] as const;

let place: TestDatabase;
beforeEach(async () => {
  place = await createSqlite();
  await playScenes(place.target, scenes.slice(0, 2));
  const stdin = STAFF_HEADER + staffLines(inventedIins(300));
  const argv = ['import-staff', '-', '--org', 'school-1'];
  expect((await qabyl(argv, { db: place.target, as, stdin })).code).toBe(0);
});
afterEach(() => place.drop());

const run = (...argv: string[]) =>
  qabyl(argv, { db: place.target, as, env: { XDG_CONFIG_HOME: place.folder } });
const change = (...more: string[]) =>
  qabyl(['import-staff', '-', '--org', 'school-2', '--wait', '0', ...more], {
    db: place.target,
    as,
    stdin: STAFF_HEADER + staffLines(inventedIins(20, 60)),
    env: { XDG_CONFIG_HOME: place.folder },
  });

/** Overwrites a part of the file. */
function scribble(at: number, bytes: Buffer): void {
  const file = openSync(place.target, 'r+');
  writeSync(file, bytes, 0, bytes.length, at);
  closeSync(file);
}

/** What went wrong, and what makes it well again. */
interface Fault {
  readonly fault: string;
  readonly code: string;
  readonly happens: () => () => void;
}

const faults: readonly Fault[] = [
  {
    fault: 'a file whose first page is overwritten behind its first words',
    code: 'database-damaged',
    happens: () => damaged(() => scribble(16, Buffer.alloc(84, 0xa5))),
  },
  {
    fault: 'a file whose pages in the middle are overwritten',
    code: 'database-damaged',
    happens: () => damaged(() => scribble(PAGE, Buffer.alloc(statSync(place.target).size - 2 * PAGE, 0xa5))),
  },
  {
    fault: 'a file that was cut off',
    code: 'database-damaged',
    happens: () => damaged(() => truncateSync(place.target, 2 * PAGE)),
  },
  {
    fault: 'a file that another program keeps for itself',
    code: 'database-locked',
    happens: () => {
      const other = new BetterSqlite(place.target);
      other.pragma('locking_mode = EXCLUSIVE');
      other.exec('begin exclusive');
      return () => void other.close();
    },
  },
];

function damaged(damage: () => void): () => void {
  const copy = `${place.folder}/сақталған`;
  copyFileSync(place.target, copy);
  damage();
  return () => copyFileSync(copy, place.target);
}

/** One problem, with one sentence and what to do about it. */
function expectOne(stdout: string, code: string): void {
  const { problems } = JSON.parse(stdout) as { problems: { code: string; message: string; fix: string }[] };
  expect(problems.map(p => p.code)).toEqual([code]);
  expect(problems[0]?.message).toContain(place.target);
  expect(problems[0]?.message).toMatch(/[.]$/);
  expect(problems[0]?.fix).toMatch(/\S/);
}

describe.each(faults)('$fault', ({ code, happens }) => {
  it.each(languages)('is told in one sentence (%s), exit 7, and nothing is lost', async lang => {
    const before = await run('list', 'staff', '--json');
    const mend = happens();
    const asFound = readFileSync(place.target);
    for (const answer of [
      await change('--json', '--lang', lang),
      await run('list', 'staff', '--json', '--lang', lang),
    ]) {
      expect(answer.code, answer.stdout).toBe(7);
      expectOne(answer.stdout, code);
    }
    expect(readFileSync(place.target).equals(asFound)).toBe(true);
    mend();
    expect(await run('list', 'staff', '--json')).toMatchObject({ code: 0, stdout: before.stdout });
    expect((await change()).code).toBe(0);
    expect((await run('verify-history')).code).toBe(0);
  });
});

describe('a folder that takes no files', () => {
  it('is told in one sentence, exit 7, and nothing is lost; the next run completes', async () => {
    const before = await run('list', 'staff', '--json');
    chmodSync(place.target, 0o666);
    chmodSync(place.folder, 0o555);
    // Reading needs a place for the index of the write-ahead log, too.
    const answers = await asOrdinaryUser(async () => [
      await change('--json'),
      await run('list', 'staff', '--json'),
    ]);
    chmodSync(place.folder, 0o777);
    for (const answer of answers) {
      expect(answer.code, answer.stdout).toBe(7);
      expectOne(answer.stdout, 'database-read-only');
    }
    expect((await run('list', 'staff', '--json')).stdout).toBe(before.stdout);
    expect((await change()).code).toBe(0);
    expect((await run('verify-history')).code).toBe(0);
  });
});

describe('a disk that is full', () => {
  it('in the middle of a change: exit 7, nothing written, and the next run completes', async () => {
    const before = await run('list', 'staff', '--json');
    const options = { create: false, program: 'qabyl test', signal: new AbortController().signal };
    const full = usingDatabase(readTarget(place.target, '/'), options, async database => {
      await database.kysely.executeQuery(CompiledQuery.raw('pragma max_page_count = 1'));
      const steps = inventedIins(5000, 61).map(iin => step(iin));
      return carryOut(database, request(operation(steps)), door);
    });
    await expect(full).rejects.toMatchObject({ exitCode: 7, problems: [{ code: 'database-full' }] });
    expect((await run('list', 'staff', '--json')).stdout).toBe(before.stdout);
    expect((await change()).code).toBe(0);
    expect((await run('verify-history')).code).toBe(0);
  });
});

describe('a write-ahead log that was torn', () => {
  it('in its last commit: what was committed before is there, whole', async () => {
    // Somebody who reads keeps the log from being put away.
    const reader = new BetterSqlite(place.target, { readonly: true });
    reader.exec('begin');
    reader.prepare('select count(*) from staff').get();
    expect((await change()).code).toBe(0);
    const log = `${place.target}-wal`;
    const whole = statSync(log).size;
    const later = STAFF_HEADER + staffLines(inventedIins(20, 62));
    const second = ['import-staff', '-', '--org', 'school-2'];
    expect((await qabyl(second, { db: place.target, as, stdin: later })).code).toBe(0);
    const torn = `${place.folder}/үзілген.db`;
    copyFileSync(place.target, torn);
    copyFileSync(log, `${torn}-wal`);
    reader.close();
    truncateSync(`${torn}-wal`, Math.floor((whole + statSync(`${torn}-wal`).size) / 2));
    const history = await qabyl(['history', '--json'], { db: torn, as });
    expect(JSON.parse(history.stdout)).toMatchObject({
      changes: [{ change: 4 }, { change: 3 }, { change: 2 }, { change: 1 }],
    });
    expect((await qabyl(['verify-history'], { db: torn, as })).code).toBe(0);
    expect(await qabyl([...second, '--json'], { db: torn, as, stdin: later })).toMatchObject({ code: 0 });
  });
});
