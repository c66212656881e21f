import { type Check, open, settled } from '../check.ts';
import type { DepartmentFacts } from '../facts.ts';

/** Step 8, the department's part: without a window of its own the legal default is in force, which a person should confirm. */
export const windowSet: Check<DepartmentFacts> = {
  id: 'window-set',
  run: ({ code, rules, rulesSet }) => {
    const { opens, closes } = rules;
    if (rulesSet) return settled('pass', 'window-set', { opens, closes });
    const fix = ['qabyl', 'set-year-settings', '--department', code, '--opens', opens, '--closes', closes];
    return open('warn', 'window-by-default', { opens, closes }, { fix, role: 'admin', org: code });
  },
};
