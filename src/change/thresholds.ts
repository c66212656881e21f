import { type Problem, problem } from '../domain/problem.ts';

/** How much of one organisation a file touches, in rows. */
export interface Weight {
  readonly org: string;
  readonly population: number;
  readonly removals: number;
  readonly changes: number;
}

/** Numbers that a person has named, so that a large removal is meant. */
export interface Allowance {
  readonly removals: number | null;
  readonly changes: number | null;
}

/** Below this many rows a file is never too much: small schools change wholesale. */
const EXEMPT_ROWS = 5;
/** The share of an organisation that one file may remove, and change, without the number being named (cli.md, "Thresholds"). */
const REMOVED_SHARE = 0.1;
const CHANGED_SHARE = 0.75;

/**
 * The brake on a plan: a file that would dismiss or unbind more than 10 % of one organisation (and more than
 * 5 rows), or change more than 75 %, is refused unless the total is named. Removals that were named are not counted
 * as changes again: one number is enough.
 */
export function checkThresholds(weights: readonly Weight[], allowed: Allowance): Problem[] {
  const removals = weights.reduce((sum, weight) => sum + weight.removals, 0);
  const removalsNamed = allowed.removals === removals;
  const changesOf = (weight: Weight) => weight.changes - (removalsNamed ? weight.removals : 0);
  const changes = weights.reduce((sum, weight) => sum + changesOf(weight), 0);
  return weights.flatMap(weight => {
    if (!removalsNamed && tooMany(weight.removals, weight.population, REMOVED_SHARE))
      return [
        problem('removals-over-threshold', {
          org: weight.org,
          removals: weight.removals,
          of: weight.population,
          allowed: removals,
        }),
      ];
    if (allowed.changes !== changes && tooMany(changesOf(weight), weight.population, CHANGED_SHARE))
      return [
        problem('changes-over-threshold', {
          org: weight.org,
          changes: changesOf(weight),
          of: weight.population,
          allowed: changes,
        }),
      ];
    return [];
  });
}

function tooMany(rows: number, population: number, share: number): boolean {
  return rows > EXEMPT_ROWS && rows > population * share;
}
