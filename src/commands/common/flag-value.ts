import type { Problem, Reading } from '../../domain/problem.ts';
import { ExitCode, OperatorError } from '../../errors.ts';

/**
 * The value of a flag that a rule of the domain reads.
 * @throws OperatorError with what is wrong, as wrong usage: a slip of the command line, not of a file
 */
export function flagValue<T>(reading: Reading<T>): T {
  if (!reading.ok) throw wrongFlags([reading.problem]);
  return reading.value;
}

/**
 * The values of a flag that takes several.
 * @throws OperatorError with what is wrong with each of them, as wrong usage
 */
export function flagValues<T>(readings: readonly Reading<T>[]): T[] {
  const wrong = problemsOf(readings);
  if (wrong.length > 0) throw wrongFlags(wrong);
  return readings.flatMap(reading => (reading.ok ? [reading.value] : []));
}

/** What is wrong with flags, one problem for each that is. */
export function problemsOf(readings: readonly Reading<unknown>[]): Problem[] {
  return readings.flatMap(reading => (reading.ok ? [] : [reading.problem]));
}

/** Malformed values of flags: whatever the rule they break, the command line is what to mend. */
export function wrongFlags(problems: readonly Problem[]): OperatorError {
  return new OperatorError(problems, { exitCode: ExitCode.usage });
}
