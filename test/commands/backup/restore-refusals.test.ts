import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import BetterSqlite from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenes, story } from '../../../fixtures/story.ts';
import { createSqlite, engines, type TestDatabase } from '../../support/databases.ts';
import { District } from '../../support/district.ts';
import { everything } from '../../support/everything.ts';
import { parseDocument } from '../../support/json-schemas.ts';
import { lookInside } from '../../support/look-inside.ts';
import { qabyl } from '../../support/run.ts';

const admin = story.admin.iin;
let district: District;
/** The same backup in its three forms. */
const backups: Record<'portable' | 'packed' | 'file', Buffer> = {
  portable: Buffer.alloc(0),
  packed: Buffer.alloc(0),
  file: Buffer.alloc(0),
};
beforeAll(async () => {
  district = await District.open(createSqlite, scenes.slice(0, 6));
  for (const [form, name] of [
    ['portable', 'a.backup'],
    ['packed', 'a.gz'],
    ['file', 'a.db'],
  ] as const) {
    const flags = form === 'portable' ? ['--portable'] : [];
    expect((await district.text(admin, ['backup', name, ...flags])).code).toBe(0);
    backups[form] = readFileSync(join(district.database.folder, name));
  }
});
afterAll(() => district.drop());

/** The portable form after some change of its lines, its count and its sum made good: only the content is wrong. */
function forged(change: (lines: string[]) => string[]): Buffer {
  const lines = backups.portable.toString().split('\n').slice(0, -2);
  const body = `${change(lines).join('\n')}\n`;
  const rows = body.split('\n').filter(line => line.startsWith('[')).length;
  const sha256 = createHash('sha256').update(body).digest('hex');
  return Buffer.from(`${body}${JSON.stringify({ rows, sha256 })}\n`);
}
const replaced = (from: string | RegExp, to: string) =>
  forged(lines => {
    const changed = lines.join('\n').replace(from, to).split('\n');
    expect(changed).not.toEqual(lines);
    return changed;
  });

/** What the file holds → the code of the first problem. */
const BAD: readonly (readonly [what: string, bytes: () => Buffer | string, code: string])[] = [
  ['nothing', () => '', 'backup-foreign'],
  ['a text', () => 'Құжаттың көшірмесі\n', 'backup-foreign'],
  ['a table', () => readFileSync('fixtures/district/staff-school-1.csv'), 'backup-foreign'],
  ['other JSON', () => '{"schema":"qabyl.change/1"}\n', 'backup-foreign'],
  ['a list of JSON', () => '[1,2]\n', 'backup-foreign'],
  ['null', () => 'null\n', 'backup-foreign'],
  ['a packed text', () => gzipSync('Құжат\n'), 'backup-foreign'],
  ['two bytes of a packed file', () => Buffer.from([0x1f, 0x8b]), 'backup-damaged'],
  ['a header alone', () => forged(lines => lines.slice(0, 1)), 'backup-damaged'],
  ['a newer schema', () => replaced('"0001-first-season"', '"0009-later"'), 'backup-newer'],
  ['a newer form', () => replaced('qabyl.backup/1', 'qabyl.backup/2'), 'backup-newer'],
  ['another table', () => replaced('"table":"staff"', '"table":"pupil"'), 'backup-damaged'],
  ['another column', () => replaced('"surname"', '"name"'), 'backup-damaged'],
  [
    'a table that is missing',
    () => forged(lines => lines.filter(line => !line.includes('"appointment"'))),
    'backup-damaged',
  ],
  ['a cell of another kind', () => replaced(`"${admin}"`, '830703406664'), 'backup-damaged'],
  ['a cell too many', () => replaced(/^\["akzhailau"/m, '["akzhailau","x"'), 'backup-damaged'],
  [
    'a row twice',
    () =>
      forged(lines =>
        lines.flatMap(line => (line.startsWith(`["akzhailau","${admin}"`) ? [line, line] : [line])),
      ),
    'backup-damaged',
  ],
  ['a row of no organisation', () => replaced(`["akzhailau","${admin}"`, `["nowhere","${admin}"`), 'backup'],
  [
    'a value that no rule allows',
    () => replaced('"department","050340001423"', '"kindergarten","050340001423"'),
    'backup-damaged',
  ],
  ['a zero byte', () => replaced('Никитина', 'Ники\\u0000тина'), 'backup'],
  ['another name', () => replaced('Никитина', 'Никишина'), 'backup-history-broken'],
  [
    'a row less',
    () => forged(lines => lines.filter(line => !line.startsWith(`["school-5"`))),
    'backup-history-broken',
  ],
  ['another line of the history', () => replaced('"import-orgs"', '"import-staff"'), 'backup-history-broken'],
  ['no last change', () => forged(lines => lines.filter(line => !line.startsWith('[6,'))), 'backup-damaged'],
  ['another head', () => replaced(/"head":"[0-9a-f]{4}/, '"head":"beef'), 'backup-damaged'],
  [
    'something behind its end',
    () => Buffer.concat([backups.portable, Buffer.from('[]\n')]),
    'backup-damaged',
  ],
  [
    'another count',
    () => Buffer.from(backups.portable.toString().replace(/"rows":\d+/, '"rows":7')),
    'backup-damaged',
  ],
  [
    'another sum',
    () => Buffer.from(backups.portable.toString().replace(/"sha256":"..../, '"sha256":"beef')),
    'backup-damaged',
  ],
  [
    'lines ended as on Windows',
    () => Buffer.from(backups.portable.toString().replaceAll('\n', '\r\n')),
    'backup-damaged',
  ],
];

/** Nothing was left: neither a table nor a file. */
async function expectNothing({ folder, target }: TestDatabase): Promise<void> {
  expect(readdirSync(folder)).toEqual(['file']);
  if (!target.startsWith('postgres')) return;
  const inside = await lookInside(target);
  const found = await inside.rows(
    `select relname from pg_class where relnamespace = current_schema()::regnamespace`,
  );
  await inside.close();
  expect(found).toEqual([]);
}

describe.each(engines)('restore into $engine of', ({ create }) => {
  let place: TestDatabase;
  beforeAll(async () => {
    place = await create();
  });
  afterAll(() => place.drop());

  async function tried(bytes: Buffer | string): Promise<{ code: number; problem: string }> {
    const file = join(place.folder, 'file');
    writeFileSync(file, bytes);
    const run = await qabyl(['restore', file, '--json'], { db: place.target });
    if (run.code === 0) return { code: 0, problem: '' };
    const { problems } = parseDocument(run, 'qabyl.error/1');
    return { code: run.code, problem: problems[0]?.code ?? '' };
  }

  it.each(BAD)('%s is refused and leaves nothing behind', async (_what, bytes, code) => {
    const answer = await tried(bytes());
    expect(answer.code).toBe(3);
    expect(answer.problem).toMatch(new RegExp(`^${code}`));
    await expectNothing(place);
  });

  it('a folder, a file that is not there, and a database of another program is refused', async () => {
    const folder = join(place.folder, 'file');
    rmSync(folder, { force: true });
    for (const [make, code] of [
      [() => mkdirSync(folder), 'file-is-directory'],
      [() => rmSync(folder, { recursive: true }), 'file-missing'],
    ] as const) {
      make();
      const run = await qabyl(['restore', folder, '--json'], { db: place.target });
      expect(run.code).toBe(3);
      expect(parseDocument(run, 'qabyl.error/1').problems[0]?.code).toBe(code);
    }
    const foreign = new BetterSqlite(folder);
    foreign.exec('create table notes (text)');
    foreign.close();
    expect(await tried(readFileSync(folder))).toEqual({ code: 3, problem: 'backup-foreign' });
    await expectNothing(place);
  });

  it.each(['portable', 'packed', 'file'] as const)(
    'the %s form cut off at every tenth is refused',
    async form => {
      for (let tenth = 0; tenth < 10; tenth++) {
        const length = Math.floor((backups[form].length * tenth) / 10);
        const answer = await tried(backups[form].subarray(0, length));
        expect(answer.code, `${tenth}/10`).toBe(3);
        await expectNothing(place);
      }
      expect((await tried(backups[form].subarray(0, -1))).code).toBe(3);
    },
  );
});

describe.each(engines)('one byte changed, restored into $engine', ({ engine, create }) => {
  it('is refused with nothing left, or nothing that a backup holds was changed', async () => {
    const before = await everything(district.db);
    const change = fc.record({
      form: fc.constantFrom('portable', 'packed', 'file'),
      at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      by: fc.integer({ min: 1, max: 255 }),
    });
    await fc.assert(
      fc.asyncProperty(change, async ({ form, at, by }) => {
        const place = await create();
        try {
          const bytes = Buffer.from(backups[form]);
          const where = Math.floor(at * bytes.length);
          bytes[where] = (bytes[where] ?? 0) ^ by;
          const file = join(place.folder, 'file');
          writeFileSync(file, bytes);
          const run = await qabyl(['restore', file, '--json'], { db: place.target });
          expect([0, 3], run.stdout).toContain(run.code);
          if (run.code === 0) expect(await everything(place.target)).toEqual(before);
          else await expectNothing(place);
          if (form === 'portable') expect(run.code).toBe(3);
        } finally {
          await place.drop();
        }
      }),
      { numRuns: engine === 'sqlite' ? 60 : 12 },
    );
  }, 300_000);
});

describe('every byte of the header of a database file', () => {
  it('changed, has the file refused, or nothing that a backup holds was changed', async () => {
    const before = await everything(district.db);
    for (let at = 0; at < 100; at++)
      for (const by of [1, 0xff]) {
        const place = await createSqlite();
        const bytes = Buffer.from(backups.file);
        bytes[at] = (bytes[at] ?? 0) ^ by;
        const file = join(place.folder, 'file');
        writeFileSync(file, bytes);
        const run = await qabyl(['restore', file, '--json'], { db: place.target });
        expect([0, 3], `${at} ${by} ${run.stdout}`).toContain(run.code);
        if (run.code === 0) expect(await everything(place.target)).toEqual(before);
        else await expectNothing(place);
        await place.drop();
      }
  }, 120_000);
});

describe.each(engines)('a target on $engine', ({ create }) => {
  it('that holds anything is refused, and stays as it is; so is one that another schema has made', async () => {
    const place = await create();
    try {
      const file = join(place.folder, 'a.backup');
      writeFileSync(file, backups.packed);
      expect((await qabyl(['restore', file], { db: place.target })).code).toBe(0);
      const before = await everything(place.target);
      const run = await qabyl(['restore', file, '--json'], { db: place.target });
      expect(run.code).toBe(3);
      expect(parseDocument(run, 'qabyl.error/1').problems[0]?.code).toBe('restore-target-used');
      expect(await everything(place.target)).toEqual(before);
    } finally {
      await place.drop();
    }
  });

  it('that has one table of a name of ours is refused', async () => {
    const place = await create();
    try {
      const inside = await lookInside(place.target);
      await inside.run(['create table org (code text)']);
      const file = join(place.folder, 'a.backup');
      writeFileSync(file, backups.portable);
      const run = await qabyl(['restore', file, '--json'], { db: place.target });
      expect(parseDocument(run, 'qabyl.error/1').problems[0]?.code).toBe('restore-target-used');
      expect(await inside.rows('select * from org')).toEqual([]);
      await inside.close();
    } finally {
      await place.drop();
    }
  });

  it('of two restores at once is filled by one of them, whole', async () => {
    const place = await create();
    try {
      const file = join(place.folder, 'a.backup');
      writeFileSync(file, backups.packed);
      const runs = await Promise.all(
        [1, 2].map(() => qabyl(['restore', file, '--json'], { db: place.target })),
      );
      expect(runs.map(({ code }) => code).sort()).toEqual([0, 3]);
      expect(await everything(place.target)).toEqual(await everything(district.db));
    } finally {
      await place.drop();
    }
  });
});

describe('a backup through the standard input', () => {
  it('is read in the portable form, packed or not, and refused as a database file', async () => {
    for (const [form, code] of [
      ['portable', 0],
      ['packed', 0],
      ['file', 2],
    ] as const) {
      const place = await createSqlite();
      const run = await qabyl(['restore', '-', '--json'], { db: place.target, stdin: backups[form] });
      expect(run.code, run.stdout).toBe(code);
      if (code === 0) expect(await everything(place.target)).toEqual(await everything(district.db));
      await place.drop();
    }
  });
});
