import type { ClassType, Language } from './class-words.ts';
import type { SeasonCap, SeasonDate } from './window.ts';
import type { WholeSetting } from './year-settings.ts';

/** What can be wrong with an academic year, a window, class types or year settings: code → arguments. */
export interface SeasonProblems {
  'year-malformed': { value: string };
  'year-not-consecutive': { value: string; proposal: string };
  'number-malformed': { value: string };
  'number-below': { value: string; min: number };
  'number-above': { value: string; max: number };
  'yes-no-unknown': { value: string };
  'season-date-year': { field: SeasonDate; date: string; year: number };
  'season-closes-first': { opens: string; closes: string };
  'season-order-early': { order_from: string; opens: string };
  'season-order-late': { order_from: string; study_starts: string };
  'season-closes-after-study': { closes: string; study_starts: string };
  'season-cap': { field: SeasonCap; value: number; max: number };
  'season-norm-above-max': { norm: number; max: number };
  'classes-empty': { value: string };
  'classes-malformed': { words: string };
  'classes-language-missing': { words: string; allowed: readonly Language[] };
  'classes-type-missing': { words: string; allowed: readonly ClassType[] };
  'classes-word-unknown': {
    words: string;
    word: string;
    languages: readonly Language[];
    types: readonly ClassType[];
  };
  'classes-zero': { words: string };
  'classes-twice': { words: string; proposal: string };
  'settings-number': { field: WholeSetting; value: number; max: number };
  'settings-no-classes': { intake: number };
  'settings-intake-above-places': { intake: number; total_places: number };
  'settings-intake-above-capacity': { intake: number; sets: number; class_size: number; capacity: number };
  'settings-classes-sum': { intake: number; sum: number; classes: string };
  'settings-size-above-class-size': { classes: string; size: number; class_size: number };
  'class-size-above-norm': { class_size: number; norm: number; max: number };
  'class-size-above-max': { class_size: number; max: number };
}
