import { findOverlaps } from '../../territory/overlaps.ts';
import { describeSet } from '../../territory/set-parts.ts';
import { type Check, open, settled } from '../check.ts';
import type { DepartmentFacts } from '../facts.ts';

const NAMED = 5;

/** No house belongs to two schools: a parent there would be offered both, or neither. */
export const territoryOverlap: Check<DepartmentFacts> = {
  id: 'territory-overlap',
  run: ({ code, streets }) => {
    const found = streets.flatMap(street =>
      [
        ...findOverlaps(
          street.bound.map(({ houses, ...bound }) => ({ ...bound, street: street.label, set: houses })),
        ),
      ].map(overlap => ({
        street: overlap.street,
        schools: overlap.schools,
        houses: describeSet(overlap.houses),
      })),
    );
    const [first] = found;
    if (first === undefined) return settled('pass', 'territory-without-overlap', { streets: streets.length });
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
    const args = { overlaps: found.slice(0, NAMED), more: Math.max(0, found.length - NAMED) };
    return open('fail', 'territory-overlaps', args, { fix, role: 'admin', org: code });
  },
};
