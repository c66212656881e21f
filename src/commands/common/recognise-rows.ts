import type { StoredStreet } from '../../db/territory.ts';
import { parseStreetName, settlementKey } from '../../domain/territory/street-name.ts';
import type { KnownStreets, Recognised } from './known-streets.ts';
import type { ReadRow } from './street-row.ts';

/**
 * Which stored street each row means; null for a new one. The surest comes first, for a street that one row names is
 * no other row's: its present name, then another of its names, then a row that gives its name as a former one.
 * @param replacing the file is the whole list: a street that would leave it, and one new row with the same Russian
 * name, are one street whose Kazakh spelling was corrected
 */
export function recogniseRows(
  rows: readonly ReadRow[],
  known: KnownStreets,
  replacing: boolean,
): ReadonlyMap<ReadRow, Recognised> {
  const found = new Map<ReadRow, Recognised>();
  const taken = new Set<string>();
  /** rows of one pass do not take streets from each other: two that mean one street are told so */
  const pass = (recognise: (read: ReadRow) => Recognised) => {
    for (const read of rows) if (!found.get(read)) found.set(read, recognise(read));
    for (const one of found.values()) if (one && 'street' in one) taken.add(one.street.street);
  };
  pass(({ street }) => {
    const own = known.named(street.street);
    return own ? { street: own } : null;
  });
  pass(read => known.recognise(read, taken));
  pass(read => known.renamed(read, taken));
  if (replacing) {
    const respelled = respelledStreets(
      rows.filter(read => !found.get(read)),
      [...known.all.values()].filter(({ street }) => !taken.has(street)),
    );
    pass(read => {
      const street = respelled.get(read);
      return street ? { street } : null;
    });
  }
  return found;
}

/** New rows that share the Russian name, the kind and the settlement with one stored street, and with no other new row. */
function respelledStreets(
  rows: readonly ReadRow[],
  streets: readonly StoredStreet[],
): ReadonlyMap<ReadRow, StoredStreet> {
  const key = (name: string, kind: string, settlement: string | null) =>
    `${settlementKey(settlement)}/${kind}/${parseStreetName(name).key}`;
  const stored = Map.groupBy(streets, one => key(one.name_ru, one.kind, one.settlement));
  const fresh = Map.groupBy(
    rows.filter(({ value }) => value.named === 'both'),
    ({ street }) => key(street.name_ru, street.kind, street.settlement),
  );
  return new Map(
    [...fresh].flatMap(([name, [read, ...more]]) => {
      const [street, ...others] = stored.get(name) ?? [];
      return read && street && more.length === 0 && others.length === 0 ? [[read, street] as const] : [];
    }),
  );
}
