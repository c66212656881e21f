import { type Check, open, settled } from '../check.ts';
import type { SchoolFacts } from '../facts.ts';

/** Step 8: the school has its year settings. */
export const yearSettingsSet: Check<SchoolFacts> = {
  id: 'year-settings-set',
  run: ({ code, year, settings }) => {
    if (settings) {
      const { total_places, intake, class_size } = settings;
      return settled('pass', 'settings-set', { total_places, intake, class_size });
    }
    // Nothing is proposed that a school must decide for itself: on a terminal the command asks for the rest.
    const fix = ['qabyl', 'set-year-settings', '--school', code];
    return open('fail', 'settings-not-set', { year }, { fix, role: 'admin', org: code });
  },
};
