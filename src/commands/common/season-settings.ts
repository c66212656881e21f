import type { SeasonRulesRow } from '../../db/schema.ts';
import { readDate } from '../../domain/identity/calendar-date.ts';
import type { Problem } from '../../domain/problem.ts';
import type { SeasonRules } from '../../domain/season/window.ts';
import { wrongFlags } from './flag-value.ts';
import type { OptionValues } from './options.ts';

/** The options that hold a department's season. */
export const SEASON_OPTIONS = [
  'opens',
  'closes',
  'order-from',
  'study-starts',
  'class-size-norm',
  'class-size-max',
  'inside-per-outside',
] as const;
type SeasonOptions = Pick<OptionValues, (typeof SEASON_OPTIONS)[number]>;

/** A season as its row. */
export function seasonRow(year: string, department: string, rules: SeasonRules): SeasonRulesRow {
  const { opens, closes, order_from, study_starts, class_size_norm, class_size_max, inside_per_outside } =
    rules;
  return {
    year,
    department,
    opens,
    closes,
    order_from,
    study_starts,
    class_size_norm,
    class_size_max,
    inside_per_outside,
  };
}

/**
 * What the flags say of the season.
 * @throws OperatorError with every date that is none, as wrong usage
 */
export function readSeasonOptions(options: SeasonOptions): Partial<SeasonRules> {
  const dates = {
    opens: options.opens,
    closes: options.closes,
    order_from: options['order-from'],
    study_starts: options['study-starts'],
  };
  const caps = {
    class_size_norm: options['class-size-norm'],
    class_size_max: options['class-size-max'],
    inside_per_outside: options['inside-per-outside'],
  };
  const wrong: Problem[] = [];
  const read = Object.entries(dates).flatMap(([field, text]) => {
    if (text === undefined) return [];
    const date = readDate(text);
    if (!date.ok) wrong.push(date.problem);
    return date.ok ? [[field, date.value] as const] : [];
  });
  // A date that is none is a slip of the command line.
  if (wrong.length > 0) throw wrongFlags(wrong);
  const given = Object.entries(caps).filter(([, value]) => value !== undefined);
  return Object.fromEntries([...read, ...given]);
}
