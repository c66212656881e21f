import { describe, expect, it } from 'vitest';
import { type Allowance, checkThresholds, type Weight } from '../../src/change/thresholds.ts';

const none: Allowance = { removals: null, changes: null };
const weight = (removals: number, changes: number, population: number, org = 'school-3'): Weight => ({
  org,
  removals,
  changes,
  population,
});
const codes = (weights: readonly Weight[], allowed: Allowance = none) =>
  checkThresholds(weights, allowed).map(p => p.code);

describe('the brake on a plan', () => {
  it.each([
    { removals: 0, changes: 0, of: 0, stops: [], why: 'nothing is touched' },
    { removals: 5, changes: 5, of: 6, stops: [], why: 'five rows are never too many' },
    { removals: 6, changes: 6, of: 60, stops: [], why: 'exactly 10 % is not more than 10 %' },
    { removals: 6, changes: 6, of: 59, stops: ['removals-over-threshold'], why: 'six of 59 is more' },
    { removals: 100, changes: 100, of: 1000, stops: [], why: 'exactly 10 % of a large one' },
    { removals: 101, changes: 101, of: 1000, stops: ['removals-over-threshold'], why: 'one more than 10 %' },
    { removals: 0, changes: 75, of: 100, stops: [], why: 'exactly 75 % changed' },
    { removals: 0, changes: 76, of: 100, stops: ['changes-over-threshold'], why: 'more than 75 % changed' },
    { removals: 0, changes: 5, of: 5, stops: [], why: 'a small school changes wholesale' },
    { removals: 0, changes: 6, of: 6, stops: ['changes-over-threshold'], why: 'six of six' },
  ])('$removals removals and $changes changes of $of: $why', ({ removals, changes, of, stops }) => {
    expect(codes([weight(removals, changes, of)])).toEqual(stops);
  });

  it('names n, m and the number that lets it pass', () => {
    const [first] = checkThresholds([weight(104, 104, 120)], none);
    expect(first?.args).toEqual({ org: 'school-3', removals: 104, of: 120, allowed: 104 });
  });

  it.each([
    { allowed: 104, stops: [] },
    { allowed: 103, stops: ['removals-over-threshold'] },
    { allowed: 105, stops: ['removals-over-threshold'] },
  ])('with --allow-removals=$allowed for 104 removals: $stops', ({ allowed, stops }) => {
    expect(codes([weight(104, 104, 200)], { removals: allowed, changes: null })).toEqual(stops);
  });

  it('judges each organisation by itself, and asks for the number of the whole file', () => {
    const weights = [
      weight(20, 20, 100, 'school-1'),
      weight(6, 6, 500, 'school-2'),
      weight(9, 9, 30, 'school-3'),
    ];
    const stops = checkThresholds(weights, none);
    expect(stops.map(p => p.args)).toMatchObject([
      { org: 'school-1', allowed: 35 },
      { org: 'school-3', allowed: 35 },
    ]);
    expect(codes(weights, { removals: 35, changes: null })).toEqual([]);
  });

  it('asks for one number only: removals that were named are not counted as changes again', () => {
    expect(codes([weight(80, 80, 100)], { removals: 80, changes: null })).toEqual([]);
  });

  it('lets a named number of removals pass, and still stops at the other changes', () => {
    expect(codes([weight(20, 96, 100)], { removals: 20, changes: null })).toEqual(['changes-over-threshold']);
    expect(codes([weight(20, 96, 100)], { removals: 20, changes: 76 })).toEqual([]);
  });
});
