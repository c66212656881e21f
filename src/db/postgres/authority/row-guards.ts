import { keySql } from '../../stored-rows.ts';
import { ownerColumnOf, type RowKind, rowKinds, tables } from '../../tables.ts';
import { definer } from './definer.ts';
import { OFFICE_RULES, type OfficeRule } from './office-rules.ts';
import { POLICIES, type Policy } from './policies.ts';
import { ROW_RULES } from './rules/row-rules.ts';
import { type RowRule, whereBroken } from './rules/rule.ts';

/**
 * What a bound session's statement must have done to the rows of a table, whoever wrote it: every row carries the number
 * of the change under way, what was replaced or removed was kept in `former_row` before, the offices allow it, and the
 * rows obey the rules. One look at all rows of the statement, after it.
 * @param schema where the tables are
 */
export function rowGuards(schema: string): string[] {
  return rowKinds.flatMap(kind => [guard(kind, schema), ...triggers(tables[kind].table)]);
}

function guard(kind: RowKind, schema: string): string {
  const { table } = tables[kind];
  const key = (row: string) => keySql(tables[kind], row);
  return `create function guard_${table}() returns trigger language plpgsql ${definer(schema)} as $$
    declare
      upcoming integer;
      broken text;
      orgs text[] := '{}';
    begin
      if not session_bound() then return null; end if;
      upcoming := open_change();
      if tg_op <> 'DELETE' then
        select ${key('written')} into broken from written where written.change is distinct from upcoming limit 1;
        if found then
          raise insufficient_privilege using message = format('${table} %s: every row carries the number of the change that writes it, now %s', broken, upcoming);
        end if;
      end if;
      if tg_op <> 'INSERT' then
        select ${key('gone')} into broken from gone where not exists (
          select from former_row as f
          where f.former_change = gone.change and f.kind = '${kind}' and f.key = ${key('gone')} and f.change = upcoming) limit 1;
        if found then
          raise insufficient_privilege using message = format('${table} %s: a row is kept in former_row before it is replaced or removed', broken);
        end if;
      end if;
      ${OFFICE_RULES.filter(rule => rule.kind === kind)
        .map(rule => refusal(table, rule))
        .join('\n')}
      if tg_op <> 'DELETE' then
        ${faults(
          table,
          ROW_RULES[kind].filter(({ atEnd }) => !atEnd),
        )}
      end if;
      ${touching(kind)}
      return null;
    end $$`;
}

function refusal(table: string, { on, says, breaks }: OfficeRule): string {
  return `if tg_op in (${on.map(one => `'${one}'`).join(', ')}) then
    select key into broken from (${breaks}) as found (key) limit 1;
    if found then
      raise insufficient_privilege using message = format('${table} %s: ${says.replaceAll("'", "''")}', broken);
    end if;
  end if;`;
}

/** Whether any row breaks a rule about rows alone is one look at them all; which rule it is, only then another. */
function faults(table: string, rules: readonly RowRule[]): string {
  const alone = rules.flatMap(({ each }) => (each === undefined ? [] : [each]));
  const [first, others] = [true, false].map(isAlone =>
    rules
      .filter(({ each }) => (each !== undefined) === isAlone)
      .map(rule => fault(table, rule))
      .join('\n'),
  );
  const judged =
    alone.length === 0 ? '' : `perform ${whereBroken(alone)} limit 1; if found then ${first} end if;`;
  return `${judged}\n${others}`;
}

function fault(table: string, { code, breaks }: RowRule): string {
  return `select key into broken from (${breaks}) as found (key) limit 1;
  if found then
    raise ${code === 'not-permitted' ? 'insufficient_privilege' : 'check_violation'} using message = format('${table} %s: ${code}', broken), constraint = '${code}', table = '${table}';
  end if;`;
}

/**
 * The organisations that must see what happens to the rows (`orgsOf` in db/tables.ts). Whether the session may write
 * there is asked once more: policies look at the offices as they were before the statement waited for its turn.
 */
function touching(kind: RowKind): string {
  const owner = ownerColumnOf(kind);
  if (owner === null) return `perform touch_orgs('{}');`;
  const columns = kind === 'org' ? [owner, 'department'] : [owner];
  const from = (rows: string) =>
    columns.map(column => `select ${column} from ${rows} where ${column} is not null`).join(' union ');
  const streets =
    kind === 'binding'
      ? `if tg_op <> 'DELETE' then
          insert into street_touched (year, department, street) select distinct year, department, street from written;
        end if;`
      : '';
  return `${streets}
    if tg_op <> 'DELETE' then orgs := array(${from('written')}); end if;
    if tg_op <> 'INSERT' then orgs := orgs || array(${from('gone')}); end if;
    ${kind === 'org' || kind === 'year' ? '' : stillAllowed(tables[kind].table, POLICIES[kind])}
    perform touch_orgs(orgs);`;
}

function stillAllowed(table: string, { adds, replaces, removes }: Policy): string {
  const reached = (actions: readonly string[]) =>
    actions.length === 0
      ? 'array[]::text[]'
      : `array(select r.org from reach(${actions.map(action => `'${action}'`).join(', ')}) as r)`;
  return `if not orgs <@ (case tg_op when 'INSERT' then ${reached(adds)} when 'UPDATE' then ${reached(replaces)} else ${reached(removes)} end) then
      raise insufficient_privilege using message = 'new row violates row-level security policy for table "${table}"';
    end if;`;
}

function triggers(table: string): string[] {
  const rows = {
    insert: 'new table as written',
    update: 'old table as gone new table as written',
    delete: 'old table as gone',
  };
  return Object.entries(rows).map(
    ([event, transition]) =>
      `create trigger guard_${table}_${event} after ${event} on ${table}
        referencing ${transition} for each statement execute function guard_${table}()`,
  );
}
