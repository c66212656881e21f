import type { Sink } from '../../change/sink.ts';
import type { Tx } from '../../db/dialect.ts';
import type { BindingRow } from '../../db/schema.ts';
import { bindingsOf, type StoredBinding, type StoredStreet, streetsOf } from '../../db/territory.ts';
import type { ApprovalReason } from '../../domain/operation-problems.ts';
import {
  emptySet,
  type HouseSet,
  isEmptySet,
  minus,
  setFromText,
  setToText,
} from '../../domain/territory/house-set.ts';
import { type Held, heldByOthers } from '../../domain/territory/one-school-per-house.ts';
import { streetLabel } from '../../domain/territory/street-label.ts';
import { indexStreets, type StreetIndex } from './lookup.ts';

/** One department's territory as it would be; nothing is written before `emit`. */
export class TerritoryDraft {
  readonly department: string;
  readonly index: StreetIndex;
  readonly #year: string;
  readonly #labels: ReadonlyMap<string, string>;
  readonly #stored: ReadonlyMap<string, StoredBinding>;
  /** street → school → houses */
  readonly #streets = new Map<string, Map<string, HouseSet>>();
  /** what the requests spoke of, whether it moved or not */
  readonly #touched = new Set<string>();

  private constructor(
    year: string,
    department: string,
    streets: readonly StoredStreet[],
    stored: readonly StoredBinding[],
  ) {
    this.#year = year;
    this.department = department;
    this.index = indexStreets(streets);
    this.#labels = new Map(streets.map(street => [street.street, streetLabel(street)]));
    this.#stored = new Map(stored.map(binding => [keyOf(binding), binding]));
    for (const binding of stored) this.#hold(binding.street, binding.school, setFromText(binding.houses));
  }

  static async read(tx: Tx, year: string, department: string): Promise<TerritoryDraft> {
    const streets = await streetsOf(tx, year, department);
    return new TerritoryDraft(year, department, streets, await bindingsOf(tx, year, department));
  }

  get(street: string, school: string): HouseSet {
    return this.#streets.get(street)?.get(school) ?? emptySet;
  }

  set(street: string, school: string, houses: HouseSet): void {
    this.#touched.add(keyOf({ school, street }));
    this.#hold(street, school, houses);
  }

  #hold(street: string, school: string, houses: HouseSet): void {
    const schools = this.#streets.get(street) ?? new Map<string, HouseSet>();
    this.#streets.set(street, schools);
    schools.set(school, houses);
  }

  /** The schools on a street, with their houses. */
  on(street: string): Held[] {
    return [...(this.#streets.get(street) ?? [])].map(([school, houses]) => ({ school, houses }));
  }

  /** Empties a school's territory: what follows says all of it. */
  clear(school: string): void {
    for (const [street, schools] of this.#streets)
      if (schools.has(school)) this.set(street, school, emptySet);
  }

  /** Streams every difference from what is stored. */
  emit(sink: Sink): void {
    const sizes = Map.groupBy(this.#stored.values(), binding => binding.school);
    for (const [school, bindings] of sizes) sink.population(school, bindings.length);
    for (const [street, schools] of [...this.#streets].sort(([a], [b]) => (a < b ? -1 : 1)))
      for (const [school, houses] of [...schools].sort(([a], [b]) => (a < b ? -1 : 1)))
        this.#emitOne(sink, street, school, houses);
  }

  #emitOne(sink: Sink, street: string, school: string, houses: HouseSet): void {
    // What no request spoke of is not part of the change, not even as unchanged rows.
    if (!this.#touched.has(keyOf({ school, street }))) return;
    const stored = this.#stored.get(keyOf({ school, street })) ?? null;
    const after: BindingRow = {
      year: this.#year,
      school,
      street,
      department: this.department,
      houses: setToText(houses),
      shared_houses: stored?.shared_houses ?? null,
      share: stored?.share ?? null,
    };
    const lost = stored === null ? emptySet : minus(setFromText(stored.houses), houses);
    const approval = isEmptySet(lost) ? null : this.#reason(street, school, lost);
    const label = `${school}, ${this.#labels.get(street) ?? street}`;
    const note = { label, weighs: school, ...(approval ? { approval } : {}) };
    if (!isEmptySet(houses)) sink.put('binding', stored, after, note);
    else if (stored !== null) sink.remove('binding', stored, note);
  }

  #reason(street: string, school: string, lost: HouseSet): ApprovalReason {
    const moved = heldByOthers({ school, houses: lost }, this.on(street)).length > 0;
    return moved ? 'moved-between-schools' : 'unbinding';
  }
}

function keyOf({ school, street }: { school: string; street: string }): string {
  return `${school}\t${street}`;
}
