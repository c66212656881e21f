import { grantStatements } from './grants.ts';
import { historyGuards } from './history-guards.ts';
import { policyStatements } from './policies.ts';
import { reachStatements } from './reach.ts';
import { rowGuards } from './row-guards.ts';
import { RULE_FUNCTIONS } from './rules/row-rules.ts';
import { seenPeople } from './seen-people.ts';

/**
 * What makes the database itself refuse what an employee may not do, whatever program they send it from: statements that
 * follow those of the tables. Sessions of whoever owns the tables are not held to any of it.
 * @param schema where the tables are
 */
export function guardStatements(schema: string): readonly string[] {
  const made = [
    ...reachStatements(schema),
    ...seenPeople(),
    ...policyStatements(),
    ...historyGuards(schema),
    ...RULE_FUNCTIONS,
    ...rowGuards(schema),
    ...grantStatements(schema),
  ];
  return [...made, ...revocations(made), ...hiddenTables()];
}

/** What anybody may ask with the rights of whoever owns the tables: each tells a session only of itself, or of no person. */
const ASKED_BY_ALL: ReadonlySet<string> = new Set([
  ...['session_bound', 'session_person', 'reach', 'territory_reach', 'sees_all', 'visible_changes'],
  ...['last_change', 'chain_of', 'login_state'],
]);

/**
 * Takes every other function that runs with those rights from everybody. A function of a trigger too: who may call one
 * may hang it on a table of their own, with types whose casts are theirs, and what it does there it does as the owner.
 */
export function revocations(statements: readonly string[]): string[] {
  return statements.flatMap(statement => {
    const name = /^create function (\w+)\(/.exec(statement)?.[1];
    const isOpen = name === undefined || ASKED_BY_ALL.has(name) || !statement.includes('security definer');
    return isOpen ? [] : [`revoke execute on function ${name} from public`];
  });
}

/** Tables of the guards' own: whoever was granted every table of the server, or all future ones, sees nothing in these. */
function hiddenTables(): string[] {
  return [
    ...['permission', 'office_held', 'street_touched', 'pseudonym_key', 'write_lock'].map(
      table => `alter table ${table} enable row level security`,
    ),
    'create policy write_lock_select on write_lock for select using (true)',
    'create policy write_lock_update on write_lock for update using (true)',
  ];
}
