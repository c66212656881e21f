import { type Check, open, settled } from '../check.ts';
import type { OrgFacts } from '../facts.ts';

/** Steps 1 and 5: the employees needed are in the system. */
export const staffImported: Check<OrgFacts> = {
  id: 'staff-imported',
  run: ({ code, active, department }) => {
    if (active > 0) return settled('pass', 'staff-present', { active });
    const fix = ['qabyl', 'import-staff', 'staff.csv', '--org', code];
    return open('fail', 'staff-absent', { org: code }, { fix, role: 'superadmin', org: department ?? code });
  },
};
