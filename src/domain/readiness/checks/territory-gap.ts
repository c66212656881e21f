import { findGap } from '../../territory/gaps.ts';
import { isEmptySet, unionAll } from '../../territory/house-set.ts';
import { describeSet } from '../../territory/set-parts.ts';
import { type Check, open, settled } from '../check.ts';
import type { DepartmentFacts, StreetFacts } from '../facts.ts';

const NAMED = 5;

/**
 * Every house has a school. Where the houses that exist are listed, one left out is a failure; where they are not,
 * a hole between bound ranges may be houses that do not exist, so it is a warning. Streets nobody has bound at all
 * are the concern of `streets-bound`.
 */
export const territoryGap: Check<DepartmentFacts> = {
  id: 'territory-gap',
  run: ({ code, streets, schools }) => {
    if (schools.length === 0) return settled('waived', 'no-school-with-territory', { org: code });
    if (streets.length === 0) return open('not-checked', 'depends-on', { check: 'streets-listed' }, null);
    const found = streets.filter(street => street.bound.length > 0 || street.known !== null).flatMap(gapOf);
    const known = found.some(gap => gap.known);
    const named = known ? found.filter(gap => gap.known) : found;
    const [first] = named;
    if (first === undefined) return settled('pass', 'territory-without-gap', { streets: streets.length });
    const fix = [
      'qabyl',
      'bind-streets',
      '--school',
      'SCHOOL',
      '--street',
      first.street,
      '--houses',
      'HOUSES',
    ];
    const gaps = named.slice(0, NAMED).map(({ street, houses }) => ({ street, houses }));
    const args = { gaps, more: named.length - gaps.length, known };
    return open(known ? 'fail' : 'warn', 'territory-gaps', args, { fix, role: 'admin', org: code });
  },
};

function gapOf({ label, known, bound }: StreetFacts) {
  const gap = findGap(unionAll(bound.map(({ houses }) => houses)), known);
  return isEmptySet(gap) ? [] : [{ street: label, houses: describeSet(gap), known: known !== null }];
}
