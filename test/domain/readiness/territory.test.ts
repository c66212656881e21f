import { describe, expect, it } from 'vitest';
import { streetsBound } from '../../../src/domain/readiness/checks/streets-bound.ts';
import { streetsListed } from '../../../src/domain/readiness/checks/streets-listed.ts';
import { territoryBound } from '../../../src/domain/readiness/checks/territory-bound.ts';
import { territoryGap } from '../../../src/domain/readiness/checks/territory-gap.ts';
import { territoryOverlap } from '../../../src/domain/readiness/checks/territory-overlap.ts';
import { territoryReviewed } from '../../../src/domain/readiness/checks/territory-reviewed.ts';
import { describeSet } from '../../../src/domain/territory/set-parts.ts';
import { department, houses, school, street, territory } from './facts.ts';

const parts = (list: string) => describeSet(houses(list));
const BY_DEPARTMENT = { role: 'admin', org: 'district-7' };

describe('streets-listed', () => {
  it('fails without a list, with the command that brings one', () => {
    expect(streetsListed.run(department(territory()))).toEqual({
      status: 'fail',
      finding: { code: 'streets-not-listed', args: { year: '2027-2028' } },
      fix: ['qabyl', 'import-streets', 'streets.csv', '--department', 'district-7'],
      by: BY_DEPARTMENT,
    });
  });

  it('is waived where no school has a territory', () => {
    expect(streetsListed.run(department({ ...territory(), schools: [] })).status).toBe('waived');
  });
});

describe('streets-bound', () => {
  it('counts the streets of no school, names three, and its fix binds the first', () => {
    const streets = ['А', 'Б', 'В', 'Г', 'Д'].map(name => street(`${name} көшесі`, {}));
    expect(
      streetsBound.run(department(territory(street('Абай көшесі', { 'school-71': 'все' }), ...streets))),
    ).toEqual({
      status: 'fail',
      finding: {
        code: 'streets-unbound',
        args: { streets: 5, examples: ['А көшесі', 'Б көшесі', 'В көшесі'] },
      },
      fix: ['qabyl', 'bind-streets', '--school', 'SCHOOL', '--street', 'А көшесі'],
      by: BY_DEPARTMENT,
    });
  });

  it.each([
    ['not-checked', territory()],
    ['waived', { ...territory(), schools: [] }],
    ['waived', { schools: [] }],
  ])('is %s for %o', (status, changed) => expect(streetsBound.run(department(changed)).status).toBe(status));
});

describe('territory-overlap', () => {
  it('fails with both schools and the exact houses', () => {
    const streets = [street('Гоголь көшесі', { 'school-71': '1-45', 'school-72': '39-61, 41А' })];
    expect(territoryOverlap.run(department(territory(...streets)))).toEqual({
      status: 'fail',
      finding: {
        code: 'territory-overlaps',
        args: {
          overlaps: [
            { street: 'Гоголь көшесі', schools: ['school-71', 'school-72'], houses: parts('39-45') },
          ],
          more: 0,
        },
      },
      fix: [
        ...['qabyl', 'bind-streets', '--school', 'school-71', '--street', 'Гоголь көшесі'],
        ...['--houses', '39-45 odd', '--unbind'],
      ],
      by: BY_DEPARTMENT,
    });
  });

  it('shows five overlaps and counts the rest', () => {
    const streets = Array.from({ length: 8 }, (_, i) => street(`${i}-көше`, { a: '1-9', b: '9', c: '11' }));
    const { finding } = territoryOverlap.run(department(territory(...streets)));
    expect(finding).toMatchObject({ code: 'territory-overlaps', args: { more: 3 } });
  });

  it.each([
    [
      'no two schools share a house',
      [street('А', { a: '1-45', b: '2-44' }), street('Б', { a: '12', b: '12А' })],
    ],
    ['there are no streets', []],
  ])('passes where %s', (_, streets) =>
    expect(territoryOverlap.run(department(territory(...streets))).status).toBe('pass'),
  );
});

describe('territory-gap', () => {
  const gap = (...streets: ReturnType<typeof street>[]) =>
    territoryGap.run(department(territory(...streets)));

  it('fails where a house that exists has no school', () => {
    expect(gap(street('Сәтбаев көшесі', { 'school-71': '1-9' }, '1-9, 2, 4'))).toEqual({
      status: 'fail',
      finding: {
        code: 'territory-gaps',
        args: { gaps: [{ street: 'Сәтбаев көшесі', houses: parts('2, 4') }], more: 0, known: true },
      },
      fix: [
        ...['qabyl', 'bind-streets', '--school', 'SCHOOL', '--street', 'Сәтбаев көшесі'],
        ...['--houses', '2, 4'],
      ],
      by: BY_DEPARTMENT,
    });
  });

  it('only warns of numbers between bound ones where nobody has listed the houses', () => {
    expect(gap(street('А', { a: '1-9, 15-21, четные' }))).toMatchObject({
      status: 'warn',
      finding: { args: { gaps: [{ street: 'А', houses: parts('11-13') }], known: false } },
    });
  });

  it('tells the certain gaps first, and counts only those', () => {
    const doubtful = Array.from({ length: 7 }, (_, i) => street(`${i}-көше`, { a: '1-9, 15-21, четные' }));
    const verdict = gap(...doubtful, street('Я', { a: '1' }, '1, 3'));
    expect(verdict.status).toBe('fail');
    expect(verdict.finding).toEqual({
      code: 'territory-gaps',
      args: { gaps: [{ street: 'Я', houses: parts('3') }], more: 0, known: true },
    });
    expect(verdict.fix).toContain('Я');
  });

  it('shows five gaps and counts the rest', () => {
    const streets = Array.from({ length: 7 }, (_, i) => street(`${i}-көше`, { a: '1' }, '1, 3'));
    expect(gap(...streets).finding).toMatchObject({ args: { more: 2 } });
  });

  it.each([
    ['pass', territory(street('А', { a: '1-45', b: '2-44' }))],
    // A street of no school at all is the concern of streets-bound.
    ['pass', territory(street('А', {}))],
    ['not-checked', territory()],
    ['waived', { schools: [] }],
  ])('is %s for %o', (status, changed) => expect(territoryGap.run(department(changed)).status).toBe(status));
});

describe('territory-bound', () => {
  it.each([
    ['pass', 'territory-bound', { boundStreets: 1 }],
    ['fail', 'territory-not-bound', { boundStreets: 0 }],
    ['waived', 'territory-declared-none', { boundStreets: 0, territory: 'none' as const }],
  ])('is %s: %s', (status, code, changed) => {
    expect(territoryBound.run(school(changed))).toMatchObject({ status, finding: { code } });
  });

  it('is mended by the department', () => {
    const { fix, by } = territoryBound.run(school({ boundStreets: 0 }));
    expect(fix).toEqual(['qabyl', 'bind-streets', '--school', 'school-71', '--street', 'STREET']);
    expect(by).toEqual(BY_DEPARTMENT);
  });
});

describe('territory-reviewed', () => {
  const mend = {
    fix: ['qabyl', 'review-territory', '--school', 'school-71', '--confirm'],
    by: { role: 'admin', org: 'school-71' },
  };

  it('fails where nobody has read the territory', () => {
    expect(territoryReviewed.run(school({ review: null }))).toEqual({
      status: 'fail',
      finding: { code: 'territory-not-read', args: { school: 'school-71' } },
      ...mend,
    });
  });

  it('fails where another version was read', () => {
    expect(territoryReviewed.run(school({ review: { territory: 'v1', change: 9 } }))).toEqual({
      status: 'fail',
      finding: { code: 'territory-changed-since', args: { school: 'school-71', change: 9 } },
      ...mend,
    });
  });

  it.each([
    ['pass', {}],
    ['not-checked', { boundStreets: 0 }],
    ['not-checked', { boundStreets: 0, review: null }],
    ['waived', { territory: 'none' as const, boundStreets: 0, review: null }],
  ])('is %s for %o', (status, changed) => expect(territoryReviewed.run(school(changed)).status).toBe(status));
});
