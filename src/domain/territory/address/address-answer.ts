import type { HouseNumber } from '../house-number.ts';
import type { SetPart } from '../set-parts.ts';
import type { Holder, ListedStreet } from './listed-street.ts';

/** Which houses of a street go to one school. */
export interface SchoolHouses {
  readonly school: string;
  readonly houses: readonly SetPart[];
}

/** Why no street, or no house, could be told for certain: code → arguments of the sentence. */
export interface AddressDoubts {
  /** nothing in the text can be a street */
  'address-without-street': { words: string };
  /** nothing but places: the list has the village, or the word of a city stands there */
  'address-only-places': { places: readonly string[] };
  /** it stands on the corner of two streets, and the number may be of either */
  'address-corner': { words: string };
  /** words that are no part of what was read, so that they may change it */
  'address-words-left': { words: readonly string[]; street: string };
  'address-street-unknown': { street: string; nearest: readonly string[] };
  'address-street-several': { street: string; candidates: readonly string[] };
  'address-settlement-unknown': { settlement: string; street: string; candidates: readonly string[] };
  /** the address names several, or a column of its own names another one */
  'address-settlements-differ': { settlements: readonly string[]; street: string };
  'address-house-missing': { street: string; schools: readonly SchoolHouses[] };
  /** one number that may be a house and its flat, or several numbers */
  'address-house-unclear': { houses: readonly string[]; street: string; schools: readonly SchoolHouses[] };
}

export type AddressDoubt = {
  [C in keyof AddressDoubts]: { readonly code: C; readonly args: AddressDoubts[C] };
}[keyof AddressDoubts];

/** What an address says beside its street and house: whoever is answered must be told that nobody checked it. */
export interface Unchecked {
  /** cities and microdistricts that nothing in the list confirms, a former name that it does not have */
  readonly places: readonly string[];
  /** numbers beside the house, which may be flats, and houses that cannot be read on a street where no house decides */
  readonly numbers: readonly string[];
}

/** How the places of an address agree with the street that was found. */
export interface PlaceEvidence {
  /** the settlement in the address told this street from others of its name */
  readonly settled: boolean;
  /** null where the list confirms every word of the address */
  readonly unchecked: Unchecked | null;
}

/** What a parent at an address is told. */
export type AddressAnswer =
  | (PlaceEvidence & {
      readonly outcome: 'one' | 'several' | 'none';
      readonly street: ListedStreet;
      /** null where the whole street has one school, or none */
      readonly house: HouseNumber | null;
      readonly holders: readonly Holder[];
    })
  | {
      readonly outcome: 'unknown-street';
      readonly doubt: AddressDoubt;
      /** where the street is known and the house is not */
      readonly street: ListedStreet | null;
    };
