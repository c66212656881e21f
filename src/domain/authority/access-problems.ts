/** What can stand against acting through a login of the database: code → arguments. */
export interface AccessProblems {
  /** the login is tied to nobody */
  'login-without-access': { login: string };
  /** `--as` names somebody else than the employee of the login */
  'as-somebody-else': { login: string; given: string };
  /** the database itself refuses what the session may not do */
  'database-forbids': { target: string; reason: string };
  /** a file has no logins */
  'access-needs-server': { target: string };
  'login-missing': { login: string };
  /** `above`: it owns the tables or the server, so no rules would hold it; `group`: nobody can log in as it */
  'login-unusable': { login: string; state: 'above' | 'group' };
  'login-of-another': { login: string; iin: string };
  'access-not-held': { login: string | null; iin: string | null };
}
