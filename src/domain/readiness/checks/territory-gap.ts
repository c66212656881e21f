import { type Check, open, settled } from '../check.ts';
import type { DepartmentFacts } from '../facts.ts';

/**
 * Every house has a school. Where the houses that exist are listed, one left out is a failure; where they are not,
 * a hole between bound ranges may be houses that do not exist, so it is a warning. Streets nobody has bound at all
 * are the concern of `streets-bound`.
 */
export const territoryGap: Check<DepartmentFacts> = {
  id: 'territory-gap',
  run: ({ code, territory: { streets, gaps, doubtful }, schools }) => {
    if (schools.length === 0) return settled('waived', 'no-school-with-territory', { org: code });
    if (streets === 0) return open('not-checked', 'depends-on', { check: 'streets-listed' }, null);
    const known = gaps.count > 0;
    const found = known ? gaps : doubtful;
    const [first] = found.first;
    if (first === undefined) return settled('pass', 'territory-without-gap', { streets });
    const bind = ['qabyl', 'bind-streets', '--school', 'SCHOOL', '--street', first.street];
    const fix = [...bind, '--houses', first.written];
    const args = {
      gaps: found.first.map(({ street, houses }) => ({ street, houses })),
      more: found.count - found.first.length,
      known,
    };
    return open(known ? 'fail' : 'warn', 'territory-gaps', args, { fix, role: 'admin', org: code });
  },
};
