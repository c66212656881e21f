import type { BulkReference, Reference } from '../dialect.ts';
import { definer } from './authority/definer.ts';
import { revocations } from './authority/guards.ts';

/**
 * A reference that is checked once a statement, for all its rows at once, where a foreign key asks row by row (measured:
 * 9 µs a row, more than storing it takes). Raw SQL is held to it as well, with a foreign key's error:
 * - rows written name rows that are there, which stay until the transaction ends, as with a foreign key; this is not
 *   put off to the commit, for no trigger with a transition table can be
 *   (https://www.postgresql.org/docs/current/sql-createtrigger.html);
 * - rows that are named do not go, which is seen at the commit.
 */
export function bulkReference(
  { table, column, parent, key }: Reference,
  schema: string | null,
): BulkReference {
  const name = `${table}_${column}_fkey`;
  const violation = (message: string, detail: string) =>
    `raise foreign_key_violation using table = '${table}', constraint = '${name}', message = '${message}', detail = ${detail};`;
  const named = violation(
    `insert or update on table "${table}" violates foreign key constraint "${name}"`,
    `format('Key (${column})=(%s) is not present in table "${parent}".', lost)`,
  );
  const kept = violation(
    `update or delete on table "${parent}" violates foreign key constraint "${name}" on table "${table}"`,
    `format('Rows of table "${table}" still refer to it.')`,
  );
  // Whoever writes may not see the rows that are named, nor lock them.
  const head = `returns trigger language plpgsql ${definer(schema ?? 'public')} as`;
  const statements = [
    `create function ${name}_named() ${head} $$
        declare lost text;
        begin
          perform from ${parent} where ${key} in (select ${column} from written) for key share;
          select ${column} into lost from (select distinct ${column} from written) as named
            where not exists (select from ${parent} where ${key} = named.${column}) limit 1;
          if found then ${named} end if;
          return null;
        end $$`,
    `create function ${name}_kept() ${head} $$
        begin
          if tg_op = 'TRUNCATE' then
            if exists (select from ${table}) then ${kept} end if;
          elsif exists (select from ${table} where ${column} = old.${key})
            and not exists (select from ${parent} where ${key} = old.${key}) then ${kept} end if;
          return null;
        end $$`,
    ...['insert', 'update'].map(
      event =>
        `create trigger ${name}_${event} after ${event} on ${table}
            referencing new table as written for each statement execute function ${name}_named()`,
    ),
    `create constraint trigger ${name} after delete or update of ${key} on ${parent}
        deferrable initially deferred for each row execute function ${name}_kept()`,
    `create trigger ${name}_truncate after truncate on ${parent}
        for each statement execute function ${name}_kept()`,
  ];
  return { clause: '', statements: [...statements, ...revocations(statements)] };
}
