import { type Check, open, settled } from '../check.ts';
import type { DepartmentFacts } from '../facts.ts';

/** No house belongs to two schools unless both are meant to serve it: a parent there would be offered both, or neither. */
export const territoryOverlap: Check<DepartmentFacts> = {
  id: 'territory-overlap',
  run: ({ code, territory: { streets, overlaps } }) => {
    const [first] = overlaps.first;
    if (first === undefined) return settled('pass', 'territory-without-overlap', { streets });
    const fix = [
      'qabyl',
      'bind-streets',
      '--school',
      first.schools[0],
      '--street',
      first.street,
      '--unbind',
      '--houses',
      'HOUSES',
    ];
    const args = { overlaps: overlaps.first, more: overlaps.count - overlaps.first.length };
    return open('fail', 'territory-overlaps', args, { fix, role: 'admin', org: code });
  },
};
