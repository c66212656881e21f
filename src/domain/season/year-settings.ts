import { type Problem, problem, warning } from '../problem.ts';
import { type ClassSets, placesIn, writeClassSets } from './class-types.ts';
import { isCount, LARGEST_COUNT } from './whole-number.ts';
import type { SeasonRules } from './window.ts';

/** "Academic year settings" of one school for one year. */
export interface YearSettings {
  /** Places in general education, all grades together. */
  readonly total_places: number;
  /** Planned intake: pupils to be admitted to grade 1 this year. */
  readonly intake: number;
  /** The most pupils in a class. */
  readonly class_size: number;
  /** Whether parents from outside the territory may choose the school. */
  readonly free_choice: boolean;
  /** How the planned intake is spread over languages and class types. */
  readonly classes: readonly ClassSets[];
}

const WHOLE_SETTINGS = ['total_places', 'intake', 'class_size'] as const;
export type WholeSetting = (typeof WHOLE_SETTINGS)[number];

/**
 * Whether places, planned intake, class sets and class size agree (Order 564: full class sets are a legal ground
 * for refusing an application, so they must be true):
 * planned intake ≤ total places; planned intake ≤ Σ sets × class size; Σ sets × size = planned intake; no class
 * set above the class size; class size up to the norm is fine, up to the maximum a warning, above it an error.
 *
 * A number that is not a whole one from 1 to `LARGEST_COUNT` is reported alone: nothing can be reckoned with it.
 */
export function checkYearSettings(settings: YearSettings, rules: SeasonRules): Problem[] {
  const unusable = WHOLE_SETTINGS.filter(field => !isCount(settings[field])).map(field =>
    problem('settings-number', { field, value: settings[field], max: LARGEST_COUNT }),
  );
  const zero = settings.classes
    .filter(each => !isCount(each.sets) || !isCount(each.size))
    .map(each => problem('classes-zero', { words: writeClassSets([each]) }));
  if (unusable.length + zero.length > 0) return [...unusable, ...zero];
  return [...checkIntake(settings), ...checkClassSize(settings, rules)];
}

function checkIntake({ total_places, intake, class_size, classes }: YearSettings): Problem[] {
  const found: Problem[] = [];
  if (intake > total_places) found.push(problem('settings-intake-above-places', { intake, total_places }));
  if (classes.length === 0) return [...found, problem('settings-no-classes', { intake })];
  const sets = classes.reduce((count, each) => count + each.sets, 0);
  const capacity = sets * class_size;
  if (intake > capacity) {
    found.push(problem('settings-intake-above-capacity', { intake, sets, class_size, capacity }));
  }
  const sum = placesIn(classes);
  if (sum !== intake)
    found.push(problem('settings-classes-sum', { intake, sum, classes: writeClassSets(classes) }));
  return found;
}

function checkClassSize({ class_size, classes }: YearSettings, rules: SeasonRules): Problem[] {
  const found = classes
    .filter(each => each.size > class_size)
    .map(each =>
      problem('settings-size-above-class-size', {
        classes: writeClassSets([each]),
        size: each.size,
        class_size,
      }),
    );
  const { class_size_norm: norm, class_size_max: max } = rules;
  if (class_size > max) found.push(problem('class-size-above-max', { class_size, max }));
  else if (class_size > norm) found.push(warning('class-size-above-norm', { class_size, norm, max }));
  return found;
}
