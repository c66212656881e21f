import type { NamedStreet, ServedHouses } from '../../../db/address-streets.ts';
import type { ListedStreet, StreetEntry } from '../../../domain/territory/address/listed-street.ts';
import { streetLabel } from '../../../domain/territory/street-label.ts';

/** A stored street as addresses look for it. */
export function entryOf(row: NamedStreet): StreetEntry {
  const { department, street, kind, settlement, name_kk, name_ru, aliases } = row;
  const names = aliases === null ? [name_kk, name_ru] : [name_kk, name_ru, ...aliases.split('|')];
  return { department, street, label: streetLabel(row), kind, settlement, names };
}

/** Gives every street those who serve it. */
export function fill(streets: readonly ListedStreet[], served: readonly ServedHouses[]): void {
  const keyOf = ({ department, street }: { department: string; street: string }) => `${department}/${street}`;
  const byKey = new Map(streets.map(street => [keyOf(street.entry), street]));
  for (const row of served) byKey.get(keyOf(row))?.holders.push(row.holder);
}
