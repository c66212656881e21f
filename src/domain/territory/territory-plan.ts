import type { Holding } from './holding.ts';
import { countHouses } from './house-count.ts';
import { emptySet, type HouseSet, intersect, isEmptySet, minus } from './house-set.ts';

/** Houses of one street in a plan; `known` counts those of them that exist, null where nobody has listed them. */
interface PlannedHouses {
  /** the street as people call it */
  readonly street: string;
  readonly houses: HouseSet;
  readonly known: number | null;
}

/** Houses that pass from one school to another. */
export interface HousesMoved extends PlannedHouses {
  readonly from: string;
  readonly to: string;
}

/** Houses that a school loses and no other school gains. */
export interface HousesDropped extends PlannedHouses {
  readonly school: string;
}

/** Houses that become shared; `school` says so, `others` have them too. */
export interface HousesShared extends PlannedHouses {
  readonly school: string;
  readonly others: readonly string[];
  readonly reason: string;
}

/** What a change of bindings means for schools, beside its rows. */
export interface TerritoryPlan {
  readonly moves: readonly HousesMoved[];
  readonly dropped: readonly HousesDropped[];
  readonly shared: readonly HousesShared[];
}

/** A street before and after: school → what it has. */
export interface StreetTurn {
  /** the street as people call it */
  readonly street: string;
  /** the houses that exist, null where nobody has listed them */
  readonly known: HouseSet | null;
  readonly before: ReadonlyMap<string, Holding>;
  readonly after: ReadonlyMap<string, Holding>;
}

/** The plans of several streets as one. */
export function joinPlans(plans: readonly TerritoryPlan[]): TerritoryPlan {
  return {
    moves: plans.flatMap(({ moves }) => moves),
    dropped: plans.flatMap(({ dropped }) => dropped),
    shared: plans.flatMap(({ shared }) => shared),
  };
}

/** What happens on one street; schools in the order of their codes. */
export function planOfStreet(turn: StreetTurn): TerritoryPlan {
  const { before, after } = turn;
  const schools = [...new Set([...before.keys(), ...after.keys()])].sort();
  const had = (school: string) => before.get(school)?.houses ?? emptySet;
  const has = (school: string) => after.get(school)?.houses ?? emptySet;
  const moves: HousesMoved[] = [];
  const dropped: HousesDropped[] = [];
  const gains = schools.flatMap(to => {
    const houses = minus(has(to), had(to));
    return isEmptySet(houses) ? [] : [{ to, houses }];
  });
  for (const from of schools) {
    const lost = minus(had(from), has(from));
    if (isEmptySet(lost)) continue;
    let left = lost;
    for (const { to, houses } of gains) {
      const moved = intersect(lost, houses);
      if (isEmptySet(moved)) continue;
      moves.push({ from, to, ...planned(turn, moved) });
      left = minus(left, moved);
    }
    if (!isEmptySet(left)) dropped.push({ school: from, ...planned(turn, left) });
  }
  return { moves, dropped, shared: schools.flatMap(school => newShare(turn, school, schools)) };
}

function newShare(turn: StreetTurn, school: string, schools: readonly string[]): HousesShared[] {
  const now = turn.after.get(school);
  if (now === undefined || now.reason === null || isEmptySet(now.shared)) return [];
  const old = turn.before.get(school);
  const houses = old?.reason === now.reason ? minus(now.shared, old.shared) : now.shared;
  if (isEmptySet(houses)) return [];
  const others = schools.filter(
    other => other !== school && !isEmptySet(intersect(turn.after.get(other)?.houses ?? emptySet, houses)),
  );
  return [{ school, others, reason: now.reason, ...planned(turn, houses) }];
}

function planned({ street, known }: StreetTurn, houses: HouseSet): PlannedHouses {
  return { street, houses, known: known === null ? null : countHouses(intersect(known, houses)) };
}
