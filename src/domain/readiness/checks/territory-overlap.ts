import { type Check, open, settled } from '../check.ts';
import type { DepartmentFacts } from '../facts.ts';

/** No house belongs to two schools unless both are meant to serve it: a parent there would be offered both, or neither. */
export const territoryOverlap: Check<DepartmentFacts> = {
  id: 'territory-overlap',
  run: ({ code, territory: { streets, overlaps } }) => {
    const [first] = overlaps.first;
    if (first === undefined) return settled('pass', 'territory-without-overlap', { streets });
    const [school] = first.schools;
    const bind = ['qabyl', 'bind-streets', '--school', school, '--street', first.street];
    const fix = [...bind, '--houses', first.written, '--unbind'];
    const args = {
      overlaps: overlaps.first.map(({ street, schools, houses }) => ({ street, schools, houses })),
      more: overlaps.count - overlaps.first.length,
    };
    return open('fail', 'territory-overlaps', args, { fix, role: 'admin', org: code });
  },
};
