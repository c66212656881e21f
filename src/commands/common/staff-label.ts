import type { AppointmentRow, StaffRow } from '../../db/schema.ts';

type Named = Pick<StaffRow, 'org' | 'iin' | 'surname' | 'given_name'> & Partial<Pick<StaffRow, 'patronymic'>>;

/** An employee as people know them: nobody should approve a dismissal by an IIN alone. */
export function staffLabel(person: Named): string {
  return `${person.org}, ${staffName(person)} (${person.iin})`;
}

/** A role with its holder. */
export function roleLabel({ org, iin, surname, given_name }: Named, role: string): string {
  return `${staffLabel({ org, iin, surname, given_name })}: ${role}`;
}

/** A login with whom it acts for. */
export function loginLabel({ org, iin, surname, given_name }: Named, login: string): string {
  return `${staffLabel({ org, iin, surname, given_name })}: ${login}`;
}

/** An appointment with the executor's name. */
export function appointmentLabel({ school, service }: AppointmentRow, name: string): string {
  return `${school}, ${service}: ${name}`;
}

function staffName({ surname, given_name, patronymic }: Named): string {
  return [surname, given_name, patronymic].filter(Boolean).join(' ');
}
