import { cleanStreetText } from '../street-letters.ts';
import { partsOf } from './address-parts.ts';
import { isArea } from './area-words.ts';
import { isKnownCity } from './known-cities.ts';
import type { Place } from './read-address.ts';

const QUOTES = /["«»“”„‟*]/gu;
/** What stands in brackets is a place as well: nothing of it is passed over. */
const SIGNS = /[,;()]/u;
const RURAL_DISTRICT = /(?:^|\s)(?:округі|округы|округ|с\/о|а\/о|с\.о|а\.о)\.?$/iu;

/** A place that a column of its own names. */
export type StatedPlace = Place & { readonly stated: true };

/**
 * The places of a column `Settlement`: a name without a word is a settlement there, and as strict as one written
 * `село Аксу`, a well-known city a city as in `г. Алматы`; regions and districts are larger than any list and decide nothing.
 */
export function statedPlaces(text: string): readonly StatedPlace[] {
  const places: StatedPlace[] = [];
  for (const piece of cleanStreetText(text.replace(QUOTES, ' ')).split(SIGNS)) {
    const words = piece.trim();
    if (words === '') continue;
    // The villages of a rural district are not told apart by it: like a city it confirms no street.
    if (RURAL_DISTRICT.test(words))
      places.push({ kind: 'city', words, housed: null, written: words, stated: true });
    if (RURAL_DISTRICT.test(words) || isArea(words)) continue;
    for (const { kind, name } of partsOf(words))
      if (kind !== 'area')
        places.push({
          kind:
            kind === 'microdistrict' ? kind : kind === 'city' || isKnownCity(name) ? 'city' : 'settlement',
          ...{ words: name, housed: null, written: words, stated: true },
        });
  }
  return places;
}
