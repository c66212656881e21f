import type { CheckFindings } from '../../../src/domain/readiness/findings.ts';
import { numberRange } from '../../../src/domain/territory/house-set.ts';
import { describeSet } from '../../../src/domain/territory/set-parts.ts';
import type { Samples } from './samples.ts';

const iin = '850101300123';
const name = 'Серікова Айгүл';
const street = 'Абай көшесі';
const houses = describeSet(numberRange(1, 45, 'odd'));

export const findingSamples: Samples<CheckFindings> = {
  'bin-right': [{ bin: '950940007313' }],
  'bin-absent': [{ org: 'school-3' }],
  'bin-wrong': [{ bin: '950940007314' }],
  'staff-present': [{ active: 1 }, { active: 2 }, { active: 30 }],
  'staff-absent': [{ org: 'school-3' }],
  'roles-held': [{ roles: ['admin', 'director'] }],
  'roles-missing': [{ roles: ['admin'] }, { roles: ['superadmin', 'executor'] }],
  'no-school-with-territory': [{ org: 'akzhailau' }],
  'streets-listed': [{ streets: 60 }],
  'streets-not-listed': [{ year: '2027-2028' }],
  'streets-all-bound': [{ streets: 60 }],
  'streets-unbound': [
    { streets: 1, examples: [street] },
    { streets: 7, examples: [street] },
  ],
  'territory-without-overlap': [{ streets: 0 }, { streets: 60 }],
  'territory-overlaps': [
    { overlaps: [{ street, schools: ['school-1', 'school-3'], houses }], more: 0 },
    { overlaps: [{ street, schools: ['school-1', 'school-3'], houses }], more: 4 },
  ],
  'territory-without-gap': [{ streets: 60 }],
  'territory-gaps': [
    { gaps: [{ street, houses }], more: 0, known: true },
    { gaps: [{ street, houses }], more: 2, known: false },
  ],
  'window-set': [{ opens: '2027-04-01', closes: '2027-08-31' }],
  'window-by-default': [{ opens: '2027-04-01', closes: '2027-08-31' }],
  'territory-bound': [{ streets: 1 }, { streets: 3 }, { streets: 12 }],
  'territory-not-bound': [{ school: 'school-3' }],
  'territory-declared-none': [{ school: 'school-5' }],
  'territory-read': [{ change: 12 }],
  'territory-not-read': [{ school: 'school-3' }],
  'territory-changed-since': [{ school: 'school-3', change: 12 }],
  'settings-set': [{ total_places: 900, intake: 75, class_size: 25 }],
  'settings-not-set': [{ year: '2027-2028' }],
  'settings-consistent': [{ places: 75, intake: 75 }],
  'settings-inconsistent': [
    {
      problems: [
        'settings-number',
        'settings-no-classes',
        'settings-intake-above-places',
        'settings-intake-above-capacity',
        'settings-classes-sum',
        'settings-size-above-class-size',
        'class-size-above-max',
      ],
    },
  ],
  'class-size-over-norm': [{ class_size: 27, norm: 25, max: 36 }],
  'executor-appointed': [{ name, iin }],
  'executor-not-appointed': [{ service: 'grade-1-admission' }],
  'executor-left': [{ name, iin }],
  'executor-lost-role': [{ name, iin }],
  'executor-is-director': [{ name, iin }],
  'appointer-not-director': [{ iin }],
  'depends-on': [{ check: 'streets-listed' }],
  'could-not-run': [{ reason: 'EIO' }],
};
