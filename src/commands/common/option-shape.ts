import { problem } from '../../domain/problem.ts';
import { OperatorError } from '../../errors.ts';

/** How one option is written and read. `read` throws OperatorError flag-invalid. */
export interface OptionShape<T> {
  /** commander's flags; the description comes from the catalogue */
  readonly flags: string;
  readonly read?: (value: string, previous: T | undefined) => T;
  /** the only values there are */
  readonly choices?: readonly string[];
}

export const flag = (flags: string): OptionShape<boolean> => ({ flags });
/** A text that is told to be missing, or asked for, where it is used empty. */
export const anyText = (flags: string): OptionShape<string> => ({ flags });
/** A text that may be left out but not empty: an unset variable of a script must not pass for its absence. */
export const text = (flags: string): OptionShape<string> => ({
  flags,
  read: value => readFilled(flags, value),
});
export const number = (flags: string, least = 1): OptionShape<number> => ({
  flags,
  read: value => readNumber(flags, value, least),
});
export const choice = <C extends string>(flags: string, choices: readonly C[]): OptionShape<C> => ({
  flags,
  choices,
  read: value => {
    const chosen = choices.find(c => c === value);
    if (chosen === undefined) throw invalid(flags, value, choices.join(', '));
    return chosen;
  },
});
/** Values separated by commas or given by repeating the option. */
export const list = (flags: string): OptionShape<readonly string[]> => ({
  flags,
  read: (value, previous) => [
    ...(previous ?? []),
    ...value
      .split(',')
      .map(part => part.trim())
      .filter(part => part !== ''),
  ],
});
/** Values given by repeating the option; commas are part of them. */
export const repeated = (flags: string): OptionShape<readonly string[]> => ({
  flags,
  read: (value, previous) => [...(previous ?? []), value],
});

function readFilled(flags: string, value: string): string {
  if (value.trim() === '') throw invalid(flags, value, '');
  return value;
}

function readNumber(flags: string, value: string, least: number): number {
  const n = Number(value);
  if (!/^-?\d+$/.test(value) || !Number.isSafeInteger(n) || n < least)
    throw invalid(flags, value, least === 1 ? '1, 2, 3 …' : '0, 1, 2 …');
  return n;
}

/** A value that an option does not take. */
export function invalid(flags: string, value: string, allowed: string): OperatorError {
  const long = flags.split(/[ ,]+/).find(part => part.startsWith('--')) ?? flags;
  return new OperatorError(problem('flag-invalid', { flag: long, value, allowed }));
}
