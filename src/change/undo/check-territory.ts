import type { Tx } from '../../db/dialect.ts';
import { streetsOf } from '../../db/territory.ts';
import { type Problem, problem, warning } from '../../domain/problem.ts';
import { type Holding, idleShare } from '../../domain/territory/holding.ts';
import { isEmptySet, minus } from '../../domain/territory/house-set.ts';
import { findOverlaps, type Overlap } from '../../domain/territory/overlaps.ts';
import { describeSet } from '../../domain/territory/set-parts.ts';
import type { StreetKind } from '../../domain/territory/street-kinds.ts';
import { streetLabel } from '../../domain/territory/street-label.ts';
import { streetIdentity } from '../../domain/territory/street-name.ts';
import type { Undone } from './undone.ts';
import type { UndoneStreet } from './undone-streets.ts';

/**
 * The rules about the territory after an undo, as `bind-streets` and `import-streets` hold them: a house has one school
 * unless it is shared on purpose, what is shared has two, and a list has no street twice.
 */
export async function checkTerritory(
  tx: Tx,
  undone: Undone,
  undo: number,
  bound: readonly UndoneStreet[],
): Promise<Problem[]> {
  const found = bound.flatMap(street => [...doubledHouses(street, undo), ...idleShares(street)]);
  for (const [list, restored] of undone.streets) found.push(...(await checkList(tx, list, restored, undo)));
  return found;
}

/** What two schools have by now and had not before: an overlap that was there all along is not the undo's. */
function doubledHouses({ street, before, after, moved, writtenBy }: UndoneStreet, undo: number): Problem[] {
  const old = overlapsOf(street, before);
  return overlapsOf(street, after).flatMap(({ schools, houses }) => {
    const same = old.find(one => one.schools.join() === schools.join());
    const fresh = same ? minus(houses, same.houses) : houses;
    if (isEmptySet(fresh)) return [];
    const [school, other] = moved.has(schools[0]) ? schools : [schools[1], schools[0]];
    const later = writtenBy.get(other) ?? undo;
    const by = later === undo ? null : later;
    return [problem('undo-doubles-houses', { street, school, other, houses: describeSet(fresh), by })];
  });
}

function overlapsOf(street: string, holdings: ReadonlyMap<string, Holding>): Overlap[] {
  return findOverlaps(
    [...holdings].map(([school, { houses: set, shared }]) => ({ school, street, set, shared })),
  );
}

/** Houses that are shared with nobody since the undo: nothing is wrong, but whoever shared them would not expect it. */
function idleShares({ street, before, after }: UndoneStreet): Problem[] {
  return [...after.keys()].flatMap(school => {
    const fresh = minus(idleShare(after, school), idleShare(before, school));
    if (isEmptySet(fresh)) return [];
    return [warning('share-idle', { street, school, houses: describeSet(fresh) })];
  });
}

async function checkList(
  tx: Tx,
  list: string,
  restored: ReadonlySet<string>,
  undo: number,
): Promise<Problem[]> {
  const [year = '', department = ''] = list.split('/');
  const streets = await streetsOf(tx, year, department);
  const named = Map.groupBy(streets, ({ name_kk, kind, settlement }) =>
    streetIdentity({ name: name_kk, kind: kind as StreetKind, settlement }),
  );
  return [...named.values()].flatMap(same => {
    const [back, ...others] = same.toSorted(
      (a, b) => Number(restored.has(b.street)) - Number(restored.has(a.street)),
    );
    const other = others.find(one => !restored.has(one.street)) ?? null;
    if (!back || !other || !restored.has(back.street)) return [];
    const by = other.change === undo ? null : other.change;
    return [problem('undo-doubles-street', { street: streetLabel(back), by })];
  });
}
