import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestDatabase } from '../../support/databases.ts';
import { Logins } from '../../support/logins.ts';
import { inventIin, mistype } from '../../support/people.ts';
import { RawSession } from '../../support/raw-change.ts';
import { makeRegion, personAt } from '../../support/region.ts';
import { createPostgres } from './rule-bench.ts';

const FAULTY = '23514';

/** What a row of an employee may have wrong by itself, in the order in which it is told. */
const FAULTS: readonly (readonly [code: string, column: string, value: string])[] = [
  ['iin-check-digit', 'iin', mistype(inventIin(651))],
  ['iin-check-digit', 'iin', 'not a number'],
  ['name-characters', 'surname', 'Жаңа7'],
  ['repair-refused', 'position', ' мұғалім'],
  ['phone-malformed', 'phone', '87051528593'],
  ['email-malformed', 'email', 'a@mektep.k7'],
  ['date-impossible', 'hired_on', '2021-02-29'],
];

describe('the rules that a trigger judges together', () => {
  let database: TestDatabase;
  let logins: Logins;
  let session: RawSession;
  beforeAll(async () => {
    database = await createPostgres();
    await makeRegion(database);
    logins = new Logins(database.target, personAt('region', 'superadmin'));
    const near = personAt('near', 'superadmin');
    session = await RawSession.open(await logins.of(near), near);
  });
  afterAll(async () => {
    await session.close();
    await database.drop();
    await logins.drop();
  });

  /** Two hundred right rows by one statement, and one in their middle that is as given. */
  async function adding(given: Readonly<Record<string, string>>) {
    const change = await session.upcoming();
    const row = (iin: string, own: Readonly<Record<string, string>>) =>
      Object.values({
        ...{ org: 'near', iin, surname: 'Жаңа', given_name: 'Біреу', position: 'мұғалім' },
        ...{ phone: '+77051528593', email: 'a@mektep.kz', hired_on: '2020-02-29', ...own },
      }).map(value => `'${value}'`);
    const rows = Array.from({ length: 201 }, (_, i) => row(inventIin(700 + i), i === 100 ? given : {}));
    return session.change(
      ['near'],
      [
        `insert into staff (org, iin, surname, given_name, position, phone, email, hired_on, active, change)
         values ${rows.map(cells => `(${cells.join(', ')}, 1, ${change})`).join(', ')}`,
      ],
    );
  }

  it('let rows be that obey them all', async () => {
    expect(await adding({})).toMatchObject({ code: null, rows: [201, 1, 1] });
  });

  it.each(FAULTS)('say %s of one row among many with such a value in %s: %s', async (code, column, value) => {
    const key = column === 'iin' ? value : inventIin(800);
    expect(await adding({ [column]: value })).toMatchObject({
      code: FAULTY,
      message: `staff near/${key}: ${code}`,
    });
  });

  it.each(FAULTS.map((_, i) => i))('say the first that a row breaks, from number %i on', async i => {
    const wrong = FAULTS.slice(i).map(([, column, value]) => [column, value]);
    const { message } = await adding(Object.fromEntries(wrong));
    expect(message).toMatch(new RegExp(`: ${FAULTS[i]?.[0]}$`));
  });
});
