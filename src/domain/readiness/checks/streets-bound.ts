import { type Check, open, settled } from '../check.ts';
import type { DepartmentFacts } from '../facts.ts';

const NAMED = 3;

/** Step 4: every listed street belongs to at least one school. */
export const streetsBound: Check<DepartmentFacts> = {
  id: 'streets-bound',
  run: ({ code, territory: { streets, unbound }, schools }) => {
    if (schools.length === 0) return settled('waived', 'no-school-with-territory', { org: code });
    if (streets === 0) return open('not-checked', 'depends-on', { check: 'streets-listed' }, null);
    const [first] = unbound.first;
    if (first === undefined) return settled('pass', 'streets-all-bound', { streets });
    const fix = ['qabyl', 'bind-streets', '--school', 'SCHOOL', '--street', first];
    const args = { streets: unbound.count, examples: unbound.first.slice(0, NAMED) };
    return open('fail', 'streets-unbound', args, { fix, role: 'admin', org: code });
  },
};
