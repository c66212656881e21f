import type { StreetRow } from '../../db/schema.ts';
import type { StoredStreet } from '../../db/territory.ts';
import { nameKey } from '../../domain/name-key.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import { setToText } from '../../domain/territory/house-set.ts';
import { housesInName } from '../../domain/territory/houses-in-name.ts';
import { isUnclosed } from '../../domain/territory/order/order-marks.ts';
import { type StreetKind, streetKindOf } from '../../domain/territory/street-kinds.ts';
import { parseStreetName, streetIdentity } from '../../domain/territory/street-name.ts';
import { isStreetRange } from '../../domain/territory/street-range.ts';
import type { Entry } from '../../input/rows.ts';
import type { StreetField, StreetFileRow } from '../../input/street-file.ts';
import { readKnownHouses } from './known-houses.ts';

export type ReadStreet = Omit<StreetRow, 'year' | 'department'>;

export interface Found {
  readonly field: StreetField;
  readonly found: Problem;
}

/** One row of a street list, read by the rules of the territory. */
export interface ReadRow extends Entry<StreetField, StreetFileRow> {
  readonly street: ReadStreet;
  /** null when the row names none */
  readonly kind: StreetKind | null;
  readonly problems: readonly Found[];
}

/** The kind may stand in its own column or in the name; a new street that names none is a street. */
export function readStreetRow({ row, value }: Entry<StreetField, StreetFileRow>): ReadRow {
  const problems: Found[] = [];
  const name = parseStreetName(value.name_kk);
  const stated = value.kind === null ? null : streetKindOf(value.kind);
  const inRussian = parseStreetName(value.name_ru).kind;
  const named = stated ?? name.kind ?? inRussian;
  const kind: StreetKind = named ?? 'street';
  const written = value.named === 'ru' ? 'name_ru' : 'name_kk';
  if (name.key === '')
    problems.push({ field: 'name_kk', found: problem('street-key-empty', { name: value.name_kk }) });
  else if (isUnclosed(value[written]))
    problems.push({ field: written, found: problem('street-unclosed', { text: value[written] }) });
  else if (isStreetRange(value[written]))
    problems.push({ field: written, found: problem('street-range', { text: value[written] }) });
  else problems.push(...housesInNames(value));
  if (value.kind !== null && stated === null)
    problems.push({ field: 'kind', found: problem('street-kind-unknown', { value: value.kind }) });
  const odd = kindObjection(value, stated, [name.kind, inRussian]);
  if (odd !== null) problems.push({ field: value.kind === null ? written : 'kind', found: odd });
  const houses = value.houses === null ? null : readKnownHouses(value.houses);
  problems.push(...(houses?.problems ?? []).map(found => ({ field: 'houses' as const, found })));
  const street = {
    street: streetIdentity({ name: value.name_kk, kind, settlement: value.settlement }),
    name_kk: value.name_kk,
    name_ru: value.name_ru,
    kind,
    settlement: value.settlement,
    aliases: value.aliases.length === 0 ? null : value.aliases.join('|'),
    houses: houses === null ? null : setToText(houses.set),
  };
  return { row, value, street, kind: named, problems };
}

/**
 * Different kinds of one name are different streets (domain.md, "Street names"): a row that names two would make one
 * of them. Where the names differ, a stated kind that one of them has decides.
 */
function kindObjection(
  { kind, name_kk, name_ru }: StreetFileRow,
  stated: StreetKind | null,
  named: readonly (StreetKind | null)[],
): Problem | null {
  const names = [...new Set([name_kk, name_ru])].filter((_, at) => named[at] !== null);
  const kinds = new Set(named.filter(found => found !== null));
  if (kind === null) return kinds.size > 1 ? problem('street-kinds-differ', { names }) : null;
  if (stated === null || kinds.size === 0 || kinds.has(stated)) return null;
  return problem('street-kind-contradicts', { value: kind, names });
}

/** Houses in a name would make of one street as many as it has schools. */
function housesInNames({ named, name_kk, name_ru }: StreetFileRow): Found[] {
  const names = [
    ...(named === 'ru' ? [] : [['name_kk', name_kk] as const]),
    ...(named === 'kk' ? [] : [['name_ru', name_ru] as const]),
  ];
  return names.flatMap(([field, text]) => {
    const found = housesInName(text);
    return found === null ? [] : [{ field, found: problem('street-with-houses', { text, ...found }) }];
  });
}

/**
 * The stored street as a row of it would have it. A blank cell says nothing: what it would say stays as it is stored.
 * @param replacing the file is the whole list (`--sync`): other names that it leaves out go; else it only adds them
 */
export function updatedStreet(
  { value: { named, settlement }, street: read, kind }: ReadRow,
  before: StoredStreet,
  replacing: boolean,
): Omit<StreetRow, 'year' | 'department'> {
  return {
    street: before.street,
    kind: kind ?? before.kind,
    name_kk: named === 'ru' ? before.name_kk : read.name_kk,
    name_ru: named === 'kk' ? before.name_ru : read.name_ru,
    // It is the same settlement, and a list in Russian spells it in Russian.
    settlement: named === 'ru' || settlement === null ? before.settlement : settlement,
    aliases: replacing ? (read.aliases ?? before.aliases) : joinedAliases(before.aliases, read.aliases),
    houses: read.houses ?? before.houses,
  };
}

/** Those that are stored and those that are new, in this order: a spelling that somebody accepted outlives an import. */
function joinedAliases(stored: string | null, read: string | null): string | null {
  if (stored === null || read === null) return stored ?? read;
  const kept = stored.split('|');
  const known = new Set(kept.map(nameKey));
  return [...kept, ...read.split('|').filter(alias => !known.has(nameKey(alias)))].join('|');
}
