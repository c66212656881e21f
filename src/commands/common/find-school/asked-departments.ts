import type { Acting } from '../acting.ts';
import { requireDepartment } from '../lookup.ts';

/**
 * The departments whose streets are looked through: the one named, or all that the actor may read. A school's people
 * read their department's streets: their territory is made of them.
 * @throws OperatorError org-unknown, org-ambiguous, org-not-department, not-permitted
 */
export function askedDepartments(acting: Acting, named: string | undefined): string[] {
  const readable = new Set<string>();
  for (const org of acting.orgs.all)
    if (acting.may('read', org))
      readable.add(org.kind === 'department' ? org.code : (org.department ?? org.code));
  if (named === undefined) return [...readable];
  const department = requireDepartment(named, acting.orgs);
  if (!readable.has(department.code)) acting.authorize('read', department);
  return [department.code];
}
