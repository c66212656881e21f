import { placesIn, spreadWithin, writeClassSets } from '../../season/class-types.ts';
import { checkYearSettings } from '../../season/year-settings.ts';
import { type Check, open, settled } from '../check.ts';
import type { SchoolFacts } from '../facts.ts';

/** The arithmetic holds under the caps that are in force now: the department may have changed them since. */
export const yearSettingsConsistent: Check<SchoolFacts> = {
  id: 'year-settings-consistent',
  run: ({ code, settings, rules }) => {
    if (settings === null) return open('not-checked', 'depends-on', { check: 'year-settings-set' }, null);
    const problems = checkYearSettings(settings, rules);
    const errors = problems.filter(p => p.severity === 'error');
    const { class_size, intake, classes } = settings;
    const { class_size_norm: norm, class_size_max: max } = rules;
    const fix = [
      'qabyl',
      'set-year-settings',
      '--school',
      code,
      '--class-size',
      String(norm),
      '--classes',
      writeClassSets(spreadWithin(classes, norm)) || 'CLASSES',
    ];
    const mend = { fix, role: 'admin' as const, org: code };
    if (errors.length > 0)
      return open('fail', 'settings-inconsistent', { problems: errors.map(p => p.code) }, mend);
    if (class_size > norm) return open('warn', 'class-size-over-norm', { class_size, norm, max }, mend);
    return settled('pass', 'settings-consistent', { places: placesIn(classes), intake });
  },
};
