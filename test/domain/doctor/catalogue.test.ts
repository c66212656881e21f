import { expect, it } from 'vitest';
import { doctorChecks, examine } from '../../../src/domain/doctor/catalogue.ts';
import { DOCTOR_CHECKS } from '../../../src/domain/doctor/check.ts';
import type { DoctorFacts } from '../../../src/domain/doctor/facts.ts';
import { problem, warning } from '../../../src/domain/problem.ts';

const needs = { obstacle: { needs: 'database-reachable' } } as const;
const facts: DoctorFacts = {
  program: { value: { program: '0.1.0', schema: '0001-a', node: 'v24.0.0', platform: 'linux' } },
  configuration: { obstacle: { problem: warning('config-open-to-others', { file: '/c.json' }) } },
  'database-reachable': { obstacle: { problem: problem('database-missing', { target: '/q.db' }) } },
  schema: needs,
  'write-lock': { obstacle: { reason: 'EIO' } },
  clock: needs,
  history: needs,
};

it('every check stands under its own id', () => {
  expect(DOCTOR_CHECKS.map(id => doctorChecks[id].id)).toEqual(DOCTOR_CHECKS);
});

it('what cannot be looked at says why, does not hinder the rest, and what does not concern the database is left out', () => {
  const told = examine(facts).map(({ id, status, finding }) => [
    id,
    status,
    'problem' in finding ? finding.problem.code : finding.code,
  ]);
  expect(told).toEqual([
    ['program', 'pass', 'program-at-work'],
    ['configuration', 'warn', 'config-open-to-others'],
    ['database-reachable', 'fail', 'database-missing'],
    ['schema', 'not-checked', 'depends-on'],
    ['write-lock', 'not-checked', 'could-not-run'],
    ['clock', 'not-checked', 'depends-on'],
    ['history', 'not-checked', 'depends-on'],
  ]);
});
