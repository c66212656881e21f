import type { HouseNumber } from '../house-number.ts';
import { contains, type HouseSet, setFromText } from '../house-set.ts';

/** A street of a department's list, with everything it is called. */
export interface StreetEntry {
  readonly department: string;
  /** its identity within the department */
  readonly street: string;
  /** for people, with its settlement */
  readonly label: string;
  readonly kind: string;
  readonly settlement: string | null;
  /** names in both languages, then the aliases */
  readonly names: readonly string[];
}

/** Houses of a street that are bound to a school. */
export class Holder {
  readonly school: string;
  /** why some of the houses are another school's as well; null when nobody meant them to be */
  readonly share: string | null;
  readonly #stored: string;
  readonly #shared: string | null;
  #houses: HouseSet | null = null;

  /** @param stored the sets as the database keeps them; read when they are first asked for */
  constructor(school: string, stored: string, shared: string | null, share: string | null) {
    this.school = school;
    this.share = share;
    this.#stored = stored;
    this.#shared = shared;
  }

  get houses(): HouseSet {
    this.#houses ??= setFromText(this.#stored);
    return this.#houses;
  }

  /** Whether other schools serve the house too on purpose. */
  shares(house: HouseNumber): boolean {
    return this.#shared !== null && contains(setFromText(this.#shared), house);
  }
}

/** A street with who serves it. */
export class ListedStreet {
  readonly entry: StreetEntry;
  readonly settlementKey: string;
  readonly holders: Holder[] = [];

  /** @param settlement the key of its settlement, '' where it has none */
  constructor(entry: StreetEntry, settlement: string) {
    this.entry = entry;
    this.settlementKey = settlement;
  }
}
