import type { AccessProblems } from '../../../src/domain/authority/access-problems.ts';
import type { Samples } from './samples.ts';

const login = 'gulnara';
const iin = '860707404487';
const target = 'postgres://gulnara@db.example.kz/qabyl';

export const accessSamples: Samples<AccessProblems> = {
  'login-without-access': [{ login }],
  'as-somebody-else': [{ login, given: iin }],
  'database-forbids': [{ target, reason: 'permission denied for table org' }],
  'access-needs-server': [{ target: '/srv/qabyl.db' }],
  'login-missing': [{ login }],
  'login-unusable': [
    { login, state: 'above' },
    { login, state: 'group' },
  ],
  'login-of-another': [{ login, iin }],
  'access-not-held': [
    { login, iin: null },
    { login: null, iin },
    { login, iin },
  ],
};
