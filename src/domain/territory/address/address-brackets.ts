import { partsOf } from './address-parts.ts';
import { FORMER } from './address-words.ts';
import type { ListedStreet } from './listed-street.ts';
import type { StreetFinder } from './street-finder.ts';

/** The name that words say a street had before; null where they say none. */
export function formerName(words: string): string | null {
  const groups = FORMER.exec(words)?.groups;
  return groups?.name ?? groups?.before ?? null;
}

/**
 * What stands in brackets beside a street that is found: another name of it, its settlement, flats and entrances say
 * nothing new. A former name that the list does not have is `quoted`. All else is `left`: it may be where the house
 * really stands.
 */
export function judgeBracket(
  words: string,
  street: ListedStreet,
  finder: StreetFinder,
): 'known' | 'quoted' | 'left' {
  if (words === '') return 'known';
  if (finder.pieces.read(words).pieces.length === 0) return 'known';
  const former = formerName(words);
  const named = finder.named(former ?? words);
  if (named.includes(street)) return 'known';
  if (former !== null) return named.some(other => isNear(other, street)) ? 'left' : 'quoted';
  const [only, more] = partsOf(words);
  if (only === undefined || more !== undefined || only.kind === 'street') return 'left';
  const key = finder.settlement(only.name);
  return key !== null && key === street.settlementKey ? 'known' : 'left';
}

function isNear(other: ListedStreet, { entry, settlementKey }: ListedStreet): boolean {
  return other.entry.department === entry.department && other.settlementKey === settlementKey;
}
