import { type RowKind, rowKinds, tables } from '../../tables.ts';
import { definer } from './definer.ts';
import { sameKey } from './history-guards.ts';
import { CHANGE_RULES } from './rules/change-rules.ts';
import { signatures } from './signatures.ts';

/** What a line of the history must be, in SQL, and what is said of one that is not. */
const LINE: readonly { readonly says: string; readonly holds: string }[] = [
  { says: 'the next line of the history is another', holds: 'new.id = upcoming' },
  {
    says: 'a change is made in the name of who makes it',
    holds: 'new.actor is not distinct from session_person()',
  },
  // What init did cannot be taken back: nobody else may call a change so.
  {
    says: 'init is for the super-administrator of the first department',
    holds: `new.command <> 'init' or (select sees_all()) and exists (select from reach('init'))`,
  },
  // What reads the history takes these for granted (commands/common/change-view.ts).
  {
    says: 'its time is no ISO time in UTC',
    holds: String.raw`new.at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'`,
  },
  {
    says: 'its command line, files or summary is no JSON',
    holds: `is_json(new.argv, 'array') and is_json(new.files, 'array') and is_json(new.summary, 'object')`,
  },
  {
    says: 'control characters',
    holds: String.raw`concat(new.command, new.argv, new.year, new.summary, new.files, new.program, new.node, new.engine, new.host, new.os_user) !~ '[\x01-\x1f\x7f]'`,
  },
  {
    says: 'the clock of this machine is a day and more from that of the server',
    holds: 'abs(extract(epoch from new.at::timestamptz - clock_timestamp())) < 86400',
  },
  {
    says: 'an undo names an earlier change, and nothing else does',
    holds: `case when new.command = 'undo' then new.undoes < new.id and new.undoes > 0 else new.undoes is null end`,
  },
  {
    says: 'the line does not go on with the chain',
    holds: `new.previous = coalesce(before, '') and new.chain = chain_digest(new)`,
  },
  { says: 'nothing was written', holds: 'written.wrote' },
  {
    says: 'it is about an organisation that the login may not read',
    holds: `new.org is null or new.org = any (written.touched) or new.org in (select r.org from reach('read') as r)`,
  },
  {
    says: 'change_org names just the organisations that were touched',
    holds: `not exists (
      select from (select unnest(written.touched) union select new.org where new.org is not null) as t (org)
      full join (select c.org from change_org as c where c.change = upcoming) as c using (org)
      where t.org is null or c.org is null)`,
  },
  {
    says: 'the sum of the organisations is another',
    holds: `new.orgs = org_sum(array(select c.org from change_org as c where c.change = upcoming))`,
  },
];

/**
 * Judges the line that ends a change of a bound session, and with it the whole change: what was kept was replaced, what
 * is signed is signed by who made it, and what is left behind obeys the rules.
 * @param schema where the tables are
 */
export function changeLineGuard(schema: string): string[] {
  const plpgsql = `language plpgsql ${definer(schema)}`;
  return [
    chainDigestStatement(schema),
    orgSumStatement(plpgsql),
    `create function is_json(value text, kind text) returns boolean ${plpgsql} as $$
      begin
        return jsonb_typeof(value::jsonb) = kind;
      exception when others then
        return false;
      end $$`,
    `create function guard_change() returns trigger ${plpgsql} as $$
      declare
        upcoming integer;
        before text;
        broken text;
        written write_lock;
      begin
        if not session_bound() then return new; end if;
        upcoming := open_change();
        select chain into before from last_change();
        select * into written from write_lock where id = 1;
        ${LINE.map(({ says, holds }) => refusal(says, holds)).join('\n')}
        ${rowKinds.map(unmoved).join('\n')}
        ${signatures()}
        ${CHANGE_RULES.map(({ code, breaks }) => leftBehind(code, breaks)).join('\n')}
        delete from street_touched;
        delete from office_held;
        return new;
      end $$`,
    `create trigger guard_change before insert on change for each row execute function guard_change()`,
  ];
}

function refusal(says: string, holds: string): string {
  return `if (${holds}) is not true then
      raise insufficient_privilege using message = format('change %s: ${says}', new.id);
    end if;`;
}

/** A row that was kept has been replaced or removed, as it is said: it was not kept for show. A dismissal is a removal. */
function unmoved(kind: RowKind): string {
  const { table } = tables[kind];
  const dismissed =
    kind === 'staff' ? `when t.active = 0 and f.before::jsonb ->> 'active' = '1' then 'remove'` : '';
  return `select f.key into broken from former_row as f left join ${table} as t on ${sameKey(kind, 't', 'f')}
      where f.change = upcoming and f.kind = '${kind}'
        and (t.change = f.former_change or f.action <> case when t.change is null then 'remove' ${dismissed} else 'update' end) limit 1;
    if found then
      raise insufficient_privilege using message = format('former_row ${kind} %s: the row was kept and stays as it is, or ends otherwise', broken);
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

/** The sum that `addOrg` (change/record.ts) makes: of SHA-256 digests, modulo 2^256, eight words of 32 bits with carries. */
function orgSumStatement(plpgsql: string): string {
  return `create function org_sum(orgs text[]) returns text ${plpgsql} as $$
    declare
      words bigint[] := array_fill(0::bigint, array[8]);
      carry bigint := 0;
      sum text := '';
      hash bytea;
      one text;
    begin
      foreach one in array orgs loop
        hash := sha256(convert_to(one, 'UTF8'));
        for word in 1..8 loop
          words[word] := words[word] + ('x' || encode(substring(hash from word * 4 - 3 for 4), 'hex'))::bit(32)::bigint;
        end loop;
      end loop;
      for word in reverse 8..1 loop
        carry := carry + words[word];
        sum := lpad(to_hex(carry & 4294967295), 8, '0') || sum;
        carry := carry >> 32;
      end loop;
      return sum;
    end $$`;
}
