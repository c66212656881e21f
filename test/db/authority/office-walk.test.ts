import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Action, mayDo, PERMISSIONS } from '../../../src/domain/authority/permissions.ts';
import { engines, type TestDatabase } from '../../support/databases.ts';
import { Logins } from '../../support/logins.ts';
import { inventBin, inventIin } from '../../support/people.ts';
import { type Attempt, keeping, RawSession } from '../../support/raw-change.ts';
import {
  ABOVE,
  kindOf,
  makeRegion,
  OFFICES,
  type Office,
  PLACES,
  type Place,
  personAt,
} from '../../support/region.ts';

const newcomer = inventIin(500);
const YEAR = '2027-2028';

interface Try {
  readonly name: string;
  readonly action: Action;
  /** kinds of organisations that it makes sense at */
  readonly at: readonly ('department' | 'school')[];
  /** the statements of the change: the last one is the write that counts, and writes one row where it is let */
  readonly sql: (place: Place, change: number, iin: string) => readonly string[];
}

const both = ['department', 'school'] as const;
const person = (place: Place, office: Office) => `org = '${place}' and iin = '${personAt(place, office)}'`;

/** Every way to write, as plain SQL that keeps to the history's rules: only the right can be wanting. */
const WRITES: readonly Try[] = [
  {
    name: 'rename an organisation',
    action: 'import-orgs',
    at: both,
    sql: (place, change) => [
      keeping('org', `code = '${place}'`, change),
      `update org set name_kk = 'Жаңа атауы', change = ${change} where code = '${place}'`,
    ],
  },
  {
    name: 'add a school below a department',
    action: 'import-orgs',
    at: ['department'],
    sql: (place, change) => [
      `insert into org (code, kind, bin, name_kk, name_ru, department, territory, change)
       values ('newschool', 'school', '${inventBin(7)}', 'Жаңа мектеп', 'Новая школа', '${place}', 'yes', ${change})`,
    ],
  },
  {
    name: 'add an employee',
    action: 'import-staff',
    at: both,
    sql: (place, change) => [
      `insert into staff (org, iin, surname, given_name, active, change)
       values ('${place}', '${newcomer}', 'Жаңа', 'Қызметкер', 1, ${change})`,
    ],
  },
  {
    name: 'dismiss an employee',
    action: 'import-staff',
    at: both,
    sql: (place, change) => [
      keeping('staff', person(place, 'nobody'), change, 'remove'),
      `update staff set active = 0, change = ${change} where ${person(place, 'nobody')}`,
    ],
  },
  {
    name: 'rename an employee',
    action: 'import-staff',
    at: both,
    sql: (place, change) => [
      keeping('staff', person(place, 'executor'), change),
      `update staff set surname = 'Басқа', change = ${change} where ${person(place, 'executor')}`,
    ],
  },
  {
    name: 'remove an employee',
    action: 'import-staff',
    at: both,
    sql: (place, change) => [
      `insert into staff (org, iin, surname, given_name, active, change)
       values ('${place}', '${newcomer}', 'Жаңа', 'Қызметкер', 1, ${change})`,
      keeping('staff', `org = '${place}' and iin = '${newcomer}'`, change, 'remove'),
      `delete from staff where org = '${place}' and iin = '${newcomer}'`,
    ],
  },
  ...(['superadmin', 'admin', 'director', 'executor'] as const).map(
    (role): Try => ({
      name: `give the role ${role}`,
      action: 'assign-role',
      at: both,
      sql: (place, change) => [
        `insert into staff_role (org, iin, role, change)
         values ('${place}', '${personAt(place, 'nobody')}', '${role}', ${change})`,
      ],
    }),
  ),
  {
    name: 'give oneself a role there',
    action: 'assign-role',
    at: both,
    sql: (place, change) => [
      `insert into staff (org, iin, surname, given_name, active, change)
       values ('${place}', '${newcomer}', 'Өзі', 'Өзі', 1, ${change})`,
      `insert into staff_role (org, iin, role, change) values ('${place}', '${newcomer}', 'superadmin', ${change})`,
    ],
  },
  {
    name: 'revoke a role',
    action: 'assign-role',
    at: both,
    sql: (place, change) => [
      keeping('role', person(place, 'executor'), change, 'remove'),
      `delete from staff_role where ${person(place, 'executor')}`,
    ],
  },
  {
    name: 'tie a login',
    action: 'grant-access',
    at: both,
    sql: (place, change) => [
      `insert into staff_login (org, login, iin, change)
       values ('${place}', current_setting('qabyl.spare'), '${personAt(place, 'nobody')}', ${change})`,
    ],
  },
  {
    name: 'list a street',
    action: 'import-streets',
    at: ['department'],
    sql: (place, change) => [
      `insert into street (year, department, street, name_kk, name_ru, kind, change)
       values ('${YEAR}', '${place}', '/street/жана', 'Жаңа көшесі', 'улица Новая', 'street', ${change})`,
    ],
  },
  {
    name: 'bind a street',
    action: 'bind-streets',
    at: ['school'],
    sql: (place, change) => [
      `insert into binding (year, school, street, department, houses, change)
       select s.year, '${place}', s.street, s.department, b.houses, ${change}
       from street as s, (select houses from binding limit 1) as b
       where s.department = '${ABOVE[place][0]}' and s.name_kk like 'Гоголь%'`,
    ],
  },
  {
    name: 'take a street from a school',
    action: 'bind-streets',
    at: ['school'],
    sql: (place, change) => [
      keeping('binding', `school = '${place}'`, change, 'remove'),
      `delete from binding where school = '${place}'`,
    ],
  },
  {
    name: 'set the window',
    action: 'set-window',
    at: ['department'],
    sql: (place, change) => [
      `insert into season_rules (year, department, opens, closes, order_from, study_starts,
         class_size_norm, class_size_max, inside_per_outside, change)
       values ('${YEAR}', '${place}', '2027-04-01', '2027-08-31', '2027-08-25', '2027-09-01', 25, 36, 3, ${change})`,
    ],
  },
  {
    name: 'confirm a territory',
    action: 'review-territory',
    at: ['school'],
    sql: (place, change, iin) => [
      `insert into territory_review (year, school, territory, reviewed_by, change)
       select year, school, encode(sha256(convert_to(street || e'\\t' || houses, 'UTF8')), 'hex'), '${iin}', ${change}
       from binding where school = '${place}'`,
    ],
  },
  {
    name: 'fill the settings',
    action: 'set-year-settings',
    at: ['school'],
    sql: (place, change) => [
      `insert into year_settings (year, school, total_places, intake, class_size, free_choice, classes, change)
       values ('${YEAR}', '${place}', 50, 25, 25, 1, 'kk general 1x25', ${change})`,
    ],
  },
  {
    name: 'appoint',
    action: 'appoint-executor',
    at: ['school'],
    sql: (place, change, iin) => [
      `insert into appointment (year, school, service, executor, director, change)
       values ('${YEAR}', '${place}', 'grade-1-admission', '${personAt(place, 'executor')}', '${iin}', ${change})`,
    ],
  },
];

/** What only who may read there sees. */
const SEEN: Readonly<Record<string, (place: Place) => string>> = {
  staff: place => `select from staff where ${person(place, 'nobody')}`,
  roles: place => `select from staff_role where ${person(place, 'admin')}`,
  logins: place => `select from staff_login where org = '${place}'`,
};

const postgres = engines.filter(({ engine }) => engine === 'postgres');

describe.each(postgres)('every office in plain SQL on $engine', ({ create }) => {
  let database: TestDatabase;
  let logins: Logins;
  let spare = '';
  beforeAll(async () => {
    database = await create();
    await makeRegion(database);
    logins = new Logins(database.target, personAt('region', 'superadmin'));
    spare = await logins.make();
    // A login at every place, so that there is something to see.
    for (const place of PLACES) await logins.of(personAt(place, 'nobody'));
  });
  afterAll(async () => {
    await database.drop();
    await logins.drop();
  });

  const cases = PLACES.flatMap(home => OFFICES.map(office => ({ home, office })));
  it.each(cases)('$office of $home', async ({ home, office }) => {
    const iin = personAt(home, office);
    const session = await RawSession.open(await logins.of(iin), iin);
    const grants = [{ org: home, role: office === 'nobody' ? null : office }];
    const may = (action: Action, place: Place) =>
      mayDo(grants, action, { org: place, kind: kindOf(place), ancestors: ABOVE[place] }).allowed;
    const wrong: string[] = [];
    try {
      const upcoming = await session.upcoming();
      for (const place of PLACES) {
        for (const { name, action, at, sql } of WRITES) {
          if (!at.includes(kindOf(place))) continue;
          const setting = `select set_config('qabyl.spare', '${spare}', true)`;
          const statements = [setting, ...sql(place, upcoming, iin)];
          const orgs = name.startsWith('add a school')
            ? [place, 'newschool']
            : action === 'import-orgs'
              ? [place, ...ABOVE[place].slice(0, 1)]
              : [place];
          const attempt = await session.change(orgs, statements);
          const done = attempt.code === null && attempt.rows[statements.length - 1] === 1;
          if (done !== may(action, place) || !refusedRightly(attempt, done))
            wrong.push(`${name} at ${place}: ${JSON.stringify(attempt)}`);
        }
        for (const [what, sql] of Object.entries(SEEN)) {
          const { code, rows } = await session.attempt(sql(place));
          if (code !== null || (rows[0] ?? 0) > 0 !== may('read', place))
            wrong.push(`see ${what} of ${place}: ${code} ${rows}`);
        }
      }
    } finally {
      await session.close();
    }
    expect(wrong).toEqual([]);
  });

  it('tries every action that writes', () => {
    const tried = new Set<string>(WRITES.map(({ action }) => action));
    // Years are tried in attacks.test.ts; a backup reads.
    const others = ['read', 'init', 'backup'];
    expect(Object.keys(PERMISSIONS).filter(action => !tried.has(action) && !others.includes(action))).toEqual(
      [],
    );
  });
});

/** A refusal is one of rights, or nothing was found to write. */
function refusedRightly({ code }: Attempt, done: boolean): boolean {
  return done || code === null || code === '42501';
}
