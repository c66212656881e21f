import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engines, type TestDatabase } from '../support/databases.ts';
import { inventedIins } from '../support/invented-staff.ts';
import { parseDocument } from '../support/json-schemas.ts';
import { Logins } from '../support/logins.ts';
import { lookInside } from '../support/look-inside.ts';
import { makeRegion, personAt } from '../support/region.ts';
import { qabyl } from '../support/run.ts';

const head = personAt('region', 'superadmin');
const near = personAt('near', 'superadmin');
const postgres = engines.filter(({ engine }) => engine === 'postgres');
/** Some 500 bytes a row: the rows need three COPYs of the operator's. */
const ROWS = 25_000;
const iins = inventedIins(ROWS);
const position = 'мұғалім '.repeat(24).trim();
const file = (mend: (line: string, i: number) => string = line => line) =>
  `ЖСН;Тегі;Аты;Лауазымы\n${iins.map((iin, i) => mend(`${iin};Серікова;Айгүл;${position}`, i)).join('\n')}\n`;

describe.each(postgres)('a large file of an operator on $engine', ({ create }) => {
  let database: TestDatabase;
  let logins: Logins;
  beforeEach(async () => {
    database = await create();
    await makeRegion(database);
    logins = new Logins(database.target, head);
  });
  afterEach(async () => {
    await database.drop();
    await logins.drop();
  });

  const importing = async (stdin: string, ...more: string[]) =>
    logins.run(near, ['import-staff', '-', '--org', 'near', '--json', ...more], { stdin });
  const stored = async () => {
    const inside = await lookInside(database.target);
    const [row] = await inside.rows<{ rows: number }>(
      `select count(*)::integer as rows from staff where position = '${position}'`,
    );
    await inside.close();
    return row?.rows;
  };

  it('is stored row by row, and again unchanged', async () => {
    const first = parseDocument(await importing(file()), 'qabyl.change/1');
    expect(first).toMatchObject({ outcome: 'applied', summary: { read: ROWS, add: ROWS, rejected: 0 } });
    expect(await stored()).toBe(ROWS);
    const verified = await qabyl(['verify-history'], { db: database.target, as: head });
    expect(verified.code).toBe(0);
    const again = parseDocument(await importing(file()), 'qabyl.change/1');
    expect(again).toMatchObject({ outcome: 'unchanged', summary: { read: ROWS, unchanged: ROWS } });
  });

  it('leaves nothing behind where its last row is wrong, nor after a dry run', async () => {
    const wrong = file((line, i) => (i === ROWS - 1 ? line.replace('Серікова', 'С7') : line));
    expect(parseDocument(await importing(wrong), 'qabyl.change/1')).toMatchObject({ outcome: 'rejected' });
    expect(parseDocument(await importing(file(), '--dry-run'), 'qabyl.change/1')).toMatchObject({
      outcome: 'planned',
      summary: { add: ROWS },
    });
    expect(await stored()).toBe(0);
  });
});
