import type { StatedSide } from './list-side.ts';

/** What can be wrong with a house list or a street name: code → arguments. `words` quotes the list, `within` what swallows them. */
export interface TerritoryProblems {
  'houses-unreadable': { words: string };
  'houses-not-houses': { words: string };
  /** `от пересечения с ул. Мира до …`: no numbers */
  'houses-crossing': { words: string };
  'houses-date': { words: string };
  'houses-ambiguous-dashes': { words: string };
  'houses-ambiguous-blank': { words: string };
  /** `12 к1, 2`: `one` is 12 к1, `other` 12 к2, `number` 2. */
  'houses-ambiguous-blocks': { words: string; one: string; other: string; number: string };
  'houses-number-impossible': { words: string };
  'houses-backwards': { from: string; to: string };
  'houses-unclosed': { words: string };
  /** `side` is what the ends would say. */
  'houses-side-missing': { words: string; side: StatedSide };
  'houses-side-mismatch': { words: string; side: 'odd' | 'even' };
  'houses-side-overrules': { words: string; side: 'odd' | 'even' };
  /** A range further down under a heading, with an end on the other side; `instead` is what its ends would say. */
  'houses-side-strays': { words: string; side: 'odd' | 'even'; instead: StatedSide };
  'houses-side-contradicts': { words: string };
  /** `1-60 ч`: a letter of the house or a side. */
  'houses-side-initial': { words: string };
  'houses-swallowed': { words: string; within: string };
  'houses-except-nothing': { words: string };
  'houses-except-many': { words: string; limit: number };
  /** A remark counts more houses than the range beside it has numbers. */
  'houses-count-differs': { words: string; count: number; numbers: number };
  /** A plot whose house stands in the list too. */
  'houses-plot': { words: string; house: string };
  /** `(новостройка)`: how far a building is, not which it is. */
  'houses-left-out': { words: string };
  'houses-twice': { house: string };
}
