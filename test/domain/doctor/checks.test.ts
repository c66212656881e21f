import { describe, expect, it } from 'vitest';
import { doctorChecks } from '../../../src/domain/doctor/catalogue.ts';
import type { DoctorCheckId, DoctorFix, FactsOf } from '../../../src/domain/doctor/check.ts';
import type { Lacking, TiedLogin } from '../../../src/domain/doctor/right-facts.ts';
import { problem, warning } from '../../../src/domain/problem.ts';

const pasted = (fix: DoctorFix) => (fix.kind === 'sql' ? fix.statement : fix.words.join(' '));

/** Status, code and what to paste. */
function verdict<I extends DoctorCheckId>(id: I, facts: FactsOf<I>) {
  const { status, finding, fixes, harm } = doctorChecks[id].run(facts as never);
  const code = 'problem' in finding ? finding.problem.code : finding.code;
  return [`${status} ${code}${harm === null ? '' : ` ${harm}`}`, ...fixes.map(pasted)];
}

/** Rows of a table: what is unlike the facts of a healthy database → the verdict. */
function table<I extends DoctorCheckId>(
  id: I,
  healthy: FactsOf<I>,
  rows: readonly (readonly [unlike: Partial<FactsOf<I>>, ...verdict: string[]])[],
) {
  describe(`the check ${id}`, () => {
    it.each(rows.map(([unlike, ...expected]) => ({ unlike, expected })))(
      '$unlike',
      ({ unlike, expected }) => {
        expect(verdict(id, Object.assign({}, healthy, unlike))).toEqual(expected);
      },
    );
  });
}

table('program', { program: '0.1.0', schema: '0001-a', node: 'v24.0.0', platform: 'linux' }, [
  [{}, 'pass program-at-work'],
]);

table(
  'configuration',
  { file: '/c.json', found: true, profile: null, settings: [], fault: null, warnings: [] },
  [
    [{}, 'pass settings-at-work'],
    [{ fault: problem('profile-unknown', { name: 'x', known: [] }) }, 'fail profile-unknown'],
    [{ warnings: [warning('config-open-to-others', { file: '/c.json' })] }, 'warn config-open-to-others'],
  ],
);

table(
  'database-reachable',
  { kind: 'server', engine: 'postgres 18.4', milliseconds: 3, local: false, secure: 'verified' },
  [
    [{}, 'pass server-answered'],
    [{ secure: 'unverified' }, 'warn server-overheard'],
    [{ secure: 'open' }, 'warn server-overheard'],
    [{ secure: 'open', local: true }, 'pass server-answered'],
    [{ kind: 'file', target: '/q.db' }, 'pass file-opened'],
  ],
);

table('file-mode', { file: '/d/q.db', mode: 0o100600, folder: '/d', folderMode: 0o40700, writable: true }, [
  [{}, 'pass file-private'],
  [{ mode: 0o100640 }, 'warn file-open-to-others', 'chmod 600 /d/q.db'],
  [{ mode: 0o100602 }, 'warn file-open-to-others', 'chmod 600 /d/q.db'],
  // who may only look into the folder finds a file that is closed
  [{ folderMode: 0o40755 }, 'pass file-private'],
  [{ folderMode: 0o40775 }, 'warn folder-open-to-others', 'chmod go-w /d'],
  [{ folderMode: 0o41777 }, 'pass file-private'],
  [{ mode: 0o100400, writable: false }, 'warn file-read-only', 'chmod u+w /d/q.db'],
]);

table('file-intact', { file: '/q.db', bytes: 8192, writeAhead: true, found: 'ok' }, [
  [{}, 'pass file-intact'],
  [{ found: 'Page 3: never used' }, 'fail file-damaged broken'],
  [{ writeAhead: false }, 'warn file-without-wal', 'sqlite3 /q.db pragma journal_mode = wal'],
  [{ found: null }, 'not-checked file-too-large'],
]);

const MB = 1_000_000;
table('disk-space', { free: 1000 * MB, size: 100 * MB }, [
  [{}, 'pass disk-enough'],
  [{ free: 250 * MB }, 'pass disk-enough'],
  [{ free: 250 * MB - 1 }, 'warn disk-short'],
  [{ free: 5 * MB }, 'warn disk-short'],
  [{ free: 5 * MB - 1 }, 'fail disk-full unreachable'],
]);

table(
  'schema',
  {
    target: '/q.db',
    version: '0003-c',
    foreign: false,
    known: ['0001-a', '0002-b', '0003-c'],
    first: null,
    closed: null,
  },
  [
    [{}, 'pass schema-current'],
    [{ version: '0001-a' }, 'fail schema-pending settings', 'qabyl init'],
    [{ version: '0004-d' }, 'fail database-newer'],
    [{ version: null }, 'fail database-missing'],
    [{ version: null, foreign: true }, 'fail database-foreign'],
    [
      { version: null, closed: { schema: 'own', login: 'Ai"gul' } },
      'fail schema-closed forbidden',
      'grant usage on schema "own" to "Ai""gul";',
    ],
  ],
);

it('names what an upgrade runs', () => {
  const facts = {
    target: '',
    foreign: false,
    known: ['0001-a', '0002-b', '0003-c'],
    first: null,
    closed: null,
  };
  const { finding } = doctorChecks.schema.run({ ...facts, version: '0001-a' });
  expect(finding).toMatchObject({ args: { pending: ['0002-b', '0003-c'] } });
});

table('write-lock', { held: false, holder: null, since: null, command: null }, [
  [{}, 'pass lock-free'],
  [{ held: true, holder: 'aigul@pc (7)' }, 'warn lock-held'],
]);

table(
  'clock',
  {
    now: new Date('2027-02-01T07:00:00Z'),
    ahead: 0.4,
    judged: true,
    last: { change: 1, at: '2027-02-01T07:00:00Z' },
  },
  [
    [{}, 'pass clock-right'],
    [{ ahead: null, last: null }, 'pass clock-right'],
    [{ ahead: 59.4 }, 'pass clock-right'],
    [{ ahead: 59.5 }, 'warn clock-off'],
    [{ ahead: -60 }, 'warn clock-off'],
    [{ ahead: 86_400 }, 'fail clock-day-off settings'],
    [{ ahead: -90_000 }, 'fail clock-day-off settings'],
    [{ ahead: 86_400, judged: false }, 'warn clock-off'],
    [{ last: { change: 1, at: '2027-02-01T07:01:00Z' } }, 'pass clock-right'],
    [{ last: { change: 1, at: '2027-02-01T07:01:01Z' } }, 'warn last-change-ahead'],
  ],
);

table('history', { partly: null, lines: 3, all: true, broken: null }, [
  [{}, 'pass history-whole'],
  [{ lines: 0 }, 'pass history-empty'],
  [{ all: false }, 'pass history-end-whole'],
  [{ partly: 'operator_1' }, 'not-checked owner-sees-all'],
  [{ broken: problem('history-line-missing', { change: 2 }) }, 'fail history-line-missing'],
]);

const nothing: Lacking = { usage: false, privileges: [] };
const some: Lacking = {
  usage: true,
  privileges: [
    { privilege: 'insert', table: 'staff', column: null },
    { privilege: 'update', table: 'write_lock', column: 'id' },
    { privilege: 'select', table: 'org', column: null },
    { privilege: 'delete', table: 'staff', column: null },
    { privilege: 'delete', table: 'street', column: null },
    { privilege: 'insert', table: 'street', column: null },
  ],
};

table('login', { schema: 'own', login: 'aigul', owner: false, iin: '830703406664', lacks: nothing }, [
  [{}, 'pass login-tied'],
  [{ owner: true, iin: null }, 'pass login-owns'],
  [{ iin: null }, 'fail login-without-access'],
  [
    { lacks: some },
    'fail login-lacks forbidden',
    'grant usage on schema "own" to "aigul";',
    'grant insert, delete on "own"."staff" to "aigul";',
    'grant update (id) on "own"."write_lock" to "aigul";',
    'grant select on "own"."org" to "aigul";',
    'grant delete, insert on "own"."street" to "aigul";',
  ],
]);

const tied = (login: string, state: TiedLogin['state'], lacks = nothing): TiedLogin => ({
  login,
  state,
  lacks,
  exceeds: [],
});
const beyond = { grantee: 'clerks', table: 'staff', privilege: 'truncate', column: null };
table('tied-logins', { schema: 'own', owner: 'qabyl', logins: [tied('a', 'usable'), tied('b', 'usable')] }, [
  [{}, 'pass logins-right'],
  [{ logins: [] }, 'pass logins-none'],
  [
    { logins: [tied('a', 'missing'), tied('b', 'superuser'), tied('c', 'usable', some)] },
    'fail logins-above forbidden',
    'alter role "b" nosuperuser nobypassrls;',
  ],
  [{ logins: [tied('b', 'bypassrls')] }, 'fail logins-above forbidden', 'alter role "b" nobypassrls;'],
  [{ logins: [tied('b', 'owner')] }, 'fail logins-above forbidden', 'revoke "qabyl" from "b";'],
  [{ logins: [tied('qabyl', 'owner')] }, 'fail logins-above forbidden', 'qabyl revoke-access --login qabyl'],
  [
    { logins: [tied('c', 'usable', { usage: false, privileges: some.privileges.slice(0, 1) })] },
    'fail logins-lack forbidden',
    'grant insert on "own"."staff" to "c";',
  ],
  [
    {
      logins: [
        { ...tied('a', 'usable'), exceeds: [beyond] },
        {
          ...tied('b', 'usable', some),
          exceeds: [
            beyond,
            { ...beyond, grantee: 'b', table: 'change', privilege: 'update', column: 'chain' },
          ],
        },
      ],
    },
    'fail logins-exceed forbidden',
    'revoke truncate on "own"."staff" from "clerks" cascade;',
    'revoke update (chain) on "own"."change" from "b" cascade;',
  ],
  [{ logins: [tied('a', 'missing')] }, 'warn logins-gone', 'qabyl revoke-access --login a'],
  [{ logins: [tied('a', 'group')] }, 'warn logins-idle', 'alter role "a" login;'],
]);

table(
  'row-security',
  { schema: 'own', tables: ['staff'], unsecured: [], absent: [], altered: [], foreign: [] },
  [
    [{}, 'pass rows-secured'],
    [
      {
        unsecured: ['staff'],
        absent: [
          { name: 'staff_select', table: 'staff', statement: 'create policy staff_select on staff …' },
        ],
        altered: [
          { name: 'staff_delete', table: 'staff', statement: 'create policy staff_delete on staff …' },
        ],
        foreign: [{ name: 'all', table: 'staff' }],
      },
      'fail rows-unsecured forbidden',
      'alter table "own"."staff" enable row level security;',
      'drop policy "staff_delete" on "own"."staff";',
      'drop policy "all" on "own"."staff";',
      'set search_path to "own";',
      'create policy staff_select on staff …;',
      'create policy staff_delete on staff …;',
    ],
  ],
);

const made = (name: string) => ({ name, table: 'staff', statement: `create ${name}` });
table('guards', { schema: 'own', guards: 9, absent: [], disabled: [], altered: [] }, [
  [{}, 'pass guards-whole'],
  [
    { absent: [made('a')], disabled: [made('b')], altered: [made('c')] },
    'fail guards-broken forbidden',
    'alter table "own"."staff" enable trigger "b";',
    'set search_path to "own";',
    'create a;',
    'create c;',
  ],
]);

table('public-rights', { schema: 'own', create: false, tables: [] }, [
  [{}, 'pass public-shut-out'],
  [
    { create: true, tables: ['staff', 'org'] },
    'fail public-let-in forbidden',
    'revoke create on schema "own" from public;',
    'revoke all on "own"."staff", "own"."org" from public;',
  ],
]);
