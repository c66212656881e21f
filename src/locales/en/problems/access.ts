import type { AccessProblems } from '../../../domain/authority/access-problems.ts';
import { plainWord } from '../../shell-word.ts';
import type { Texts } from '../../text.ts';

/** Logins of the database server. */
export const access: Texts<AccessProblems> = {
  'login-without-access': (a, run) => ({
    message: `The login “${a.login}” is not tied to any employee.`,
    fix: `A super-administrator ties it: ${run.others(`qabyl grant-access --staff IIN --login ${plainWord(a.login)}`)}`,
  }),
  'as-somebody-else': a => ({
    message: `The login “${a.login}” acts for its own employee, not for the one with IIN ${a.given}.`,
    fix: 'Leave --as (or QABYL_AS) out, or log in as the other employee.',
  }),
  'database-forbids': (a, run) => ({
    message: `The database “${a.target}” does not allow this to your login: ${a.reason}.`,
    fix: `See what is missing: ${run.own('qabyl doctor')}`,
  }),
  'access-needs-server': a => ({
    message: `“${a.target}” is a file: it has no logins, and --as says who acts.`,
    fix: 'Name a PostgreSQL server: --db postgres://HOST/DATABASE',
  }),
  'login-missing': a => ({
    message: `The server has no login “${a.login}”.`,
    fix: `The server's administrator makes it: createuser --pwprompt ${a.login.startsWith('-') ? '-- ' : ''}${plainWord(a.login)}`,
  }),
  'login-unusable': a => ({
    message:
      a.state === 'above'
        ? `The login “${a.login}” owns the tables or the server: no rights of an employee would hold it back.`
        : `“${a.login}” is a group of the server: nobody can log in with it.`,
    fix: 'Name a login of the employee’s own, without any other rights: createuser --pwprompt NAME',
  }),
  'login-of-another': (a, run) => ({
    message: `The login “${a.login}” is that of the employee with IIN ${a.iin}.`,
    fix: `Name another login, or take it from them first: ${run.own(`qabyl revoke-access --login ${plainWord(a.login)}`)}`,
  }),
  'access-not-held': (a, run) => ({
    message:
      a.login === null
        ? `No login is tied to the employee with IIN ${a.iin}.`
        : a.iin === null
          ? `The login “${a.login}” is tied to nobody.`
          : `The login “${a.login}” is not tied to the employee with IIN ${a.iin}.`,
    fix: `See the logins: ${run.own('qabyl list logins')}`,
  }),
};
