import { type Check, open, settled } from '../check.ts';
import type { SchoolFacts } from '../facts.ts';

/** Step 7: the school's administrator has read the territory as it is now, and not an earlier version of it. */
export const territoryReviewed: Check<SchoolFacts> = {
  id: 'territory-reviewed',
  run: ({ code, territory, boundStreets, territoryVersion, review }) => {
    if (territory === 'none') return settled('waived', 'territory-declared-none', { school: code });
    if (boundStreets === 0) return open('not-checked', 'depends-on', { check: 'territory-bound' }, null);
    const fix = ['qabyl', 'review-territory', '--school', code, '--confirm'];
    const mend = { fix, role: 'admin' as const, org: code };
    if (review === null) return open('fail', 'territory-not-read', { school: code }, mend);
    if (review.territory === territoryVersion)
      return settled('pass', 'territory-read', { change: review.change });
    return open('fail', 'territory-changed-since', { school: code, change: review.change }, mend);
  },
};
