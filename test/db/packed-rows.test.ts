import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { story } from '../../fixtures/story.ts';
import { RowPacker } from '../../src/change/row-packer.ts';
import type { Database } from '../../src/db/database.ts';
import type { Tx } from '../../src/db/dialect.ts';
import { openDatabase } from '../../src/db/open-database.ts';
import { cellAt, type PackedRows } from '../../src/db/packed-rows.ts';
import type { StaffRow } from '../../src/db/schema.ts';
import { tables } from '../../src/db/tables.ts';
import { readTarget } from '../../src/db/target.ts';
import { OperatorError } from '../../src/errors.ts';
import { openInitialised } from '../change/small-change.ts';
import { engines, type TestDatabase } from '../support/databases.ts';

const ORG = story.department.code;
const turn = { waitMs: 1000, signal: new AbortController().signal, command: 'import-staff' };
const CHANGE = 7;

/** Any text that a table file can hold, with what COPY has a meaning for. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }).map(drawn => drawn.replaceAll('\u0000', '')),
  fc.string({
    unit: fc.constantFrom('\\', 'N', '.', '\t', '\n', '\r', '"', "'", '{', '}', ',', 'ғ', '€', '😀'),
  }),
  fc.constantFrom('\\N', '\\.', '\\\\N', 'NULL', 'null', '', ' ', 'Ә'.repeat(500), '😀'.repeat(500)),
);
const people = fc.array(
  fc.record({ surname: text, patronymic: fc.option(text), position: fc.option(text) }),
  { minLength: 1, maxLength: 40 },
);
type Drawn = { surname: string; patronymic: string | null; position: string | null };

const none = { phone: null, email: null, hired_on: null };
const alike = { given_name: 'Айгүл', active: 1, ...none };

/** People of one organisation, packed; those of `order` alone, in that order. */
function packed(drawn: readonly Drawn[], org = ORG, order?: Uint32Array, from = 0): PackedRows {
  const packer = new RowPacker('staff', ['org', 'iin', 'surname', 'patronymic', 'position'], alike);
  for (const [i, { surname, patronymic, position }] of drawn.entries())
    packer.add([org, iin(from + i), surname, patronymic, position]);
  return packer.pack(order ?? Uint32Array.from(drawn.keys()), { org });
}

const iin = (i: number) => String(i).padStart(12, '0');
const drawnSome = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ surname: `${i}`, patronymic: null, position: null }));
const some = (count: number, order?: Uint32Array) => packed(drawnSome(count), ORG, order);

describe('packed rows', () => {
  it('give every cell back as it was', () => {
    fc.assert(
      fc.property(people, drawn => {
        const rows = packed(drawn);
        const names = ['org', 'iin', 'surname', 'patronymic', 'position', 'phone', 'active'] as const;
        expect(drawn.map((_, i) => names.map(name => cellAt(rows, name, i)))).toEqual(
          drawn.map(({ surname, patronymic, position }, i) => [
            ORG,
            iin(i),
            surname,
            patronymic,
            position,
            null,
            1,
          ]),
        );
      }),
    );
  });

  it('can be gathered again by the same packer, more of them and wider ones', () => {
    const packer = new RowPacker('role', ['org', 'iin', 'role']);
    packer.add(['school-1', iin(1), 'admin']);
    packer.clear();
    const wide = 'Ә'.repeat(2000);
    for (let i = 0; i < 10_000; i++) packer.add([wide, iin(i), null]);
    const rows = packer.pack(Uint32Array.of(9_999, 0));
    expect([0, 1].map(i => ['org', 'iin', 'role'].map(name => cellAt(rows, name, i)))).toEqual([
      [wide, iin(9_999), null],
      [wide, iin(0), null],
    ]);
  });
});

describe('a packer of rows', () => {
  it('refuses other columns than those of the kind, and rows that are too short or too long', () => {
    expect(() => new RowPacker('role', ['iin', 'org', 'role'])).toThrow(TypeError);
    const packer = new RowPacker('role', ['org', 'iin'], { role: 'admin' });
    expect(() => packer.add(['school-1'])).toThrow(RangeError);
    expect(() => packer.add(['school-1', iin(1), 'admin'])).toThrow(RangeError);
  });
});

describe.each(engines)('a bulk on $engine', ({ create }) => {
  let place: TestDatabase;
  let database: Database;
  beforeEach(async () => {
    place = await create();
    database = await openInitialised(place.target);
  });
  afterEach(async () => {
    await database.close();
    await place.drop();
  });

  const add = (tx: Tx, rows: PackedRows) => database.dialect.addPacked(tx, tables.staff, rows, CHANGE);
  const stored = (db: Tx | Database['kysely']) =>
    db.selectFrom('staff').selectAll().where('change', '=', CHANGE).orderBy('iin').execute();
  /** What a transaction says, which then comes to nothing. */
  async function tried<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    let answer: { is: T } | undefined;
    const stop = new Error('enough');
    await database
      .write(turn, async tx => {
        answer = { is: await work(tx) };
        throw stop;
      })
      .catch((error: unknown) => {
        if (error !== stop) throw error;
      });
    if (!answer) throw new Error('it did not run');
    return answer.is;
  }

  it('stores every value as it was given', async () => {
    await fc.assert(
      fc.asyncProperty(people, async drawn => {
        const found = await tried(async tx => {
          await add(tx, packed(drawn));
          return stored(tx);
        });
        const given = ({ surname, patronymic, position }: Drawn | StaffRow) => [
          surname,
          patronymic,
          position,
        ];
        expect(found.map(given)).toEqual(drawn.map(given));
        expect(found[0]).toMatchObject({ org: ORG, given_name: 'Айгүл', phone: null, active: 1 });
      }),
      { numRuns: 60 },
    );
  });

  it('finds what was stored so to be so, and what differs with what is stored', async () => {
    await fc.assert(
      fc.asyncProperty(people, async drawn => {
        const [same, other] = await tried(async tx => {
          const rows = packed(drawn);
          await add(tx, rows);
          const changed = packed(drawn.map(row => ({ ...row, surname: `${row.surname}!` })));
          const find = (asked: PackedRows) => database.dialect.findUnlike(tx, tables.staff, asked);
          return [await find(rows), await find(changed)] as const;
        });
        expect([...same]).toEqual([]);
        expect([...other].map(([i, row]) => [i, (row as StaffRow | null)?.surname])).toEqual(
          drawn.map(({ surname }, i) => [i, surname]),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('of no rows adds none, finds none', async () => {
    const none = some(3, new Uint32Array());
    const [added, found] = await tried(async tx => {
      await add(tx, none);
      return [await stored(tx), await database.dialect.findUnlike(tx, tables.staff, none)] as const;
    });
    expect([added, [...found]]).toEqual([[], []]);
  });

  it('keeps an empty text that every row has apart from none', async () => {
    const rows = packed([{ surname: '', patronymic: null, position: '' }]);
    const found = await tried(async tx => {
      await add(tx, rows);
      return stored(tx);
    });
    expect(found).toMatchObject([{ surname: '', patronymic: null, position: '' }]);
  });

  it('whose bytes were handed on is a fault of the program', async () => {
    const rows = some(3);
    rows.bytes.buffer.transfer(0);
    await expect(tried(tx => add(tx, rows))).rejects.toThrow(/detached|no bytes/i);
  });

  it('takes the rows of its order alone', async () => {
    const found = await tried(async tx => {
      await add(tx, some(4, Uint32Array.of(3, 1)));
      return stored(tx);
    });
    expect(found.map(row => row.iin)).toEqual([iin(1), iin(3)]);
  });

  it('goes on with further rows, and lets other tables in between', async () => {
    await database.write(turn, async tx => {
      await add(tx, some(6, Uint32Array.of(0, 1)));
      await add(tx, some(6, Uint32Array.of(2)));
      const roles = new RowPacker('role', ['iin'], { org: ORG, role: 'admin' });
      for (const i of [0, 2]) roles.add([iin(i)]);
      await database.dialect.addPacked(tx, tables.role, roles.pack(Uint32Array.of(0, 1)), CHANGE);
      await add(tx, some(6, Uint32Array.of(3, 4, 5)));
      expect(await stored(tx)).toHaveLength(6);
    });
    expect(await stored(database.kysely)).toHaveLength(6);
    const roles = database.kysely.selectFrom('staff_role').select('iin').where('change', '=', CHANGE);
    expect((await roles.orderBy('iin').execute()).map(row => row.iin)).toEqual([iin(0), iin(2)]);
  });

  it('that breaks a rule of the table fails by the commit at the latest, and leaves nothing', async () => {
    const twice = database.write(turn, async tx => {
      await add(tx, some(3));
      await add(tx, some(3));
    });
    await expect(twice).rejects.toThrow(/unique/i);
    expect(await stored(database.kysely)).toEqual([]);
    await database.write(turn, tx => add(tx, some(3)));
    expect(await stored(database.kysely)).toHaveLength(3);
  });

  it('that fails while much of it still waits for the line fails as any other', async () => {
    const wide = (count: number) =>
      packed(drawnSome(count).map(one => ({ ...one, position: 'мұғалім '.repeat(200) })));
    const twice = database.write(turn, async tx => {
      for (let i = 0; i < 4; i++) await add(tx, wide(4000));
    });
    await expect(twice).rejects.toThrow(/unique/i);
    expect(await stored(database.kysely)).toEqual([]);
  });

  it('of an organisation that is not there fails, and leaves nothing', async () => {
    const lost = packed([{ surname: 'Серікова', patronymic: null, position: null }], 'nowhere');
    await expect(database.write(turn, tx => add(tx, lost))).rejects.toThrow(/foreign key/i);
    expect(await stored(database.kysely)).toEqual([]);
  });

  it('that is given up leaves nothing, and the next one has the table to itself', async () => {
    const fault = new RangeError('a fault in the middle');
    const given = database.write(turn, async tx => {
      await add(tx, some(20_000));
      throw fault;
    });
    await expect(given).rejects.toBe(fault);
    expect(await stored(database.kysely)).toEqual([]);
    await database.write(turn, tx => add(tx, some(3)));
    expect(await stored(database.kysely)).toHaveLength(3);
  });
});

describe('a bulk on a PostgreSQL server', () => {
  let place: TestDatabase;
  let database: Database;
  beforeEach(async () => {
    const [, postgres] = engines;
    if (!postgres) throw new Error('no PostgreSQL');
    place = await postgres.create();
    database = await openInitialised(place.target);
  });
  afterEach(async () => {
    await database.close();
    await place.drop();
  });

  it('that is broken off in its middle ends at once, and leaves nothing', async () => {
    const endless = database.write(turn, async tx => {
      for (let from = 0; ; from += 2000) {
        const rows = packed(drawnSome(2000), ORG, undefined, from);
        await database.dialect.addPacked(tx, tables.staff, rows, CHANGE);
        if (from === 20_000) database.breakOff(new Error('Ctrl-C'));
      }
    });
    await expect(endless).rejects.toThrow(OperatorError);
    const again = await openDatabase(readTarget(place.target, '/'), { create: false, program: 'qabyl test' });
    expect(await again.kysely.selectFrom('staff').select('iin').execute()).toHaveLength(1);
    await again.close();
  });
});
