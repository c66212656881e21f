import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { holder, scenes, story } from '../../../fixtures/story.ts';
import { engines, type TestDatabase } from '../../support/databases.ts';
import { Logins } from '../../support/logins.ts';
import { type Inside, lookInside } from '../../support/look-inside.ts';
import { qabyl } from '../../support/run.ts';
import { examination } from './examination.ts';

const postgres = engines.filter(({ engine }) => engine === 'postgres');
const clock = () => new Date();
const director = holder('school-1', 'director');

describe.each(postgres)('doctor on $engine', ({ create }) => {
  let place: TestDatabase;
  let logins: Logins;
  let owner: Inside;
  let schema: string;
  /** the director's own */
  let login: string;
  beforeAll(async () => {
    place = await create();
    for (const { as, argv } of scenes.slice(0, 14)) {
      const run = await qabyl([...argv, '--json'], { db: place.target, as: as ?? undefined, clock });
      expect(run.code, run.stdout).toBe(0);
    }
    logins = new Logins(place.target, story.admin.iin);
    owner = await lookInside(place.target);
    schema = String((await owner.rows('select current_schema() as schema'))[0]?.schema);
    login = await logins.make();
    const grant = ['grant-access', '--staff', director, '--login', login];
    const granted = await qabyl(grant, { db: place.target, as: story.admin.iin, clock });
    expect(granted.code, granted.stderr).toBe(0);
  }, 240_000);
  afterAll(async () => {
    await owner.close();
    await place.drop();
    await logins.drop();
  });

  const asOwner = () => examination(place.target, { clock });
  const asDirector = () => examination(logins.url(login), { clock });
  /** What is broken is found, and what is printed mends it. */
  const mendsItself = async (id: string, code: string, exit: number, statements: readonly string[]) => {
    await owner.run(statements);
    const found = await asOwner();
    expect([found.code, found.of(id).code, found.of(id).status]).toEqual([exit, code, 'fail']);
    await owner.run([found.of(id).fix ?? '']);
    expect((await asOwner()).troubled).toEqual([]);
    return found.of(id);
  };

  it('finds all in order for the owner of the tables, without --as', async () => {
    const { code, troubled, of } = await asOwner();
    expect([code, troubled]).toEqual([0, []]);
    expect(of('database-reachable').message).toMatch(/postgres 18\S* answered in \d+ ms, without TLS/i);
    expect(of('login').code).toBe('login-owns');
    expect(of('tied-logins').code).toBe('logins-right');
  });

  it('finds all in order for an employee, who sees only a part of the history', async () => {
    const { code, troubled, of, document } = await asDirector();
    expect([code, troubled]).toEqual([0, ['history not-checked owner-sees-all']]);
    expect(of('login').message).toContain(director);
    expect(document.checks.map(({ id }) => id)).not.toContain('tied-logins');
  });

  it('shows no password, whoever asks', async () => {
    const run = await qabyl(['doctor', '--json'], { db: logins.url(login), clock });
    expect(run.stdout).toContain(':***@');
    expect(run.stdout + run.stderr).not.toContain(`:${login}@`);
  });

  it.each([
    ['insert on staff', 'insert on staff'],
    ['update on write_lock', 'update (id) on write_lock'],
    ['select on active_staff, change', 'select on active_staff'],
  ])(
    'prints the exact GRANT for what a login lacks, and passes once it is run: %s',
    async (revoked, lack) => {
      await owner.run([`revoke ${revoked} from ${login}`]);
      const own = await asDirector();
      expect([own.code, own.of('login').code]).toEqual([4, 'login-lacks']);
      expect(own.of('login').message).toContain(lack);
      const all = await asOwner();
      expect([all.code, all.of('tied-logins').code]).toEqual([4, 'logins-lack']);
      expect(all.of('tied-logins').fix).toBe(own.of('login').fix);
      await owner.run([own.of('login').fix ?? '']);
      expect((await asDirector()).of('login').status).toBe('pass');
      expect((await asOwner()).troubled).toEqual([]);
    },
  );

  it('tells a schema that the login may not use from tables that are not there', async () => {
    await owner.run([`revoke usage on schema ${schema} from ${login}`]);
    const { code, of } = await asDirector();
    expect([code, of('schema').code]).toEqual([4, 'schema-closed']);
    expect(of('login').code).toBe('depends-on');
    await owner.run([of('schema').fix ?? '']);
    expect((await asDirector()).of('schema').status).toBe('pass');
  });

  it('refuses a login that is tied to nobody, and says who can tie it', async () => {
    const name = await logins.make();
    await owner.run([
      `grant usage on schema ${schema} to ${name}`,
      `grant select on schema_migration to ${name}`,
    ]);
    const { code, of } = await examination(logins.url(name), { clock });
    expect([code, of('login').code]).toEqual([4, 'login-without-access']);
    expect(of('login').fix).toContain(`grant-access --staff IIN --login ${name}`);
    await owner.run([
      `revoke all on schema_migration from ${name}`,
      `revoke usage on schema ${schema} from ${name}`,
    ]);
  });

  it('finds logins that no rules hold, and that cannot be used', async () => {
    await mendsItself('tied-logins', 'logins-above', 4, [`alter role ${login} superuser`]);
    await mendsItself('tied-logins', 'logins-above', 4, [`alter role ${login} bypassrls`]);
    await mendsItself('tied-logins', 'logins-above', 4, [`grant qabyl to ${login}`]);
    await owner.run([`alter role ${login} nologin`]);
    const idle = await asOwner();
    expect([idle.code, idle.troubled]).toEqual([0, ['tied-logins warn logins-idle']]);
    await owner.run([idle.of('tied-logins').fix ?? '']);
    expect((await asOwner()).troubled).toEqual([]);
  });

  it.each([
    ['truncate', 'org'],
    ['references', 'staff'],
    ['trigger', 'change'],
    ['update', 'change'],
    ['update (chain)', 'change'],
    ['select', 'permission'],
    ['all', 'active_staff'],
  ])('finds a privilege that no login of an employee needs: %s on %s', async (privilege, table) => {
    const grant = [`grant ${privilege} on ${table} to ${login}`];
    const { message } = await mendsItself('tied-logins', 'logins-exceed', 4, grant);
    expect(message).toContain(`${privilege === 'all' ? 'truncate' : privilege} on ${table}`);
    expect(message).toContain(login);
  });

  it('finds a tied login that does not exist on the server', async () => {
    await owner.run([`alter role ${login} rename to ${login}_gone`]);
    const gone = await asOwner();
    expect([gone.code, gone.troubled]).toEqual([0, ['tied-logins warn logins-gone']]);
    expect(gone.of('tied-logins').fix).toBe(`qabyl revoke-access --login ${login}`);
    await owner.run([
      `alter role ${login}_gone rename to ${login}`,
      `alter role ${login} password '${login}'`,
    ]);
    expect((await asOwner()).troubled).toEqual([]);
  });

  it('finds row-level security switched off, a policy dropped, and one put in', async () => {
    const off = ['alter table staff disable row level security'];
    expect((await mendsItself('row-security', 'rows-unsecured', 4, off)).message).toContain('staff');
    const dropped = ['drop policy binding_insert on binding'];
    expect((await mendsItself('row-security', 'rows-unsecured', 4, dropped)).message).toContain(
      'binding_insert',
    );
    const opened = ['create policy everybody on staff using (true)'];
    expect((await mendsItself('row-security', 'rows-unsecured', 4, opened)).message).toContain('everybody');
  });

  it('finds a guard switched off, dropped, and one that does something else', async () => {
    await mendsItself('guards', 'guards-broken', 4, ['alter table staff disable trigger guard_staff_insert']);
    await mendsItself('guards', 'guards-broken', 4, ['drop trigger guard_change on change']);
    const harmless = `create or replace function guard_change() returns trigger language plpgsql as $$ begin return new; end $$`;
    await mendsItself('guards', 'guards-broken', 4, [harmless]);
    await mendsItself('guards', 'guards-broken', 4, ['drop function touch_orgs(text[])']);
  });

  it.each([
    ['a policy that lets everything through', ['alter policy binding_insert on binding with check (true)']],
    ['a policy for one login', ['alter policy staff_select on staff to current_user']],
    [
      'a policy for another command',
      [
        'drop policy binding_delete on binding',
        'create policy binding_delete on binding for all using (true)',
      ],
    ],
  ])('finds %s', async (_, statements) => {
    const { message } = await mendsItself('row-security', 'rows-unsecured', 4, statements);
    expect(message).toContain('Policies altered');
  });

  it.each([
    ['without the rights of its owner', 'open_change', ['alter function open_change security invoker']],
    ['with the rights of its owner', 'is_email', ['alter function is_email security definer']],
    ['with another search path', 'reach', ['alter function reach set search_path = pg_temp, public']],
    ['without a search path', 'guard_change', ['alter function guard_change reset all']],
    ['that is stale', 'session_bound', ['alter function session_bound immutable']],
    [
      'of another owner',
      'sees_all',
      [
        `grant create on schema SCHEMA to LOGIN`,
        'alter function sees_all owner to LOGIN',
        `revoke create on schema SCHEMA from LOGIN`,
      ],
    ],
    ['that everybody may call', 'touch_orgs', ['grant execute on function touch_orgs to public']],
    ['that one login may call', 'open_change', ['grant execute on function open_change to LOGIN']],
    ['that nobody may call any more', 'reach', ['revoke execute on function reach from public']],
  ])('finds a function %s: %s', async (_, name, statements) => {
    const there = statements.map(one => one.replace('SCHEMA', schema).replace('LOGIN', login));
    expect((await mendsItself('guards', 'guards-broken', 4, there)).message).toContain(`Altered: ${name}.`);
  });

  it('finds a function that is not there, and gives it to nobody when it is made again', async () => {
    await mendsItself('guards', 'guards-broken', 4, ['drop function touch_orgs']);
    const [found] = await owner.rows(
      `select has_function_privilege('${login}', 'touch_orgs(text[])', 'execute') as may`,
    );
    expect(found).toEqual({ may: false });
  });

  it.each([
    [
      'a trigger that never fires',
      'guard_change',
      [
        'drop trigger guard_change on change',
        'create trigger guard_change before insert on change for each row when (false) execute function guard_change()',
      ],
    ],
    [
      'a trigger on something else',
      'guard_staff_insert',
      [
        'drop trigger guard_staff_insert on staff',
        'create trigger guard_staff_insert after truncate on staff execute function guard_staff()',
      ],
    ],
    ['a view without its barrier', 'active_staff', ['alter view active_staff reset (security_barrier)']],
    [
      'a view of everybody',
      'active_staff',
      ['create or replace view active_staff as select org, count(*) as active from staff group by org'],
    ],
    [
      'a permission more',
      'permission',
      [`insert into permission values ('import-staff', 'school', null, 'own')`],
    ],
    ['a permission twice', 'permission', ['insert into permission select * from permission limit 1']],
    ['a permission less', 'permission', [`delete from permission where action = 'import-staff'`]],
  ])('finds %s', async (_, name, statements) => {
    expect((await mendsItself('guards', 'guards-broken', 4, statements)).message).toContain(
      `Altered: ${name}.`,
    );
  });

  it('finds what everybody on the server may do', async () => {
    await mendsItself('public-rights', 'public-let-in', 4, [
      `grant create on schema ${schema} to public`,
      'grant select on staff, org to public',
    ]);
  });

  it('says who writes', async () => {
    const writer = await lookInside(place.target);
    try {
      await writer.run([
        `set application_name = 'qabyl import-staff'`,
        'begin',
        'select from write_lock for update',
      ]);
      const { code, of } = await asOwner();
      expect([code, of('write-lock').code, of('write-lock').status]).toEqual([0, 'lock-held', 'warn']);
      expect(of('write-lock').message).toContain('qabyl import-staff');
    } finally {
      await writer.run(['rollback']);
      await writer.close();
    }
  });

  it.each([
    [120_000, 'warn', 'clock-off', 0],
    [-120_000, 'warn', 'clock-off', 0],
    [-172_800_000, 'fail', 'clock-day-off', 2],
  ])('compares the clocks: %i ms ahead', async (ahead, status, code, exit) => {
    const found = await examination(logins.url(login), { clock: () => new Date(Date.now() + ahead) });
    expect([found.code, found.of('clock').status, found.of('clock').code]).toEqual([exit, status, code]);
  });

  it('keeps the languages apart', async () => {
    for (const lang of ['kk', 'ru']) {
      const run = await qabyl(['doctor', '--lang', lang], {
        db: place.target,
        clock,
        env: { COLUMNS: '100' },
      });
      expect(run).toMatchObject({ code: 0, stderr: '' });
      expect(run.stdout.split('\n').filter(line => line.length > 100)).toEqual([]);
    }
  });
});

describe.each(postgres)('doctor on $engine without a database of ours', ({ create }) => {
  let place: TestDatabase;
  beforeEach(async () => {
    place = await create();
  });
  afterEach(() => place.drop());

  it('says that init has not made one', async () => {
    const { code, of } = await examination(place.target, { clock });
    expect([code, of('schema').code, of('clock').status]).toEqual([2, 'database-missing', 'pass']);
  });

  it('warns of a last change that lies in the future', async () => {
    const ahead = () => new Date(Date.now() + 3 * 86_400_000);
    const [first] = scenes;
    await qabyl([...(first?.argv ?? []), '--json'], { db: place.target, clock: ahead });
    const { code, troubled } = await examination(place.target, { clock });
    expect([code, troubled]).toEqual([0, ['clock warn last-change-ahead']]);
  });

  it('cannot reach a server that is not there, nor one that knows no such login, and says what waits for that', async () => {
    const url = new URL(place.target);
    url.port = '1';
    const away = await examination(url.href, { clock });
    expect([away.code, away.of('database-reachable').code]).toEqual([7, 'database-unreachable']);
    expect(away.troubled.slice(1)).toEqual(
      ['schema', 'write-lock', 'clock', 'history', 'login', 'row-security', 'guards', 'public-rights'].map(
        id => `${id} not-checked depends-on`,
      ),
    );
    const stranger = new URL(place.target);
    stranger.username = 'nobody_here';
    const refused = await examination(stranger.href, { clock });
    expect([refused.code, refused.of('database-reachable').code]).toEqual([7, 'password-refused']);
  });
});
