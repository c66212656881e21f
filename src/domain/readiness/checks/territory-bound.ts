import { type Check, open, settled } from '../check.ts';
import type { SchoolFacts } from '../facts.ts';

/** Step 4 as the school sees it. A special school may have no territory, but that must be declared (domain.md). */
export const territoryBound: Check<SchoolFacts> = {
  id: 'territory-bound',
  run: ({ code, department, territory, boundStreets }) => {
    if (territory === 'none') return settled('waived', 'territory-declared-none', { school: code });
    if (boundStreets > 0) return settled('pass', 'territory-bound', { streets: boundStreets });
    const fix = ['qabyl', 'bind-streets', '--school', code, '--street', 'STREET'];
    return open(
      'fail',
      'territory-not-bound',
      { school: code },
      { fix, role: 'admin', org: department ?? code },
    );
  },
};
