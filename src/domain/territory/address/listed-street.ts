import type { HouseNumber } from '../house-number.ts';
import { contains, type HouseSet, setFromText } from '../house-set.ts';
import { describeSet, type SetPart } from '../set-parts.ts';

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

/** A set of houses as the database keeps it, read when it is first asked for. Thousands of streets have the same few. */
export class StoredHouses {
  readonly #stored: string;
  #set: HouseSet | null = null;
  #parts: readonly SetPart[] | null = null;

  constructor(stored: string) {
    this.#stored = stored;
  }

  get set(): HouseSet {
    this.#set ??= setFromText(this.#stored);
    return this.#set;
  }

  /** what sentences say of it */
  get parts(): readonly SetPart[] {
    this.#parts ??= describeSet(this.set);
    return this.#parts;
  }
}

/** Houses of a street that are bound to a school. */
export class Holder {
  readonly school: string;
  /** why some of the houses are another school's as well; null when nobody meant them to be */
  readonly share: string | null;
  readonly #houses: StoredHouses;
  readonly #shared: string | null;

  /** @param shared the houses that other schools serve too, as stored; null where there are none */
  constructor(school: string, houses: StoredHouses, shared: string | null, share: string | null) {
    this.school = school;
    this.share = share;
    this.#houses = houses;
    this.#shared = shared;
  }

  get houses(): HouseSet {
    return this.#houses.set;
  }

  get parts(): readonly SetPart[] {
    return this.#houses.parts;
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
