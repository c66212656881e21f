import { type Check, open, settled } from '../check.ts';
import type { DepartmentFacts } from '../facts.ts';

const NAMED = 3;

/** Step 4: every listed street belongs to at least one school. */
export const streetsBound: Check<DepartmentFacts> = {
  id: 'streets-bound',
  run: ({ code, streets, schools }) => {
    if (schools.length === 0) return settled('waived', 'no-school-with-territory', { org: code });
    if (streets.length === 0) return open('not-checked', 'depends-on', { check: 'streets-listed' }, null);
    const unbound = streets.filter(street => street.bound.length === 0);
    const [first] = unbound;
    if (first === undefined) return settled('pass', 'streets-all-bound', { streets: streets.length });
    const fix = ['qabyl', 'bind-streets', '--school', 'SCHOOL', '--street', first.label];
    const examples = unbound.slice(0, NAMED).map(street => street.label);
    return open(
      'fail',
      'streets-unbound',
      { streets: unbound.length, examples },
      { fix, role: 'admin', org: code },
    );
  },
};
