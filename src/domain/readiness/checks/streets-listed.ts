import { type Check, open, settled } from '../check.ts';
import type { DepartmentFacts } from '../facts.ts';

/** Step 3: the department has a street list for the year. A department whose schools all have no territory needs none. */
export const streetsListed: Check<DepartmentFacts> = {
  id: 'streets-listed',
  run: ({ code, year, territory: { streets }, schools }) => {
    if (streets > 0) return settled('pass', 'streets-listed', { streets });
    if (schools.length === 0) return settled('waived', 'no-school-with-territory', { org: code });
    const fix = ['qabyl', 'import-streets', 'streets.csv', '--department', code];
    return open('fail', 'streets-not-listed', { year }, { fix, role: 'admin', org: code });
  },
};
