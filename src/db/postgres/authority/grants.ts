import { rowKinds, tables } from '../../tables.ts';
import { definer } from './definer.ts';

/** What a login needs that is tied to an employee; row-level security and the guards say which rows. */
export const LOGIN_PRIVILEGES: readonly { readonly what: string; readonly on: readonly string[] }[] = [
  {
    what: 'select',
    on: [
      ...rowKinds.map(kind => tables[kind].table),
      ...['change', 'change_org', 'former_row', 'schema_migration'],
      ...['active_staff', 'held_role', 'held_appointment'],
    ],
  },
  { what: 'insert, delete', on: rowKinds.map(kind => tables[kind].table) },
  {
    what: 'update',
    // A role, and a login, is given or taken and never replaced.
    on: rowKinds.filter(kind => kind !== 'role' && kind !== 'login').map(kind => tables[kind].table),
  },
  { what: 'insert', on: ['change', 'change_org', 'former_row'] },
  // To lock the row, which is all that a writer does with it.
  { what: 'select (id), update (id)', on: ['write_lock'] },
];

/** Roles of the server that let their members past the privileges of tables. */
const ABOVE_TABLES = `'pg_read_all_data', 'pg_write_all_data', 'pg_read_server_files', 'pg_write_server_files', 'pg_execute_server_program'`;

/**
 * Privileges follow the rows of `staff_login`, whoever writes them: a command, an undo, a backup that is restored. They
 * are given by whoever owns the tables, so a super-administrator needs no rights of the server's administrator. A login
 * that does not exist, or that no rules hold, gets none.
 * @param schema where the tables are
 */
export function grantStatements(schema: string): string[] {
  const head = `language plpgsql ${definer(schema)}`;
  const grant = (login: string) =>
    LOGIN_PRIVILEGES.map(
      ({ what, on }) => `execute format('grant ${what} on ${on.join(', ')} to %I', ${login});`,
    ).join('\n');
  const everything = [...new Set(LOGIN_PRIVILEGES.flatMap(({ on }) => on))].join(', ');
  return [
    `create function login_state(login text) returns text language sql stable ${definer(schema)} as $$
      select case
        when r.rolname is null then 'missing'
        when r.rolsuper or r.rolbypassrls
          or pg_has_role(r.oid, (select relowner from pg_class where oid = 'org'::regclass), 'member')
          or exists (select from pg_roles as g where g.rolname in (${ABOVE_TABLES}) and pg_has_role(r.oid, g.oid, 'member')) then 'above'
        when not r.rolcanlogin then 'group'
        else 'usable' end
      from (select login as name) as asked left join pg_roles as r on r.rolname = asked.name $$`,
    `create function grant_login() returns trigger ${head} as $$
      begin
        -- Whoever owns the tables is held to this too: an undo, or a backup, would make one login two people.
        if exists (select from staff_login as other where other.login = new.login and other.iin <> new.iin) then
          raise insufficient_privilege using message = format('staff_login %s: a login is one person', new.login);
        end if;
        if login_state(new.login) = 'usable' then
          if not has_schema_privilege(new.login, current_schema(), 'usage') then
            execute format('grant usage on schema %I to %I', current_schema(), new.login);
          end if;
          ${grant('new.login')}
        elsif session_bound() then
          raise insufficient_privilege using message = format('staff_login %s: no login that can be tied to an employee', new.login);
        end if;
        return null;
      end $$`,
    `create trigger grant_login after insert on staff_login for each row execute function grant_login()`,
    // At the commit: whoever gives up their own access writes the line of the history with it.
    `create function revoke_login() returns trigger ${head} as $$
      begin
        if not exists (select from staff_login where login = old.login) and login_state(old.login) = 'usable' then
          execute format('revoke all on ${everything} from %I', old.login);
        end if;
        return null;
      end $$`,
    `create constraint trigger revoke_login after delete on staff_login
      deferrable initially deferred for each row execute function revoke_login()`,
  ];
}
