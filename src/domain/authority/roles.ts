import { problem, type Reading } from '../problem.ts';

/** What an employee may be in an organisation; one employee may hold several. */
export const ROLES = ['superadmin', 'admin', 'director', 'executor'] as const;
export type Role = (typeof ROLES)[number];

const SPELLINGS: Readonly<Record<Role, readonly string[]>> = {
  superadmin: ['superadministrator', 'суперадминистратор', 'суперадмин', 'суперәкімші'],
  admin: ['administrator', 'администратор', 'админ', 'әкімші'],
  director: ['директор'],
  executor: ['орындаушы', 'исполнитель'],
};

const ROLE_BY_SPELLING: ReadonlyMap<string, Role> = new Map(
  ROLES.flatMap(role => [role, ...SPELLINGS[role]].map(spelling => [spelling, role] as const)),
);

/** Blanks and hyphens: `Super-administrator`, `супер администратор`. */
const BETWEEN_WORDS = /[\s\-\u2010-\u2015]+/gu;

/** Reads a role in Kazakh, Russian or English, in any case; anything else is `role-unknown`. */
export function readRole(text: string): Reading<Role> {
  const value = text.trim();
  const role = ROLE_BY_SPELLING.get(value.normalize('NFC').toLowerCase().replace(BETWEEN_WORDS, ''));
  if (role === undefined) return { ok: false, problem: problem('role-unknown', { value, allowed: ROLES }) };
  return { ok: true, value: role };
}
