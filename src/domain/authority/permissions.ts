import type { Role } from './roles.ts';

export type OrgKind = 'department' | 'school';

/**
 * Who may do something: a role (null: any employee who works there now) held at the target organisation itself
 * (`own`) or at a department above it, however far (`department`).
 */
export interface Holder {
  readonly role: Role | null;
  readonly at: 'own' | 'department';
}

const OWN_SUPERADMIN: Holder = { role: 'superadmin', at: 'own' };
const SUPERADMIN_ABOVE: Holder = { role: 'superadmin', at: 'department' };
const OWN_ADMIN: Holder = { role: 'admin', at: 'own' };
const ADMIN_ABOVE: Holder = { role: 'admin', at: 'department' };
const OWN_DIRECTOR: Holder = { role: 'director', at: 'own' };
const ANYONE: readonly Holder[] = [
  { role: null, at: 'own' },
  { role: null, at: 'department' },
];
const NOBODY: readonly Holder[] = [];

/**
 * The table of permissions: action → kind of the organisation that it is done to → who may. To let somebody do
 * something new, add a row here and nowhere else.
 *
 * Source, cli.md «Who may do what»: "the super-administrator of an organisation imports its employees and gives
 * its roles; a department's super-administrator does so for its schools too, and imports organisations. The
 * department's administrator lists and binds streets and sets the window. The school's administrator reviews the
 * territory and fills the settings. The director appoints. Everyone else reads what is in their own organisation
 * or below it."
 */
export const PERMISSIONS = {
  // Once a database has its first department, upgrading it and choosing its year is not for any passer-by.
  init: { department: [OWN_SUPERADMIN], school: NOBODY },
  // A new school has no people yet: those above it bring it in.
  'import-orgs': { department: [OWN_SUPERADMIN, SUPERADMIN_ABOVE], school: [SUPERADMIN_ABOVE] },
  'import-staff': {
    department: [OWN_SUPERADMIN, SUPERADMIN_ABOVE],
    school: [OWN_SUPERADMIN, SUPERADMIN_ABOVE],
  },
  'assign-role': {
    department: [OWN_SUPERADMIN, SUPERADMIN_ABOVE],
    school: [OWN_SUPERADMIN, SUPERADMIN_ABOVE],
  },
  // Whoever acts through a login acts as its employee: it is for those who may give them their roles.
  'grant-access': {
    department: [OWN_SUPERADMIN, SUPERADMIN_ABOVE],
    school: [OWN_SUPERADMIN, SUPERADMIN_ABOVE],
  },
  'import-streets': { department: [OWN_ADMIN, ADMIN_ABOVE], school: NOBODY },
  'bind-streets': { department: [OWN_ADMIN, ADMIN_ABOVE], school: [ADMIN_ABOVE] },
  'set-window': { department: [OWN_ADMIN, ADMIN_ABOVE], school: NOBODY },
  'review-territory': { department: NOBODY, school: [OWN_ADMIN] },
  'set-year-settings': { department: NOBODY, school: [OWN_ADMIN] },
  // The director of the school: a department's director does not appoint for it.
  'appoint-executor': { department: NOBODY, school: [OWN_DIRECTOR] },
  // A backup holds everybody's data: it is for whoever answers for all of them, at the first department.
  backup: { department: [OWN_SUPERADMIN], school: NOBODY },
  read: { department: ANYONE, school: ANYONE },
} as const satisfies Readonly<Record<string, Readonly<Record<OrgKind, readonly Holder[]>>>>;

export type Action = keyof typeof PERMISSIONS;

/** A role that the person who acts holds at an organisation now; null for being employed there without one. */
export interface Grant {
  readonly org: string;
  readonly role: Role | null;
}

/** The organisation that an action is done to; `ancestors` are the departments above it, in any order. */
export interface Target {
  readonly org: string;
  readonly kind: OrgKind;
  readonly ancestors: readonly string[];
}

/** `by` names who may instead; it is empty where the action makes no sense at that kind of organisation. */
export type Permission =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly by: readonly Holder[] };

/**
 * Whether a person with these grants may do the action to the target.
 * Pass only what holds now: a grant of somebody who has left is no grant.
 */
export function mayDo(grants: readonly Grant[], action: Action, target: Target): Permission {
  const holders: readonly Holder[] = PERMISSIONS[action][target.kind];
  if (holders.some(holder => grants.some(grant => fits(grant, holder, target)))) return { allowed: true };
  return { allowed: false, by: holders.filter(({ at }) => at === 'own' || target.ancestors.length > 0) };
}

function fits(grant: Grant, holder: Holder, target: Target): boolean {
  if (holder.role !== null && grant.role !== holder.role) return false;
  return holder.at === 'own' ? grant.org === target.org : target.ancestors.includes(grant.org);
}
