import type { Role } from '../../authority/roles.ts';
import { type Check, open, settled } from '../check.ts';
import type { DepartmentFacts, SchoolFacts } from '../facts.ts';

/** Steps 2 and 6: who does steps 3–4 at a department, and steps 7–9 at a school. */
const NEEDED: Readonly<Record<'department' | 'school', readonly Role[]>> = {
  department: ['superadmin', 'admin'],
  school: ['superadmin', 'admin', 'director', 'executor'],
};

/** Every role that a later step needs is held by somebody who works there now. */
export const rolesAssigned: Check<DepartmentFacts | SchoolFacts> = {
  id: 'roles-assigned',
  run: ({ kind, code, roles, department }) => {
    const missing = NEEDED[kind].filter(role => !roles.some(held => held.role === role));
    const [first] = missing;
    if (first === undefined) return settled('pass', 'roles-held', { roles: NEEDED[kind] });
    const fix = ['qabyl', 'assign-role', '--org', code, '--role', first, '--staff', 'IIN'];
    // Where nobody can give roles yet, the department above does.
    const org = missing.includes('superadmin') ? (department ?? code) : code;
    return open('fail', 'roles-missing', { roles: missing }, { fix, role: 'superadmin', org });
  },
};
