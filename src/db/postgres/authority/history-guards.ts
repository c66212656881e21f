import { keySql } from '../../stored-rows.ts';
import { type RowKind, rowKinds, tables } from '../../tables.ts';
import { definer } from './definer.ts';
import { ownNames } from './own-name.ts';
import { HELD_NOW } from './reach.ts';
import { valueSql } from './row-value.ts';
import { CHANGE_RULES } from './rules/change-rules.ts';

/**
 * The history as a bound session may write it: at its end, one line a transaction, in its own name, chained to the line
 * before, naming every organisation whose rows were touched and keeping every row as it was. It writes in this order:
 * former rows before the rows themselves, `change_org`, the line of `change` last. What has no line at the commit is
 * refused, all of it.
 * - `open_change()`: the number that the line under way will have; takes the write lock.
 * - `touch_orgs(…)`: notes organisations that the line must name.
 * - `last_change()`: the end of the chain, which everybody must know who adds to it.
 * @param schema where the tables are
 */
export function historyGuards(schema: string): string[] {
  const plpgsql = `language plpgsql ${definer(schema)}`;
  return [
    `alter table write_lock add check (id = 1), add column writing integer, add column touched text[] not null default '{}'`,
    // Only the functions here read and write it, and it is empty at every commit.
    `create table street_touched (year text not null, department text not null, street text not null)`,
    // What was done first where one undo follows another.
    `create function first_command(of_change integer) returns text language sql stable ${definer(schema)} as $$
      with recursive back (id, command, undoes) as (
        select id, command, undoes from change where id = of_change
        union all
        select c.id, c.command, c.undoes from back join change as c on c.id = back.undoes)
      select command from back where undoes is null $$`,
    `create function open_change() returns integer ${plpgsql} as $$
      declare upcoming integer;
      begin
        perform from write_lock where id = 1 for update;
        select coalesce(max(id), 0) + 1 into upcoming from change;
        update write_lock set writing = upcoming, touched = '{}' where id = 1 and writing is distinct from upcoming;
        if found then insert into office_held (org, role, iin) ${HELD_NOW}; end if;
        return upcoming;
      end $$`,
    `create function touch_orgs(orgs text[]) returns void ${plpgsql} as $$
      begin
        update write_lock set touched = array(select distinct unnest(touched || orgs))
        where id = 1 and not touched @> orgs;
      end $$`,
    `create function last_change(out id integer, out chain text) language sql stable ${definer(schema)} as $$
      select id, chain from change order by id desc limit 1 $$`,
    `create function change_recorded() returns trigger ${plpgsql} as $$
      begin
        if session_bound() and not exists (select from change where id = new.writing) then
          raise insufficient_privilege using message = format('change %s has no line in the history: what it wrote is not kept', new.writing);
        end if;
        return null;
      end $$`,
    `create constraint trigger change_recorded after update of writing on write_lock
      deferrable initially deferred for each row execute function change_recorded()`,
    `create function guard_former_row() returns trigger ${plpgsql} as $$
      declare
        upcoming integer;
        broken text;
      begin
        if not session_bound() then return null; end if;
        upcoming := open_change();
        select kind || ' ' || key into broken from written where change is distinct from upcoming limit 1;
        if found then
          raise insufficient_privilege using message = format('former_row %s: the history grows at its end, now %s', broken, upcoming);
        end if;
        select kind || ' ' || key into broken from written where kind not in (${rowKinds.map(kind => `'${kind}'`).join(', ')}) limit 1;
        if found then
          raise insufficient_privilege using message = format('former_row %s: no such kind of row', broken);
        end if;
        ${rowKinds.map(unlikeStored).join('\n')}
        return null;
      end $$`,
    `create trigger guard_former_row after insert on former_row
      referencing new table as written for each statement execute function guard_former_row()`,
    `create function guard_change_org() returns trigger ${plpgsql} as $$
      begin
        if session_bound() and exists (select from written where change is distinct from open_change()) then
          raise insufficient_privilege using message = 'change_org: the history grows at its end, and its line comes last';
        end if;
        return null;
      end $$`,
    `create trigger guard_change_org after insert on change_org
      referencing new table as written for each statement execute function guard_change_org()`,
    `create function guard_change() returns trigger ${plpgsql} as $$
      declare
        upcoming integer;
        before text;
        broken text;
      begin
        if not session_bound() then return new; end if;
        upcoming := open_change();
        select chain into before from last_change();
        if new.id <> upcoming then
          raise insufficient_privilege using message = format('change %s: the next line of the history is %s', new.id, upcoming);
        end if;
        if new.actor is distinct from session_person() then
          raise insufficient_privilege using message = format('change %s: a change is made in the name of who makes it', upcoming);
        end if;
        -- What init did cannot be taken back: nobody else may call a change so.
        if new.command = 'init' and not exists (
          select from reach('init') as r join org on org.code = r.org and org.department is null) then
          raise insufficient_privilege using message = format('change %s: init is for the first department''s super-administrator', upcoming);
        end if;
        if abs(extract(epoch from new.at::timestamptz - clock_timestamp())) > 86400 then
          raise insufficient_privilege using message = format('change %s: the clock of this machine is a day and more from the server''s', upcoming);
        end if;
        if new.previous <> coalesce(before, '') or new.chain <> chain_digest(new) then
          raise insufficient_privilege using message = format('change %s: the line does not go on with the chain', upcoming);
        end if;
        select org into broken from (select unnest(touched) from write_lock) as t (org)
          where not exists (select from change_org as c where c.change = upcoming and c.org = t.org) limit 1;
        if found then
          raise insufficient_privilege using message = format('change %s: %s is touched and not named in change_org', upcoming, broken);
        end if;
        ${rowKinds.map(unmoved).join('\n')}
        ${ownNames()}
        ${CHANGE_RULES.map(({ code, breaks }) => leftBehind(code, breaks)).join('\n')}
        delete from street_touched;
        delete from office_held;
        return new;
      end $$`,
    `create trigger guard_change before insert on change for each row execute function guard_change()`,
    chainDigestStatement(schema),
  ];
}

const where = (kind: RowKind, stored: string, former: string) =>
  tables[kind].key
    .map(column => `${stored}.${column} = ${former}.before::jsonb ->> '${column}'`)
    .join(' and ');

/** A former row is the row that is stored now: nobody keeps what never was. */
function unlikeStored(kind: RowKind): string {
  const { table } = tables[kind];
  return `select f.key into broken from written as f where f.kind = '${kind}' and not exists (
      select from ${table} as t where ${where(kind, 't', 'f')} and t.change = f.former_change
        and f.key = ${keySql(tables[kind], 't')} and ${valueSql(kind, 't')} = jsonb_strip_nulls(f.before::jsonb)) limit 1;
    if found then
      raise insufficient_privilege using message = format('former_row ${kind} %s: the row is not stored just so', broken);
    end if;`;
}

/** A row that was kept has been replaced or removed: it was not kept for show. */
function unmoved(kind: RowKind): string {
  const { table } = tables[kind];
  return `select f.key into broken from former_row as f where f.change = upcoming and f.kind = '${kind}' and exists (
      select from ${table} as t where ${where(kind, 't', 'f')} and t.change = f.former_change) limit 1;
    if found then
      raise insufficient_privilege using message = format('former_row ${kind} %s: the row was kept and stays as it is', broken);
    end if;`;
}

/** What the whole change leaves behind obeys the rules. */
function leftBehind(code: string, breaks: string): string {
  return `with touched as (select unnest(l.touched) as org from write_lock as l)
      select key into broken from (${breaks}) as found (key) limit 1;
    if found then
      raise check_violation using message = format('change %s: ${code}, %s', upcoming, broken), constraint = '${code}';
    end if;`;
}

/** The digest that `chainDigest` (change/record.ts) makes: SHA-256 of the line as a JSON array. */
function chainDigestStatement(schema: string): string {
  const texts = (...columns: readonly string[]) =>
    columns.map(column => `coalesce(to_json(line.${column})::text, 'null')`);
  const parts = [
    ...texts('id', 'at', 'command', 'argv', 'actor', 'org', 'year', 'summary', 'files', 'digest', 'orgs'),
    ...texts('undoes', 'program', 'node', 'engine', 'host', 'os_user', 'previous'),
  ];
  return `create function chain_digest(line change) returns text language sql immutable ${definer(schema)} as $$
    select encode(sha256(convert_to('[' || concat_ws(',', ${parts.join(', ')}) || ']', 'UTF8')), 'hex') $$`;
}
