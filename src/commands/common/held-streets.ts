import type { Tx } from '../../db/dialect.ts';
import type { StoredOrg } from '../../db/organisations.ts';
import { ownBindings, type StoredStreet, streetsOf } from '../../db/territory.ts';
import { findStreet, indexStreets, type StreetIndex } from '../../domain/territory/street-index.ts';
import { streetLabel } from '../../domain/territory/street-label.ts';

/** The streets that schools hold in one year, as `bind-streets --unbind` can be told them. */
export class HeldStreets {
  readonly #tx: Tx;
  readonly #year: string;
  readonly #lists = new Map<
    string,
    { streets: ReadonlyMap<string, StoredStreet>; index: StreetIndex<StoredStreet> }
  >();
  #bound: ReadonlyMap<string, readonly string[]> | null = null;

  constructor(tx: Tx, year: string) {
    this.#tx = tx;
    this.#year = year;
  }

  /** A spelling of each street of a school that finds this street and no other, where it has one. */
  async of({ code, department }: StoredOrg): Promise<string[]> {
    const held = (await this.#bindings()).get(code) ?? [];
    if (department === null || held.length === 0) return [];
    const { streets, index } = await this.#listOf(department);
    return held.map(street => {
      const stored = streets.get(street);
      return stored ? spelling(stored, index) : street;
    });
  }

  /** school → its streets; one query however many schools a file changes */
  async #bindings(): Promise<ReadonlyMap<string, readonly string[]>> {
    if (this.#bound === null) {
      const bound = new Map<string, string[]>();
      for (const { school, street } of await ownBindings(this.#tx, this.#year)) {
        const streets = bound.get(school);
        if (streets) streets.push(street);
        else bound.set(school, [street]);
      }
      this.#bound = bound;
    }
    return this.#bound;
  }

  async #listOf(department: string) {
    let list = this.#lists.get(department);
    if (!list) {
      const streets = await streetsOf(this.#tx, this.#year, department);
      list = { streets: new Map(streets.map(one => [one.street, one])), index: indexStreets(streets) };
      this.#lists.set(department, list);
    }
    return list;
  }
}

function spelling(street: StoredStreet, index: StreetIndex<StoredStreet>): string {
  const label = streetLabel(street);
  const names = [label, street.name_kk, street.name_ru, ...(street.aliases?.split('|') ?? [])];
  const finds = (name: string) => {
    const found = findStreet(name, index);
    return found.ok && found.value.street === street.street;
  };
  return names.find(finds) ?? label;
}
