import type { AuthorityProblems } from '../../../src/domain/authority/problems.ts';
import type { SeasonProblems } from '../../../src/domain/season/problems.ts';
import type { Samples } from './samples.ts';

export const authoritySamples: Samples<AuthorityProblems> = {
  'role-unknown': [
    { value: '', allowed: ['admin'] },
    { value: 'бастық', allowed: ['superadmin', 'admin', 'director', 'executor'] },
  ],
  'service-unknown': [
    { value: '', allowed: ['grade-1-admission'] },
    { value: '11', allowed: ['grade-1-admission'] },
  ],
  'executor-not-here': [
    { name: 'Серікова Айгүл', iin: '850101300123', school: 'school-3', elsewhere: [] },
    { name: 'Серікова Айгүл', iin: '850101300123', school: 'school-3', elsewhere: ['school-1'] },
  ],
  'executor-left': [{ name: 'Серікова Айгүл', iin: '850101300123', school: 'school-3' }],
  'executor-without-role': [
    { name: 'Серікова Айгүл', iin: '850101300123', school: 'school-3', roles: [] },
    { name: 'Серікова Айгүл', iin: '850101300123', school: 'school-3', roles: ['admin'] },
  ],
  'executor-is-director': [{ name: 'Серікова Айгүл', school: 'school-3' }],
};

const classes = 'kk general 2x25';

export const seasonSamples: Samples<SeasonProblems> = {
  'year-malformed': [{ value: '' }, { value: '27' }],
  'year-not-consecutive': [{ value: '2027-2029', proposal: '2027-2028' }],
  'number-malformed': [{ value: '' }, { value: '1,5' }],
  'number-below': [{ value: '0', min: 1 }],
  'number-above': [{ value: '99999', max: 9999 }],
  'yes-no-unknown': [{ value: '' }, { value: '?' }],
  'season-date-year': [
    { field: 'opens', date: '2026-04-01', year: 2027 },
    { field: 'closes', date: '2026-04-01', year: 2027 },
    { field: 'order_from', date: '2026-04-01', year: 2027 },
    { field: 'study_starts', date: '2026-04-01', year: 2027 },
  ],
  'season-closes-first': [{ opens: '2027-04-01', closes: '2027-03-01' }],
  'season-order-early': [{ order_from: '2027-03-01', opens: '2027-04-01' }],
  'season-order-late': [{ order_from: '2027-09-02', study_starts: '2027-09-01' }],
  'season-closes-after-study': [{ closes: '2027-09-02', study_starts: '2027-09-01' }],
  'season-cap': [
    { field: 'class_size_norm', value: 0, max: 100000 },
    { field: 'class_size_max', value: 0, max: 100000 },
    { field: 'inside_per_outside', value: -1, max: 100000 },
  ],
  'season-norm-above-max': [{ norm: 40, max: 36 }],
  'classes-empty': [{ value: '' }],
  'classes-malformed': [{ words: '2x' }],
  'classes-language-missing': [{ words: '2x25', allowed: ['kk', 'ru'] }],
  'classes-type-missing': [{ words: '2x25', allowed: ['general', 'special'] }],
  'classes-word-unknown': [{ words: '2x25', word: '9', languages: ['kk'], types: ['general'] }],
  'classes-zero': [{ words: '0x25' }],
  'classes-twice': [{ words: classes, proposal: 'kk general 4x25' }],
  'settings-number': [
    { field: 'total_places', value: 0, max: 100000 },
    { field: 'intake', value: 0, max: 100000 },
    { field: 'class_size', value: 0, max: 100000 },
  ],
  'settings-no-classes': [{ intake: 1 }, { intake: 22 }, { intake: 75 }],
  'settings-intake-above-places': [{ intake: 75, total_places: 50 }],
  'settings-intake-above-capacity': [{ intake: 75, sets: 2, class_size: 25, capacity: 50 }],
  'settings-classes-sum': [{ intake: 75, sum: 50, classes }],
  'settings-size-above-class-size': [{ classes, size: 25, class_size: 24 }],
  'class-size-above-norm': [{ class_size: 27, norm: 25, max: 36 }],
  'class-size-above-max': [{ class_size: 40, max: 36 }],
};
