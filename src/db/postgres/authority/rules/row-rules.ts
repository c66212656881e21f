import { type RowKind, rowKinds } from '../../../tables.ts';
import { APPOINTMENT_RULES } from './appointment-rules.ts';
import { HOUSE_FUNCTIONS } from './house-functions.ts';
import { NUMBER_FUNCTIONS } from './number-functions.ts';
import { ORG_RULES } from './org-rules.ts';
import { PUT_BACK_FUNCTION } from './put-back.ts';
import type { RowRule } from './rule.ts';
import {
  CLASS_FUNCTION,
  CLASSES_FUNCTION,
  SEASON_RULES,
  SETTINGS_RULES,
  YEAR_RULES,
} from './season-rules.ts';
import { ROLE_RULES, STAFF_RULES } from './staff-rules.ts';
import { BINDING_RULES, REVIEW_RULES, STREET_RULES } from './territory-rules.ts';
import { TEXT_FUNCTIONS } from './text-functions.ts';

/** Every kind of row that holds facts of the season; a login is judged by who may grant it. */
const RULES: Readonly<Record<Exclude<RowKind, 'login'>, readonly RowRule[]>> = {
  org: ORG_RULES,
  year: YEAR_RULES,
  staff: STAFF_RULES,
  role: ROLE_RULES,
  street: STREET_RULES,
  binding: BINDING_RULES,
  review: REVIEW_RULES,
  settings: SETTINGS_RULES,
  'season-rules': SEASON_RULES,
  appointment: APPOINTMENT_RULES,
};

/** What rows of each kind must obey, whoever writes them: the rules of the program, as the database checks them. */
export const ROW_RULES: Readonly<Record<RowKind, readonly RowRule[]>> = {
  ...(Object.fromEntries(rowKinds.map(kind => [kind, []])) as unknown as Record<RowKind, readonly RowRule[]>),
  ...RULES,
};

/**
 * What the rules call (`create function …`), in the order of their making, once the tables are there. All but
 * `was_stored` are immutable; none sets a search path, so that the planner can put them in the place of their calls.
 */
export const RULE_FUNCTIONS: readonly string[] = [
  ...NUMBER_FUNCTIONS,
  ...TEXT_FUNCTIONS,
  ...HOUSE_FUNCTIONS,
  CLASS_FUNCTION,
  CLASSES_FUNCTION,
  PUT_BACK_FUNCTION,
];
