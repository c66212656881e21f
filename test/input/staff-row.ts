import { RepairLog } from '../../src/input/repair-log.ts';
import { type StaffField, staffFile } from '../../src/input/staff-file.ts';
import { TableRow } from '../../src/input/table-row.ts';

export const goodRow: Partial<Readonly<Record<StaffField, string>>> = {
  iin: '850315400124',
  surname: 'Ахметова',
  given_name: 'Айгүл',
  patronymic: 'Сәкенқызы',
  position: 'бастауыш сынып мұғалімі',
  phone: '+77017619108',
  email: 'a.akhmetova@mail.kz',
  hired_on: '2020-09-01',
};

/** Reads the good row with some cells made otherwise, as the second row of `staff.csv`. */
export function readStaffRow(
  cells: Partial<Readonly<Record<StaffField, string>>>,
  { repair = true, today = '2027-04-01' } = {},
) {
  const columns = Object.entries({ ...goodRow, ...cells });
  const headers = columns.map(([field]) => field);
  const fields = staffFile.spec.fields.map(({ field }) => field).filter(field => headers.includes(field));
  const columnOf = new Map(fields.map(field => [field, headers.indexOf(field)]));
  const context = { file: 'staff.csv', header: { headers, columnOf, ignored: [], nameless: [] } };
  const row = new TableRow(
    context,
    3,
    2,
    columns.map(([, text]) => text),
  );
  const repairs = new RepairLog();
  const reading = staffFile.readRow(row, { repairs, repair, today });
  return {
    value: reading.ok ? reading.value : null,
    problems: reading.ok ? reading.warnings : reading.problems,
    repairs: repairs.toJSON(),
  };
}
