import { problem, warning } from '../domain/problem.ts';
import { RowsSeen } from './duplicates.ts';
import type { FileKind } from './row-reading.ts';
import type { StaffField, StaffFileRow } from './staff-file.ts';

/**
 * One person once per organisation. The same row again is a warning and is left out; a row that says something else
 * about the person is an error naming both lines. Rows that differ in their role alone give a person two roles.
 */
export const compareStaffRows: NonNullable<FileKind<StaffField, StaffFileRow>['acrossRows']> = () => {
  const people = new RowsSeen();
  const roles = new RowsSeen();
  return (row, value) => {
    const key = `${value.iin}/${value.org_bin ?? value.org ?? ''}`;
    const earlier = people.meet(key, staffContent(value), row.line);
    if (earlier && !earlier.same) {
      const found = problem('row-conflict', { iin: value.iin, first: earlier.line }, row.place('iin'));
      return { problem: found, drop: true };
    }
    const again = value.role === null ? earlier : roles.meet(`${key}/${value.role}`, '', row.line);
    return (
      again && { problem: warning('row-duplicate', { first: again.line }, row.place('iin')), drop: true }
    );
  };
};

/** What a row says about the person, as one text. */
export function staffContent(row: StaffFileRow): string {
  const { surname, given_name, patronymic, position, phone, email, hired_on } = row;
  return [surname, given_name, patronymic, position, phone, email, hired_on]
    .map(part => part ?? '')
    .join('\u001f');
}
