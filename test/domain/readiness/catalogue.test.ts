import { describe, expect, it } from 'vitest';
import {
  checkOrg,
  departmentChecks,
  isReady,
  schoolChecks,
} from '../../../src/domain/readiness/catalogue.ts';
import type { CheckResult, CheckStatus } from '../../../src/domain/readiness/check.ts';
import type { SchoolFacts } from '../../../src/domain/readiness/facts.ts';
import { department, school } from './facts.ts';

/** As cli.md names them, in the order of the nine steps. */
const DEPARTMENT =
  'bin-valid staff-imported roles-assigned streets-listed streets-bound territory-overlap territory-gap window-set';
const SCHOOL =
  'bin-valid staff-imported roles-assigned territory-bound territory-reviewed year-settings-set year-settings-consistent executor-appointed';

const idsOf = (checks: readonly CheckResult[]) => checks.map(check => check.id).join(' ');

describe('the catalogue of checks', () => {
  it('has exactly the checks of the contract', () => {
    expect(Object.keys(departmentChecks).join(' ')).toBe(DEPARTMENT);
    expect(Object.keys(schoolChecks).join(' ')).toBe(SCHOOL);
  });

  it.each([...Object.entries(departmentChecks), ...Object.entries(schoolChecks)])(
    'keeps %s under its own id',
    (id, check) => expect(check.id).toBe(id),
  );

  it('runs all of them in order, and all pass where everything is right', () => {
    for (const [facts, ids] of [
      [department(), DEPARTMENT],
      [school(), SCHOOL],
    ] as const) {
      const checks = checkOrg(facts, () => true);
      expect(idsOf(checks)).toBe(ids);
      expect(checks.filter(check => check.status !== 'pass')).toEqual([]);
      expect(checks.every(check => check.fix === null && check.by === null)).toBe(true);
    }
  });

  it('runs only the selected ones', () => {
    expect(idsOf(checkOrg(school(), id => id === 'bin-valid' || id === 'executor-appointed'))).toBe(
      'bin-valid executor-appointed',
    );
  });

  it('lets a check that breaks down stand as not checked, and runs the others', () => {
    const broken: SchoolFacts = {
      ...school(),
      get review(): never {
        throw new Error('the row is torn');
      },
    };
    const checks = checkOrg(broken, () => true);
    expect(idsOf(checks)).toBe(SCHOOL);
    const open = checks.filter(check => check.status !== 'pass');
    expect(open).toEqual([
      {
        id: 'territory-reviewed',
        status: 'not-checked',
        finding: { code: 'could-not-run', args: { reason: 'the row is torn' } },
        fix: null,
        by: null,
      },
    ]);
    expect(isReady(checks, false)).toBe(false);
  });
});

describe('ready', () => {
  const withStatus = (status: CheckStatus): CheckResult[] => {
    const [first, ...others] = checkOrg(school(), () => true);
    return first ? [{ ...first, status }, ...others] : [];
  };

  it.each<[CheckStatus, boolean, boolean]>([
    ['pass', true, true],
    ['waived', true, true],
    ['warn', true, false],
    ['fail', false, false],
    ['not-checked', false, false],
  ])('with one check that is %s: %s; with --fail-level warning: %s', (status, lenient, strict) => {
    expect(isReady(withStatus(status), false)).toBe(lenient);
    expect(isReady(withStatus(status), true)).toBe(strict);
  });
});
