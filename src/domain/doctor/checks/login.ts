import { problem } from '../../problem.ts';
import { type DoctorCheck, fails, passes, tells } from '../check.ts';
import { grantLacking, namesOf } from './grant-statements.ts';

/** What the login at work is for the database, and the exact privileges that it lacks. */
export const login: DoctorCheck<'login'> = {
  id: 'login',
  run: ({ schema, login: name, owner, iin, lacks }) => {
    if (owner) return passes('login-owns', { login: name });
    if (iin === null) return tells(problem('login-without-access', { login: name }));
    const names = namesOf(lacks, schema);
    if (names.length === 0) return passes('login-tied', { login: name, iin });
    return fails(
      'forbidden',
      'login-lacks',
      { login: name, lacks: names },
      ...grantLacking(schema, name, lacks),
    );
  },
};
