/** What can be wrong with an IIN, a BIN, a phone number, a name or a date: code → arguments. */
export interface IdentityProblems {
  'iin-length': { value: string; digits: number };
}
