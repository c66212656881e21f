import type { Tx } from '../../db/dialect.ts';
import { storedRows } from '../../db/stored-rows.ts';
import { cell, type Row } from '../../db/tables.ts';
import { bindingsOnStreet, type StoredBinding, streetsOf } from '../../db/territory.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import { isEmptySet, minus, setFromText } from '../../domain/territory/house-set.ts';
import { type BoundHouses, findOverlaps } from '../../domain/territory/overlaps.ts';
import { describeSet } from '../../domain/territory/set-parts.ts';
import type { StreetKind } from '../../domain/territory/street-kinds.ts';
import { streetLabel } from '../../domain/territory/street-label.ts';
import { streetIdentity } from '../../domain/territory/street-name.ts';
import type { MovedBinding, Undone } from './undone.ts';

/**
 * The rules about the territory after an undo, as `bind-streets` and `import-streets` hold them: a house has one school
 * unless it is shared on purpose, and a list has no street twice.
 */
export async function checkTerritory(tx: Tx, undone: Undone, undo: number): Promise<Problem[]> {
  const found: Problem[] = [];
  for (const [street, moved] of undone.bindings) found.push(...(await checkStreet(tx, street, moved, undo)));
  for (const [list, streets] of undone.streets) found.push(...(await checkList(tx, list, streets, undo)));
  return found;
}

async function checkStreet(
  tx: Tx,
  place: string,
  moved: ReadonlyMap<string, MovedBinding>,
  undo: number,
): Promise<Problem[]> {
  const [year = '', department = '', ...rest] = place.split('/');
  const street = rest.join('/');
  const now = await bindingsOnStreet(tx, year, department, street);
  const before = [
    ...now.filter(({ school }) => !moved.has(school)),
    ...[...moved.values()].flatMap(one => (one.before ? [one.before] : [])),
  ];
  const old = findOverlaps(before.map(bound));
  const found: Problem[] = [];
  for (const { schools, houses } of findOverlaps(now.map(bound))) {
    const same = old.find(one => one.schools.join() === schools.join());
    const fresh = same ? minus(houses, same.houses) : houses;
    if (isEmptySet(fresh)) continue;
    const [school = '', other = ''] = moved.has(schools[0]) ? schools : [schools[1], schools[0]];
    const later = now.find(row => row.school === other)?.change ?? undo;
    const [listed] = await storedRows(tx, 'street', now.slice(0, 1));
    const label = listed ? streetLabel(listed as never) : street;
    const by = later === undo ? null : later;
    found.push(
      problem('undo-doubles-houses', { street: label, school, other, houses: describeSet(fresh), by }),
    );
  }
  return found;
}

function bound(row: Row | StoredBinding): BoundHouses {
  const text = (column: string) => cell(row as Row, column);
  const shared = text('shared_houses');
  return {
    school: String(text('school')),
    street: String(text('street')),
    set: setFromText(String(text('houses'))),
    ...(shared === null ? {} : { shared: setFromText(String(shared)) }),
  };
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
