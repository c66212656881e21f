import { describe, expect, it } from 'vitest';
import { ROLES } from '../../../src/domain/authority/roles.ts';
import { binValid } from '../../../src/domain/readiness/checks/bin-valid.ts';
import { executorAppointed } from '../../../src/domain/readiness/checks/executor-appointed.ts';
import { rolesAssigned } from '../../../src/domain/readiness/checks/roles-assigned.ts';
import { staffImported } from '../../../src/domain/readiness/checks/staff-imported.ts';
import { appointment, department, school } from './facts.ts';

describe('bin-valid', () => {
  it.each([
    ['a missing BIN', null, 'bin-absent'],
    ['a wrong check digit', '950341000053', 'bin-wrong'],
    ['eleven digits', '95034100005', 'bin-wrong'],
    ['an IIN in place of the BIN', '850101300123', 'bin-wrong'],
  ])('%s fails, for a school and for a department at the top', (_, bin, code) => {
    const fix = ['qabyl', 'import-orgs', 'orgs.csv'];
    expect(binValid.run(school({ bin }))).toMatchObject({
      status: 'fail',
      finding: { code },
      fix,
      by: { role: 'superadmin', org: 'district-7' },
    });
    expect(binValid.run(department({ bin }))).toMatchObject({
      status: 'fail',
      fix,
      by: { role: 'superadmin', org: 'district-7' },
    });
  });

  it.each(['940140000385', '961141000023'])('%s passes, with the second pass of the check digit too', bin =>
    expect(binValid.run(school({ bin })).status).toBe('pass'),
  );
});

describe('staff-imported', () => {
  it('fails where nobody works, and the department above can mend it', () => {
    expect(staffImported.run(school({ active: 0 }))).toEqual({
      status: 'fail',
      finding: { code: 'staff-absent', args: { org: 'school-71' } },
      fix: ['qabyl', 'import-staff', 'staff.csv', '--org', 'school-71'],
      by: { role: 'superadmin', org: 'district-7' },
    });
    expect(staffImported.run(department({ active: 0 })).by).toEqual({
      role: 'superadmin',
      org: 'district-7',
    });
  });

  it('passes with one person', () => {
    expect(staffImported.run(school({ active: 1 }))).toMatchObject({
      status: 'pass',
      finding: { code: 'staff-present', args: { active: 1 } },
    });
  });
});

describe('roles-assigned', () => {
  it.each(ROLES)('a school without %s fails, and the fix gives that role there', missing => {
    const facts = school({ roles: school().roles.filter(held => held.role !== missing) });
    expect(rolesAssigned.run(facts)).toEqual({
      status: 'fail',
      finding: { code: 'roles-missing', args: { roles: [missing] } },
      fix: ['qabyl', 'assign-role', '--org', 'school-71', '--role', missing, '--staff', 'IIN'],
      // Without a super-administrator of its own, only the department's can.
      by: { role: 'superadmin', org: missing === 'superadmin' ? 'district-7' : 'school-71' },
    });
  });

  it('names every role that is missing', () => {
    expect(rolesAssigned.run(school({ roles: [] })).finding).toEqual({
      code: 'roles-missing',
      args: { roles: [...ROLES] },
    });
  });

  it.each([
    ['superadmin', 'fail'],
    ['admin', 'fail'],
    ['director', 'pass'],
    ['executor', 'pass'],
  ] as const)('a department that has all but %s: %s', (missing, status) => {
    const roles = ROLES.filter(role => role !== missing).map(role => ({ role, iin: '1' }));
    expect(rolesAssigned.run(department({ roles })).status).toBe(status);
  });
});

describe('executor-appointed', () => {
  const { executor, director } = appointment;
  const fix = (iin: string, ...more: string[]) => [
    ...['qabyl', 'appoint-executor', '--school', 'school-71', '--staff', iin],
    ...['--service', 'grade-1-admission', ...more],
  ];
  const others = (...iins: string[]) => [
    { role: 'director' as const, iin: director },
    ...iins.map(iin => ({ role: 'executor' as const, iin })),
  ];

  it.each([
    ['nobody is appointed', { appointment: null }, 'executor-not-appointed', fix(executor)],
    ['nobody could be', { appointment: null, roles: [] }, 'executor-not-appointed', fix('IIN')],
    [
      'nobody is appointed and several could be',
      { appointment: null, roles: others('1', '2') },
      'executor-not-appointed',
      fix('IIN'),
    ],
    [
      'the executor has left',
      { appointment: { ...appointment, executorActive: false }, roles: others('777') },
      'executor-left',
      fix('777', '--replace'),
    ],
    [
      'the executor has left and nobody else has the role',
      { appointment: { ...appointment, executorActive: false }, roles: others() },
      'executor-left',
      fix('IIN', '--replace'),
    ],
    [
      'the executor has lost the role',
      { roles: others('777') },
      'executor-lost-role',
      fix('777', '--replace'),
    ],
  ])('fails where %s', (_, changed, code, words) => {
    expect(executorAppointed.run(school(changed))).toMatchObject({
      status: 'fail',
      finding: { code },
      fix: words,
      by: { role: 'director', org: 'school-71' },
    });
  });

  it.each([
    [
      'the executor is the director',
      { roles: [...others(executor), { role: 'director' as const, iin: executor }] },
      'executor-is-director',
    ],
    [
      'another person is the director now',
      {
        roles: [
          ...others(executor).filter(held => held.role === 'executor'),
          { role: 'director' as const, iin: '5' },
        ],
      },
      'appointer-not-director',
    ],
  ])('warns where %s', (_, changed, code) => {
    expect(executorAppointed.run(school(changed))).toMatchObject({ status: 'warn', finding: { code } });
  });

  it('passes where the executor works there with the role', () => {
    expect(executorAppointed.run(school()).finding).toEqual({
      code: 'executor-appointed',
      args: { name: 'Сейітова Айгүл', iin: executor },
    });
  });
});
