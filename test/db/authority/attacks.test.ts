import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines, type TestDatabase } from '../../support/databases.ts';
import { Logins } from '../../support/logins.ts';
import { lookInside } from '../../support/look-inside.ts';
import { inventIin, mistype } from '../../support/people.ts';
import { type Attempt, keeping, type Line, RawSession } from '../../support/raw-change.ts';
import { makeRegion, type Office, type Place, personAt } from '../../support/region.ts';

const newcomer = inventIin(600);
const near = personAt('near', 'nobody');
const DENIED = '42501';
const FAULTY = '23514';

/** An employee who may be there, written as the number given. */
const adding = (change: number | string, org = 'near', iin = newcomer) =>
  `insert into staff (org, iin, surname, given_name, active, change) values ('${org}', '${iin}', 'Жаңа', 'Біреу', 1, ${change})`;

interface Attack {
  readonly name: string;
  readonly as: readonly [Place, Office];
  /** what is sent; `n` is the number of the change under way */
  readonly sql: (n: number) => readonly string[];
  /** ends with a line of the history like this; null: with none */
  readonly line?: ((n: number) => Line) | null;
  readonly orgs?: readonly string[];
  readonly code: string;
  readonly says: RegExp;
}

const head = ['region', 'superadmin'] as const;
const school = ['near', 'superadmin'] as const;

/** What somebody with a login of their own may try in psql, one line each. */
const ATTACKS: readonly Attack[] = [
  // The history is not altered
  ...['change', 'change_org', 'former_row'].flatMap(table => [
    bare(head, `update ${table} set ${table === 'change' ? 'actor' : 'change'} = '1'`),
    bare(head, `delete from ${table}`),
    bare(head, `truncate ${table} cascade`),
  ]),
  bare(head, 'drop table change', /owner/),
  bare(head, 'alter table staff disable row level security', /owner/),
  bare(head, 'alter table staff disable trigger all', /owner/),
  bare(head, 'drop policy staff_select on staff', /owner/),
  bare(head, 'drop trigger guard_staff_insert on staff', /owner/),
  bare(
    head,
    'create or replace function session_bound() returns boolean language sql as $$ select false $$',
    /owner|schema/,
  ),
  bare(head, 'set session_replication_role = replica'),
  bare(head, 'set session authorization qabyl'),
  bare(head, 'set role qabyl'),
  bare(head, 'update write_lock set writing = 1'),
  bare(head, 'delete from write_lock'),
  bare(head, 'insert into permission select * from permission'),
  bare(head, 'select * from pseudonym_key'),
  {
    name: 'rows without a line of the history',
    as: head,
    sql: n => [adding(n)],
    line: null,
    code: DENIED,
    says: /has no line in the history/,
  },
  {
    name: 'rows under an old number',
    as: head,
    sql: n => [adding(n - 1)],
    line: null,
    code: DENIED,
    says: /every row carries the number/,
  },
  {
    name: 'a change that calls itself init',
    as: ['district', 'superadmin'],
    sql: n => [adding(n)],
    line: () => ({ command: 'init' }),
    code: DENIED,
    says: /init is for/,
  },
  {
    name: 'a line in the name of another',
    as: head,
    sql: n => [adding(n)],
    line: () => ({ actor: near }),
    code: DENIED,
    says: /in the name of who makes it/,
  },
  {
    name: 'a line with a number of its own',
    as: head,
    sql: n => [adding(n)],
    line: n => ({ id: n + 1 }),
    code: DENIED,
    says: /grows at its end/,
  },
  {
    name: 'a line that breaks the chain',
    as: head,
    sql: n => [adding(n)],
    line: () => ({ previous: 'a'.repeat(64) }),
    code: DENIED,
    says: /go on with the chain/,
  },
  {
    name: 'a line whose digest is not its own',
    as: head,
    sql: n => [adding(n)],
    line: () => ({ chain: 'a'.repeat(64) }),
    code: DENIED,
    says: /go on with the chain/,
  },
  {
    name: 'a line of another day',
    as: head,
    sql: n => [adding(n)],
    line: () => ({ at: '2020-01-01T00:00:00.000Z' }),
    code: DENIED,
    says: /clock/,
  },
  {
    name: 'a line that hides whom it touched',
    as: head,
    sql: n => [adding(n)],
    line: () => ({ orgs_named: ['region'] }),
    code: DENIED,
    says: /just the organisations/,
  },
  {
    name: 'an employee replaced and not kept',
    as: head,
    sql: n => [`update staff set surname = 'Басқа', change = ${n} where org = 'near' and iin = '${near}'`],
    code: DENIED,
    says: /kept in former_row/,
  },
  {
    name: 'an employee kept as they never were',
    as: head,
    sql: n => [
      `insert into former_row (change, kind, key, action, before, former_change)
       select ${n}, 'staff', org || '/' || iin, 'update', (to_jsonb(s) - 'change' || '{"surname":"Өтірік"}')::text, change
       from staff as s where org = 'near' and iin = '${near}'`,
    ],
    code: DENIED,
    says: /not stored just so/,
  },
  {
    name: 'an employee kept for show',
    as: head,
    sql: n => [adding(n), keeping('staff', `org = 'near' and iin = '${near}'`, n)],
    code: DENIED,
    says: /kept and stays as it is/,
  },
  {
    name: 'a former row of no kind',
    as: head,
    sql: n => [`insert into former_row values (${n}, 'pupil', 'near/1', 'update', '{}', 1)`],
    code: DENIED,
    says: /no such kind/,
  },
  {
    name: 'an organisation added to an old line',
    as: head,
    sql: () => [`insert into change_org (change, org) values (1, 'far')`],
    line: null,
    code: DENIED,
    says: /grows at its end/,
  },
  {
    name: 'a line without a change',
    as: head,
    sql: () => [],
    code: DENIED,
    says: /nothing was written/,
  },
  ...(
    [
      ['a command line that is no JSON', { argv: 'oops' }, /no JSON/],
      ['files that are no list', { files: '{}' }, /no JSON/],
      ['a time in words', { at: 'now' }, /no ISO time/],
      ['an undo of itself', { command: 'undo', undoes: 999 }, /an undo names an earlier/],
      ['an undo by another name', { undoes: 1 }, /an undo names an earlier/],
      ['an organisation that the login may not read', { org: 'far' }, /may not read|just the organisations/],
      ['organisations that nothing happened to', { orgs_named: ['near', 'far'] }, /just the organisations/],
      ['another sum of the organisations', { orgs: 'a'.repeat(64) }, /the sum of the organisations/],
      ['control characters', { host: 'a\u001b[2J' }, /control characters/],
    ] as const
  ).map(
    ([name, line, says]): Attack => ({
      name: `a line with ${name}`,
      as: school,
      sql: n => [adding(n)],
      line: () => line,
      code: DENIED,
      says,
    }),
  ),
  {
    name: 'a former value in other words',
    as: head,
    sql: n => [
      keeping('staff', `org = 'near' and iin = '${near}'`, n).replace("'{' ||", `'{"evil":null,' ||`),
      `update staff set surname = 'Басқа', change = ${n} where org = 'near' and iin = '${near}'`,
    ],
    code: DENIED,
    says: /not stored just so/,
  },
  {
    name: 'an update that is called a removal',
    as: head,
    sql: n => [
      keeping('staff', `org = 'near' and iin = '${near}'`, n, 'remove'),
      `update staff set surname = 'Басқа', change = ${n} where org = 'near' and iin = '${near}'`,
    ],
    code: DENIED,
    says: /ends otherwise/,
  },
  {
    name: 'asking by former rows who has a role elsewhere',
    as: ['near', 'nobody'],
    sql: n => [
      `insert into former_row values (${n}, 'role', 'far/${personAt('far', 'admin')}/admin', 'remove', '{}', 1)`,
    ],
    line: null,
    code: DENIED,
    says: /not stored just so/,
  },
  // No office beyond one's own
  {
    name: 'a director at another school appoints there',
    as: ['far', 'director'],
    orgs: ['near'],
    sql: n => [appointing(n, personAt('far', 'director'))],
    code: DENIED,
    says: /row-level security/,
  },
  {
    name: 'a super-administrator appoints in the name of the director',
    as: school,
    sql: n => [appointing(n, personAt('near', 'director'))],
    code: DENIED,
    says: /the director appoints/,
  },
  {
    name: 'a director appoints in the name of another',
    as: ['near', 'director'],
    sql: n => [appointing(n, personAt('near', 'admin'))],
    code: DENIED,
    says: /not-permitted/,
  },
  {
    name: 'a director renames the executor',
    as: ['near', 'director'],
    sql: n => [
      keeping('staff', `org = 'near' and iin = '${personAt('near', 'executor')}'`, n),
      `update staff set surname = 'Басқа', change = ${n} where org = 'near' and iin = '${personAt('near', 'executor')}'`,
    ],
    code: DENIED,
    says: /nothing but the phone/,
  },
  {
    name: 'a director edits the contacts of somebody else',
    as: ['near', 'director'],
    sql: n => [
      keeping('staff', `org = 'near' and iin = '${near}'`, n),
      `update staff set phone = '+77051528593', change = ${n} where org = 'near' and iin = '${near}'`,
    ],
    code: DENIED,
    says: /nothing but the phone/,
  },
  {
    name: 'a territory is confirmed in the name of another',
    as: ['near', 'admin'],
    sql: n => [
      `insert into territory_review (year, school, territory, reviewed_by, change)
       select year, school, encode(sha256(convert_to(street || e'\\t' || houses, 'UTF8')), 'hex'), '${near}', ${n}
       from binding where school = 'near'`,
    ],
    code: DENIED,
    says: /in the name of who reviews it/,
  },
  {
    name: 'a school of one takes a year',
    as: ['district', 'superadmin'],
    sql: n => [`insert into academic_year (year, current, change) values ('2030-2031', 0, ${n})`],
    code: DENIED,
    says: /row-level security/,
  },
  {
    name: 'a second top',
    as: head,
    orgs: ['region', 'top'],
    sql: n => [
      `insert into org (code, kind, bin, name_kk, name_ru, department, territory, change)
       values ('top', 'department', null, 'Жоғары', 'Верх', null, 'none', ${n})`,
    ],
    code: DENIED,
    says: /no right to import|one organisation at the top/,
  },
  {
    name: 'a school moved out of its department by its own people',
    as: school,
    orgs: ['near', 'district', 'other'],
    sql: n => [
      keeping('org', `code = 'near'`, n),
      `update org set department = 'other', change = ${n} where code = 'near'`,
    ],
    code: DENIED,
    says: /just the organisations|nothing was written/,
  },
  {
    name: 'a school moved to a department of others',
    as: ['district', 'superadmin'],
    orgs: ['near', 'district', 'other'],
    sql: n => [
      keeping('org', `code = 'near'`, n),
      `update org set department = 'other', change = ${n} where code = 'near'`,
    ],
    code: DENIED,
    says: /no right to import/,
  },
  {
    name: "one's own login tied to the director",
    as: ['district', 'superadmin'],
    sql: n => [
      `insert into staff_login (org, login, iin, change) values ('near', session_user, '${personAt('near', 'director')}', ${n})`,
    ],
    code: DENIED,
    says: /a login is one person/,
  },
  {
    name: 'the login that owns the tables tied to somebody',
    as: school,
    sql: n => [`insert into staff_login (org, login, iin, change) values ('near', 'qabyl', '${near}', ${n})`],
    code: DENIED,
    says: /no login that can be tied/,
  },
  {
    name: 'the last super-administrator at the top removed',
    as: head,
    orgs: ['region'],
    sql: n => [
      keeping('role', `org = 'region' and role = 'superadmin'`, n, 'remove'),
      `delete from staff_role where org = 'region' and role = 'superadmin'`,
    ],
    code: FAULTY,
    says: /last-superadmin/,
  },
  {
    name: 'no current year left',
    as: head,
    orgs: ['region'],
    sql: n => [keeping('year', 'current = 1', n), `update academic_year set current = 0, change = ${n}`],
    code: FAULTY,
    says: /year-unknown/,
  },
  {
    name: 'somebody dismissed who keeps a role',
    as: head,
    sql: n => [
      keeping('staff', `org = 'near' and iin = '${personAt('near', 'executor')}'`, n, 'remove'),
      `update staff set active = 0, change = ${n} where org = 'near' and iin = '${personAt('near', 'executor')}'`,
    ],
    code: FAULTY,
    says: /staff-left/,
  },
  {
    name: 'a super-administrator appoints as an undo of something else',
    as: school,
    sql: n => [appointing(n, personAt('near', 'director'))],
    line: () => ({ command: 'undo', undoes: 3 }),
    code: DENIED,
    says: /the director appoints/,
  },
  {
    name: 'access to somebody who works elsewhere too',
    as: school,
    sql: n => [
      adding(n, 'near', personAt('district', 'superadmin')),
      `insert into staff_login (org, login, iin, change)
       values ('near', 'SPARE', '${personAt('district', 'superadmin')}', ${n})`,
    ],
    code: DENIED,
    says: /work elsewhere/,
  },
  // Tricks
  {
    name: 'a function of the guards hung on a table of their own, with a cast of their own',
    as: ['near', 'nobody'],
    sql: () => [
      `create type pg_temp.evil as enum ('x')`,
      `create function pg_temp.bite(pg_temp.evil) returns text language plpgsql as
         $$ begin execute 'alter table staff disable trigger all'; return 'x'; end $$`,
      'create cast (pg_temp.evil as text) with function pg_temp.bite(pg_temp.evil) as implicit',
      'create temporary table trap (login pg_temp.evil)',
      'create trigger trap after delete on trap for each row execute function revoke_login()',
    ],
    line: null,
    code: DENIED,
    says: /permission denied for function revoke_login/,
  },
  bare(['near', 'nobody'], 'select * from office_held'),
  bare(['near', 'nobody'], 'select * from permission'),
  {
    name: 'a temporary table that plays the logins',
    as: ['near', 'nobody'],
    sql: n => [
      `create temporary table staff_login as select 'near' as org, session_user::text as login, '${personAt('near', 'superadmin')}' as iin, 1 as change`,
      `create temporary table permission as select 'import-staff' as action, 'school' as kind, null::text as role, 'own' as at`,
      adding(n),
    ],
    code: DENIED,
    says: /row-level security/,
  },
  {
    name: 'row-level security switched off for the session',
    as: ['near', 'nobody'],
    sql: () => ['set local row_security = off', 'select * from staff'],
    line: null,
    code: DENIED,
    says: /affected by row-level security/,
  },
  {
    name: 'the checks of the commit put off and the line forgotten',
    as: head,
    sql: n => ['set constraints all deferred', adding(n)],
    line: null,
    code: DENIED,
    says: /has no line/,
  },
  // Rules of the rows
  ...(
    [
      ['a number that is no IIN', adding('N', 'near', mistype(newcomer))],
      [
        'a phone that is none',
        adding('N').replace('active', 'active, phone').replace('1, N', "1, '12345', N"),
      ],
      [
        'a role for who is not there',
        `insert into staff_role (org, iin, role, change) values ('near', '${newcomer}', 'admin', N)`,
      ],
      [
        'a role that does not exist',
        `insert into staff_role (org, iin, role, change) values ('near', '${near}', 'king', N)`,
      ],
    ] as const
  ).map(
    ([name, sql]): Attack => ({
      name,
      as: head,
      sql: n => [sql.replaceAll('N)', `${n})`)],
      code: name.includes('not there') ? '23503|23514' : FAULTY,
      says: /.*/,
    }),
  ),
];

function appointing(n: number, director: string): string {
  return `insert into appointment (year, school, service, executor, director, change)
    values ('2027-2028', 'near', 'grade-1-admission', '${personAt('near', 'executor')}', '${director}', ${n})`;
}

/** One statement that needs no history to be refused. */
function bare(as: readonly [Place, Office], sql: string, says = /permission denied|must be|cannot/): Attack {
  return { name: sql, as, sql: () => [sql], line: null, code: DENIED, says };
}

const postgres = engines.filter(({ engine }) => engine === 'postgres');

describe.each(postgres)('with a login of their own, in psql on $engine', ({ create }) => {
  let database: TestDatabase;
  let logins: Logins;
  /** a login that is tied to nobody */
  let spare = '';
  const sessions = new Map<string, RawSession>();
  const sessionOf = async (place: Place, office: Office) => {
    const iin = personAt(place, office);
    const known = sessions.get(iin) ?? (await RawSession.open(await logins.of(iin), iin));
    sessions.set(iin, known);
    return known;
  };
  beforeAll(async () => {
    database = await create();
    await makeRegion(database);
    logins = new Logins(database.target, personAt('region', 'superadmin'));
    spare = await logins.make();
  });
  afterAll(async () => {
    for (const session of sessions.values()) await session.close();
    await database.drop();
    await logins.drop();
  });

  const attacking = async ({ as, sql, line = () => ({}), orgs = ['near'] }: Attack): Promise<Attempt> => {
    const session = await sessionOf(...as);
    const n = await session.upcoming();
    const statements = sql(n).map(one => one.replaceAll('SPARE', spare));
    return line === null ? session.attempt(...statements) : session.change(orgs, statements, line(n));
  };

  it.each(ATTACKS)('is refused: $name', async attack => {
    const { code, message } = await attacking(attack);
    expect({ code, message }).toMatchObject({ code: expect.stringMatching(`^(${attack.code})$`) });
    expect(message).toMatch(attack.says);
  });

  it('is refused: rows after the line', async () => {
    const session = await sessionOf('region', 'superadmin');
    const n = await session.upcoming();
    const line = await session.line(['near']);
    expect(await session.attempt(adding(n), ...line, adding(n, 'far'))).toMatchObject({
      code: DENIED,
      message: expect.stringContaining('every row carries the number'),
    });
  });

  it('nobody may call what the guards call, nor hang it on a table', async () => {
    const inside = await lookInside(database.target);
    const open = await inside.rows<{ name: string }>(
      `select proname as name from pg_proc where prosecdef and pronamespace = current_schema()::regnamespace
         and has_function_privilege('public', oid, 'execute') order by proname`,
    );
    await inside.close();
    expect(open.map(({ name }) => name)).toEqual([
      ...['chain_of', 'last_change', 'login_state', 'reach', 'sees_all', 'session_bound'],
      ...['session_person', 'territory_reach', 'visible_changes'],
    ]);
  });

  it('a super-administrator takes no appointment away, and puts none back that others have touched', async () => {
    const director = await sessionOf('near', 'director');
    const by = await director.upcoming();
    const superadmin = await sessionOf('near', 'superadmin');
    const kept = keeping('appointment', `school = 'near'`, by + 1, 'remove');
    // The director appoints, for good.
    const appointed = await director.commit(['near'], [appointing(by, personAt('near', 'director'))]);
    expect(appointed).toMatchObject({ code: null });
    expect(
      await superadmin.change(['near'], [kept, `delete from appointment where school = 'near'`]),
    ).toMatchObject({
      code: DENIED,
      message: expect.stringContaining('the director appoints'),
    });
    expect(
      await director.commit(['near'], [kept, `delete from appointment where school = 'near'`], {
        command: 'appoint-executor',
      }),
    ).toMatchObject({
      code: null,
    });
    const back = [appointing(by + 2, personAt('near', 'director'))];
    const undo = { command: 'undo', undoes: by + 1 };
    expect(await superadmin.change(['near'], back, undo)).toMatchObject({ code: DENIED });
    expect(await director.change(['near'], back, undo)).toMatchObject({ code: null });
  });

  it('is let: the same done rightly', async () => {
    const session = await sessionOf('region', 'superadmin');
    const n = await session.upcoming();
    expect(await session.change(['near'], [adding(n)])).toMatchObject({ code: null, rows: [1, 1, 1] });
  });

  it('a function of their own sees no row that the login may not see', async () => {
    const session = await sessionOf('near', 'nobody');
    const inside = await lookInside(database.target);
    const hidden = personAt('far', 'nobody');
    const spy = `create function pg_temp.spy(text) returns boolean language plpgsql cost 0.0000001 as
      $$ begin if $1 = '${hidden}' then raise exception 'seen'; end if; return true; end $$`;
    for (const query of [
      'select * from staff where pg_temp.spy(iin)',
      `select * from staff where org = 'far' and pg_temp.spy(iin)`,
      'select * from held_role where pg_temp.spy(iin)',
      'select * from held_appointment where pg_temp.spy(executor)',
      `select * from former_row where pg_temp.spy(substring(before from '${hidden}'))`,
    ])
      expect(await session.attempt(spy, query), query).toMatchObject({ code: null });
    expect(await inside.rows(`select from staff where iin = '${hidden}'`)).toHaveLength(1);
    await inside.close();
  });

  it('readiness tells of people of other schools without saying who', async () => {
    const session = await lookInside(await logins.of(personAt('near', 'nobody')));
    const rows = await session.rows<{ org: string; iin: string }>('select org, iin from held_role');
    await session.close();
    const iins = (org: string) => rows.filter(row => row.org === org).map(({ iin }) => iin);
    expect(iins('near')).toContain(personAt('near', 'director'));
    expect(iins('district')).toHaveLength(4);
    for (const iin of iins('district')) expect(iin).toMatch(/^[0-9a-f]{64}$/);
    expect(iins('far')).toEqual([]);
  });
});
