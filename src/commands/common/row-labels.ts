import type { Dialect, Queryable } from '../../db/dialect.ts';
import type { AppointmentRow, BindingRow, RoleRow, StaffRow, StreetRow } from '../../db/schema.ts';
import { storedRows } from '../../db/stored-rows.ts';
import { type Row, type RowKind, rowKey } from '../../db/tables.ts';
import { streetLabel } from '../../domain/territory/street-label.ts';
import { appointmentLabel, roleLabel, staffLabel } from './staff-label.ts';

/**
 * How people call some rows of one kind: by the names of the people and streets in them.
 * @returns null for a row whose key says it, or whose names are gone
 */
export async function rowLabels(
  db: Queryable,
  dialect: Dialect,
  kind: RowKind,
  rows: readonly Row[],
): Promise<(row: Row) => string | null> {
  if (kind === 'staff') return row => staffLabel(row as StaffRow);
  if (kind === 'street') return row => streetLabel(row as StreetRow);
  if (kind === 'role' || kind === 'appointment') {
    const people = new Map(
      (await storedRows(db, dialect, 'staff', rows.map(personOf))).map(row => [
        rowKey('staff', row),
        row as Row,
      ]),
    );
    return row => {
      const person = people.get(rowKey('staff', personOf(row))) as StaffRow | undefined;
      if (person === undefined) return null;
      return kind === 'role'
        ? roleLabel(person, (row as RoleRow).role)
        : appointmentLabel(row as AppointmentRow, `${person.surname} ${person.given_name}`);
    };
  }
  if (kind !== 'binding') return () => null;
  const streets = new Map(
    (await storedRows(db, dialect, 'street', rows)).map(row => [rowKey('street', row), row as Row]),
  );
  return row => {
    const street = streets.get(rowKey('street', row)) as StreetRow | undefined;
    return street === undefined ? null : `${(row as BindingRow).school}, ${streetLabel(street)}`;
  };
}

/** The key of the person whom a role or an appointment is about. */
function personOf(row: Row): Row {
  if ('executor' in row) return { org: row.school, iin: row.executor } as StaffRow;
  const { org, iin } = row as RoleRow;
  return { org, iin } as StaffRow;
}
