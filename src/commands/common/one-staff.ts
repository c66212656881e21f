import { problem } from '../../domain/problem.ts';
import { OperatorError } from '../../errors.ts';

/**
 * The one person that `--staff` names, where a command is about one; undefined where it is not given.
 * @throws OperatorError flag-invalid for a second one
 */
export function oneStaff(named: readonly string[] | undefined): string | undefined {
  const [given, second] = named ?? [];
  if (second !== undefined)
    throw new OperatorError(problem('flag-invalid', { flag: '--staff', value: second, allowed: 'IIN' }));
  return given;
}
