import type { Sink } from '../../change/sink.ts';
import type { Tx } from '../../db/dialect.ts';
import type { BindingRow } from '../../db/schema.ts';
import { bindingsOf, type StoredBinding, type StoredStreet, streetsOf } from '../../db/territory.ts';
import type { ApprovalReason } from '../../domain/operation-problems.ts';
import { type Holding, nothingHeld, settledAll, storedHolding } from '../../domain/territory/holding.ts';
import { equalSets, isEmptySet, minus, setFromText, setToText } from '../../domain/territory/house-set.ts';
import { indexStreets, type StreetIndex } from '../../domain/territory/street-index.ts';
import { streetLabel } from '../../domain/territory/street-label.ts';
import { planOfStreet, type TerritoryPlan } from '../../domain/territory/territory-plan.ts';

type Holdings = ReadonlyMap<string, Holding>;

/** One department's territory as it would be; nothing is written before `emit`, and only streets spoken of are read. */
export class TerritoryDraft {
  readonly department: string;
  readonly index: StreetIndex<StoredStreet>;
  readonly #year: string;
  readonly #list: ReadonlyMap<string, StoredStreet>;
  readonly #stored: ReadonlyMap<string, readonly StoredBinding[]>;
  /** streets spoken of: what is stored there, by school, and what would be */
  readonly #before = new Map<string, Holdings>();
  readonly #after = new Map<string, Map<string, Holding>>();
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
    this.#list = new Map(streets.map(street => [street.street, street]));
    this.#stored = Map.groupBy(stored, binding => binding.street);
  }

  static async read(tx: Tx, year: string, department: string): Promise<TerritoryDraft> {
    const streets = await streetsOf(tx, year, department);
    return new TerritoryDraft(year, department, streets, await bindingsOf(tx, year, department));
  }

  /** What a school has on a street by now. */
  get(street: string, school: string): Holding {
    return this.#open(street).get(school) ?? nothingHeld;
  }

  /** What it has there as stored. */
  stored(street: string, school: string): Holding {
    this.#open(street);
    return this.#before.get(street)?.get(school) ?? nothingHeld;
  }

  set(street: string, school: string, holding: Holding): void {
    this.#touched.add(keyOf(street, school));
    this.#open(street).set(school, holding);
  }

  /** The schools on a street, with what they have by now. */
  on(street: string): Holdings {
    return this.#open(street);
  }

  /** Empties the territories of some schools: what follows says all of it. */
  clear(schools: ReadonlySet<string>): void {
    for (const [street, bindings] of this.#stored)
      for (const { school } of bindings) if (schools.has(school)) this.set(street, school, nothingHeld);
  }

  /** Streams every difference from what is stored, street by street, and tells what it means for the schools. */
  emit(sink: Sink): TerritoryPlan[] {
    const sizes = new Map<string, number>();
    for (const bindings of this.#stored.values())
      for (const { school } of bindings) sizes.set(school, (sizes.get(school) ?? 0) + 1);
    for (const [school, size] of sizes) sink.population(school, size);
    return [...this.#after.keys()].sort().map(street => this.#emitStreet(sink, street));
  }

  #open(street: string): Map<string, Holding> {
    const open = this.#after.get(street);
    if (open) return open;
    const stored = new Map((this.#stored.get(street) ?? []).map(row => [row.school, storedHolding(row)]));
    this.#before.set(street, stored);
    const after = new Map(stored);
    this.#after.set(street, after);
    return after;
  }

  #emitStreet(sink: Sink, street: string): TerritoryPlan {
    const before = this.#before.get(street) ?? new Map<string, Holding>();
    const after = settledAll(this.#open(street));
    const listed = this.#list.get(street);
    const label = listed === undefined ? street : streetLabel(listed);
    const known = listed?.houses == null ? null : setFromText(listed.houses);
    const plan = planOfStreet({ street: label, known, before, after });
    const givers = new Set(plan.moves.map(({ from }) => from));
    const rows = new Map((this.#stored.get(street) ?? []).map(row => [row.school, row]));
    for (const school of [...after.keys()].sort()) {
      const [old, now] = [before.get(school) ?? nothingHeld, after.get(school) ?? nothingHeld];
      // What no request spoke of is not part of the change, unless its share ends with somebody else's houses.
      if (!this.#touched.has(keyOf(street, school)) && equalSets(old.shared, now.shared)) continue;
      const stored = rows.get(school) ?? null;
      const loses = !isEmptySet(minus(old.houses, now.houses));
      const approval: ApprovalReason = givers.has(school) ? 'moved-between-schools' : 'unbinding';
      const note = { label: `${school}, ${label}`, weighs: school, ...(loses ? { approval } : {}) };
      if (!isEmptySet(now.houses)) sink.put('binding', stored, this.#row(street, school, now), note);
      else if (stored !== null) sink.remove('binding', stored, note);
    }
    return plan;
  }

  #row(street: string, school: string, { houses, shared, reason }: Holding): BindingRow {
    return {
      year: this.#year,
      school,
      street,
      department: this.department,
      houses: setToText(houses),
      shared_houses: isEmptySet(shared) ? null : setToText(shared),
      share: reason,
    };
  }
}

function keyOf(street: string, school: string): string {
  return `${school}\t${street}`;
}
