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
  return [
    ...reachStatements(schema),
    ...seenPeople(),
    ...policyStatements(),
    ...historyGuards(schema),
    ...RULE_FUNCTIONS,
    ...rowGuards(schema),
    ...grantStatements(schema),
    // What only the guards call.
    'revoke execute on function open_change(), touch_orgs(text[]), first_command(integer), chain_digest(change) from public',
  ];
}
