import { describe, expect, it } from 'vitest';
import {
  type AppointmentFacts,
  type Candidate,
  decideAppointment,
} from '../../../src/domain/appointments/one-executor-per-school.ts';

const CANDIDATE: Candidate = {
  iin: '850714431004',
  name: 'Ахметова Әлия',
  employment: 'active',
  elsewhere: [],
  roles: ['executor'],
};
const FACTS: AppointmentFacts = {
  school: 'school-3',
  current: null,
  candidate: CANDIDATE,
  director: '731108431008',
};

describe('one executor per school', () => {
  it.each([
    [null, { kind: 'add' }],
    ['850714431004', { kind: 'unchanged' }],
    ['920229331007', { kind: 'replace', former: '920229331007' }],
  ])('with %s in office the appointment is %j', (current, change) => {
    expect(decideAppointment({ ...FACTS, current })).toEqual({ change, problems: [] });
  });

  it.each<[string, Partial<Candidate>, object[]]>([
    [
      'who never worked here',
      { employment: 'never', elsewhere: ['school-4'], roles: [] },
      [
        {
          code: 'executor-not-here',
          severity: 'error',
          args: { school: 'school-3', elsewhere: ['school-4'] },
        },
      ],
    ],
    [
      'who has left',
      { employment: 'left' },
      [{ code: 'executor-left', severity: 'error', args: { name: 'Ахметова Әлия', iin: '850714431004' } }],
    ],
    [
      'without the role',
      { roles: ['admin'] },
      [{ code: 'executor-without-role', severity: 'error', args: { roles: ['admin'] } }],
    ],
    [
      'who is the director',
      { roles: ['director', 'executor'] },
      [{ code: 'executor-is-director', severity: 'warning', args: { school: 'school-3' } }],
    ],
    [
      'who appoints',
      { iin: '731108431008' },
      [{ code: 'executor-is-director', severity: 'warning', args: { name: 'Ахметова Әлия' } }],
    ],
    [
      'who is the director without the role',
      { roles: ['director'] },
      [{ code: 'executor-without-role' }, { code: 'executor-is-director' }],
    ],
  ])('a candidate %s is found out', (_who, change, problems) => {
    const found = decideAppointment({ ...FACTS, candidate: { ...CANDIDATE, ...change } }).problems;
    expect(found).toMatchObject(problems);
    expect(found).toHaveLength(problems.length);
  });
});
