import { PERMISSIONS } from '../../../domain/authority/permissions.ts';
import { keySql } from '../../stored-rows.ts';
import { ownerColumnOf, type RowKind, rowKinds, tables } from '../../tables.ts';
import { changeLineGuard } from './change-line.ts';
import { definer } from './definer.ts';
import { HELD_NOW } from './reach.ts';
import { valueSql } from './row-value.ts';

/**
 * The history as a bound session may write it: at its end, one line a transaction, in its own name, chained to the line
 * before, naming every organisation whose rows were touched and keeping every row as it was. It writes in this order:
 * former rows before the rows themselves, `change_org`, the line of `change` last. What has no line at the commit is
 * refused, all of it.
 * - `open_change()`: the number that the line under way will have; takes the write lock.
 * - `touch_orgs(…)`: notes organisations that the line must name.
 * - `chain_of(…)`: the digest of a line.
 * - `last_change()`: the end of the chain, which everybody must know who adds to it.
 * @param schema where the tables are
 */
export function historyGuards(schema: string): string[] {
  const plpgsql = `language plpgsql ${definer(schema)}`;
  return [
    `alter table write_lock add check (id = 1), add column writing integer, add column touched text[] not null default '{}',
      add column wrote boolean not null default false`,
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
        update write_lock set writing = upcoming, touched = '{}', wrote = false where id = 1 and writing is distinct from upcoming;
        if found then insert into office_held (org, role, iin) ${HELD_NOW}; end if;
        return upcoming;
      end $$`,
    `create function touch_orgs(orgs text[]) returns void ${plpgsql} as $$
      begin
        update write_lock set touched = array(select distinct unnest(touched || orgs)), wrote = true
        where id = 1 and not (wrote and touched @> orgs);
      end $$`,
    // Whether a line of a lost commit stands there is asked by whoever wrote it, though it may not see whose it is instead.
    `create function chain_of(of_change integer) returns text language sql stable ${definer(schema)} as $$
      select chain from change where id = of_change $$`,
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
        select kind || ' ' || key into broken from written where ${OWNED} and not ${ownerOfKey} in (select r.org from reach(${WRITES}) as r) limit 1;
        if found then
          raise insufficient_privilege using message = format('former_row %s: the row is not stored just so', broken);
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
    ...changeLineGuard(schema),
  ];
}

const ofOwner = (at: 1 | 2) =>
  rowKinds.filter(kind => ownerColumnOf(kind) !== null && tables[kind].key[at - 1] === ownerColumnOf(kind));
const list = (kinds: readonly string[]) => kinds.map(kind => `'${kind}'`).join(', ');
/** Rows that belong to an organisation; its own row is kept by those above it too. */
const OWNED = `kind in (${list([...ofOwner(1), ...ofOwner(2)])})`;
const ownerOfKey = `split_part(key, '/', case when kind in (${list(ofOwner(1))}) then 1 else 2 end)`;
/** Who may write anything there: nobody else learns by keeping a row whether it is stored. */
const WRITES = list(Object.keys(PERMISSIONS).filter(action => action !== 'read' && action !== 'backup'));

/** The stored row that a former one was. */
export const sameKey = (kind: RowKind, stored: string, former: string) =>
  tables[kind].key
    .map(column => `${stored}.${column} = ${former}.before::jsonb ->> '${column}'`)
    .join(' and ');

/** A former row is the row that is stored now: nobody keeps what never was. */
function unlikeStored(kind: RowKind): string {
  const { table } = tables[kind];
  return `select f.key into broken from written as f where f.kind = '${kind}' and not exists (
      select from ${table} as t where ${sameKey(kind, 't', 'f')} and t.change = f.former_change
        and f.key = ${keySql(tables[kind], 't')} and ${valueSql(kind, 't')} = f.before) limit 1;
    if found then
      raise insufficient_privilege using message = format('former_row ${kind} %s: the row is not stored just so', broken);
    end if;`;
}
