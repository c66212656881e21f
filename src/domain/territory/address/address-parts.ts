import { streetKindRank } from '../street-kinds.ts';
import { parseStreetName } from '../street-name.ts';
import { cityOf, PLACE_THEN_STREET, settlementOf } from './address-words.ts';
import { isArea } from './area-words.ts';

/** What words of an address name, as far as the words themselves tell. */
export interface AddressPart {
  /** an `area` decides nothing */
  readonly kind: 'street' | 'microdistrict' | 'settlement' | 'city' | 'plain' | 'area';
  /** as written, with the word of the kind */
  readonly words: string;
  /** of cities and settlements without that word */
  readonly name: string;
}

/** The parts of one piece of an address without its house: mostly one, more where no comma parts them. */
export function partsOf(words: string): readonly AddressPart[] {
  const parts: AddressPart[] = [];
  let rest = words;
  // Each turn takes a place away from the front: region, city, microdistrict, no more.
  for (let left = 3; left > 0; left--) {
    const split = splitOff(rest);
    if (split === null) break;
    const { place } = split;
    parts.push(isArea(place) ? { kind: 'area', words: place, name: place } : partOf(place));
    rest = split.rest;
  }
  parts.push(partOf(rest));
  return parts;
}

/** A place is only split off before what is a street, or may be one. */
function splitOff(words: string): { place: string; rest: string } | null {
  for (const pattern of PLACE_THEN_STREET) {
    const { place, rest } = pattern.exec(words)?.groups ?? {};
    if (place !== undefined && rest !== undefined && partOf(place).kind !== 'street') return { place, rest };
  }
  return null;
}

function partOf(words: string): AddressPart {
  const { kind, key } = parseStreetName(words);
  const rank = kind === null || key === '' ? -1 : streetKindRank(kind);
  if (rank >= 2) return { kind: 'street', words, name: words };
  if (rank === 1) return { kind: 'microdistrict', words, name: words };
  const settlement = settlementOf(words);
  if (settlement !== null || rank === 0) return { kind: 'settlement', words, name: settlement ?? words };
  const city = cityOf(words);
  return city === null ? { kind: 'plain', words, name: words } : { kind: 'city', words, name: city };
}
