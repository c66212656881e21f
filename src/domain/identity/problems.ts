/** What can be wrong with an IIN, a BIN, a phone number, a name, a date or an e-mail: code → arguments. */
export interface IdentityProblems {
  'iin-length': { value: string; digits: number };
  'iin-digits': { value: string };
  'iin-exponent': { value: string };
  'iin-zeros-lost': { value: string; proposal: string };
  'iin-never-issued': { value: string };
  'iin-is-bin': { value: string };
  'iin-century': { value: string };
  'iin-date': { value: string };
  'iin-check-digit': { value: string };
  'bin-length': { value: string; digits: number };
  'bin-digits': { value: string };
  'bin-exponent': { value: string };
  'bin-zeros-lost': { value: string; proposal: string };
  'bin-never-issued': { value: string };
  'bin-is-iin': { value: string };
  'bin-kind': { value: string; digit: string };
  'bin-month': { value: string };
  'bin-office': { value: string; digit: string };
  'bin-check-digit': { value: string };
  'phone-malformed': { value: string };
  'phone-exponent': { value: string };
  'phone-prefix': { value: string };
  'phone-length': { value: string; digits: number };
  'phone-unassigned': { value: string };
  'phone-russian': { value: string };
  'name-empty': { value: string };
  'name-digits': { value: string };
  'name-lost-letters': { value: string };
  'name-characters': { value: string; characters: string };
  'name-initials': { value: string };
  'name-one-part': { value: string };
  'name-parts': { value: string; parts: number };
  'name-order': { value: string };
  /** `letters`: the Latin ones */
  'name-mixed-scripts': { value: string; word: string; letters: string };
  'date-malformed': { value: string };
  'date-impossible': { value: string };
  /** `age` in whole years on the day of the import */
  'age-unusual': { iin: string; age: number };
  /** `age` on that day in whole years; null when the day is yet to come */
  'hired-on-unlikely': { hired_on: string; age: number | null };
  'email-malformed': { value: string };
  'email-not-latin': { value: string; characters: string };
  /** `iin` and `line`: who has the address already, and where */
  'email-shared': { email: string; iin: string; line: number };
}
