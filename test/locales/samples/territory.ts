import type { TerritoryProblems } from '../../../src/domain/territory/problems.ts';
import type { Samples } from './samples.ts';

export const territorySamples: Samples<TerritoryProblems> = {
  'houses-unreadable': [{ words: '12;;?' }],
  'houses-not-houses': [{ words: 'СНТ 5' }],
  'houses-crossing': [{ words: 'от пересечения с ул. Мира до пересечения с ул. Ленина' }],
  'houses-date': [{ words: '01.09.2020' }],
  'houses-ambiguous-dashes': [{ words: '9А – 17 – 22' }],
  'houses-ambiguous-blank': [{ words: '1 8а' }],
  'houses-ambiguous-blocks': [{ words: '12 к. 1, 2, 3', one: '12 к1', other: '12 к2', number: '2' }],
  'houses-number-impossible': [{ words: '0' }],
  'houses-backwards': [{ from: '45', to: '1' }],
  'houses-unclosed': [{ words: '12 (' }],
  'houses-side-missing': [
    { words: '1-45', side: 'odd' },
    { words: '2-46', side: 'even' },
    { words: '1-46', side: 'both' },
  ],
  'houses-side-mismatch': [
    { words: '12', side: 'odd' },
    { words: '13', side: 'even' },
  ],
  'houses-side-overrules': [
    { words: '1-44', side: 'odd' },
    { words: '1-44', side: 'even' },
  ],
  'houses-side-strays': [
    { words: '1-9', side: 'even', instead: 'odd' },
    { words: '2-10', side: 'odd', instead: 'even' },
    { words: '65-70', side: 'even', instead: 'both' },
  ],
  'houses-side-contradicts': [{ words: 'нечетные четные' }],
  'houses-side-initial': [{ words: '1-60 ч' }],
  'houses-swallowed': [{ words: '12', within: '1-45' }],
  'houses-except-nothing': [{ words: '7' }],
  'houses-except-many': [{ words: '7', limit: 1000 }],
  'houses-count-differs': [{ words: '1-5 (7)', count: 7, numbers: 3 }],
  'houses-plot': [{ words: 'уч18', house: '18' }],
  'houses-left-out': [{ words: '(новостройка)' }],
  'houses-twice': [{ house: '12А' }],
};
