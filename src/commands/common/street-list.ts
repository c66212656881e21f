import type { Sink } from '../../change/sink.ts';
import type { StreetRow } from '../../db/schema.ts';
import type { StoredBinding, StoredStreet } from '../../db/territory.ts';
import { type Place, type Problem, problem, warning } from '../../domain/problem.ts';
import { setFromText, setToText, union } from '../../domain/territory/house-set.ts';
import { areMany, type LostHouses, lostHouses } from '../../domain/territory/lost-houses.ts';
import { describeSet } from '../../domain/territory/set-parts.ts';
import { findSharedNames } from '../../domain/territory/shared-names.ts';
import type { StreetKind } from '../../domain/territory/street-kinds.ts';
import { streetLabel } from '../../domain/territory/street-label.ts';
import type { Entry } from '../../input/rows.ts';
import type { StreetField, StreetFileRow } from '../../input/street-file.ts';
import { KnownStreets, type Recognised } from './known-streets.ts';
import { recogniseRows } from './recognise-rows.ts';
import { type ReadRow, readStreetRow, updatedStreet } from './street-row.ts';

/** One department's street list as a file would make it. */
export class StreetList {
  readonly #sink: Sink;
  readonly #year: string;
  readonly #department: string;
  readonly #replacing: boolean;
  readonly #known: KnownStreets;
  readonly #rows: ReadRow[] = [];
  readonly #lines = new Map<string, number>();
  readonly #after = new Map<string, StreetRow>();
  /** the houses that rows of this file state */
  readonly #ownHouses = new Map<string, string>();
  readonly #aliasPlaces = new Map<string, Place>();

  /** @param replacing the file is the whole list (`--sync`) */
  constructor(
    sink: Sink,
    { year, department, replacing }: { year: string; department: string; replacing: boolean },
    known: readonly StoredStreet[],
  ) {
    this.#sink = sink;
    this.#year = year;
    this.#department = department;
    this.#replacing = replacing;
    this.#known = new KnownStreets(known);
    sink.population(department, known.length);
  }

  take(entry: Entry<StreetField, StreetFileRow>): void {
    this.#rows.push(readStreetRow(entry));
  }

  /** Judges every row, once all are known: which street a row means may depend on the others. */
  settle(): void {
    for (const [read, recognised] of recogniseRows(this.#rows, this.#known, this.#replacing))
      this.#judge(read, recognised);
  }

  /** The list as it will be. */
  get streets(): readonly StreetRow[] {
    const kept = [...this.#known.all.values()].filter(({ street }) => !this.#isLeaving(street));
    return [...new Map([...kept.map(row => [row.street, row] as const), ...this.#after]).values()];
  }

  /** Gives a street the houses that a file of houses has for it; those of its own row stay beside them. */
  setHouses(street: string, listed: string): void {
    const row = this.#after.get(street) ?? this.#known.all.get(street);
    if (!row) return;
    const { year, department, name_kk, name_ru, kind, settlement, aliases } = row;
    const own = this.#ownHouses.get(street);
    const houses = own === undefined ? listed : setToText(union(setFromText(own), setFromText(listed)));
    this.#after.set(street, {
      year,
      department,
      street,
      name_kk,
      name_ru,
      kind,
      settlement,
      aliases,
      houses,
    });
  }

  /** Streams the rows in. */
  async emit(): Promise<void> {
    for (const after of this.#after.values()) {
      const before = this.#known.all.get(after.street) ?? null;
      const lost = before && this.#tellLost(before, after);
      this.#sink.put('street', before, after, {
        label: streetLabel(after),
        ...(lost && areMany(lost) ? { approval: 'known-houses-dropped' } : {}),
        ...(before && fillsHousesAlone(before, after) ? {} : { weighs: this.#department }),
      });
      await this.#sink.drain();
    }
  }

  /** Houses that a row leaves out stand in the plan, whether or not they need approval. */
  #tellLost(before: StreetRow, after: StreetRow): LostHouses | null {
    if (before.houses === null || after.houses === null || before.houses === after.houses) return null;
    const lost = lostHouses(setFromText(before.houses), setFromText(after.houses));
    if (lost === null) return null;
    const args = { dropped: lost.count, of: lost.of, houses: describeSet(lost.houses) };
    this.#sink.problem(warning('known-houses-dropped', { street: streetLabel(after), ...args }));
    return lost;
  }

  #judge(read: ReadRow, recognised: Recognised): void {
    const { row, value, street } = read;
    const problems = [...read.problems];
    const before = recognised && 'street' in recognised ? recognised.street : null;
    const odd = recognised && ('problem' in recognised ? recognised.problem : recognised.odd);
    if (odd) problems.push({ field: value.named === 'ru' ? 'name_ru' : 'name_kk', found: odd });
    const id = before?.street ?? this.#freeIdentity(street.street);
    const earlier = this.#lines.get(id);
    if (earlier === undefined) this.#lines.set(id, row.line);
    else
      problems.push({
        field: 'name_kk',
        found: problem('street-twice', { name: value.name_kk, line: earlier }),
      });
    const placed = problems.map(({ field, found }) => ({ ...found, where: row.place(field) }) as Problem);
    if (placed.some(p => p.severity === 'error')) {
      this.#sink.reject(placed);
      return;
    }
    this.#sink.problem(...placed);
    const after: StreetRow = {
      year: this.#year,
      department: this.#department,
      ...(before === null ? { ...street, street: id } : updatedStreet(read, before, this.#replacing)),
    };
    this.#after.set(id, after);
    if (street.houses !== null) this.#ownHouses.set(id, street.houses);
    if (value.aliases.length > 0) this.#aliasPlaces.set(id, row.place('aliases'));
  }

  /** A street that was renamed keeps its identity; another one may have its former name since. */
  #freeIdentity(wanted: string): string {
    let id = wanted;
    for (let n = 2; this.#known.all.has(id); n++) id = `${wanted}~${n}`;
    return id;
  }

  /** Tells which aliases of the file mean another street too: the list is good, but such a name binds nothing. */
  warnOfSharedNames(): void {
    const streets = new Map(this.streets.map(row => [row.street, row]));
    const called = [...streets.values()].map(row => ({
      street: row.street,
      kind: row.kind as StreetKind,
      settlement: row.settlement,
      names: [row.name_kk, row.name_ru],
      aliases: row.aliases?.split('|') ?? [],
    }));
    for (const { street, alias, other } of findSharedNames(called)) {
      const place = this.#aliasPlaces.get(street);
      const named = streets.get(other);
      if (place && named)
        this.#sink.problem(warning('street-name-shared', { alias, other: streetLabel(named) }, place));
    }
  }

  /** `--sync`: streets that are not in the file leave the list, and their bindings with them. */
  async removeAbsent(bindings: readonly StoredBinding[]): Promise<void> {
    for (const [school, bound] of Map.groupBy(bindings, binding => binding.school))
      this.#sink.population(school, bound.length);
    const byStreet = Map.groupBy(bindings, binding => binding.street);
    for (const street of this.#known.all.values()) {
      if (!this.#isLeaving(street.street)) continue;
      for (const binding of byStreet.get(street.street) ?? [])
        this.#sink.remove('binding', binding, {
          approval: 'unbinding',
          label: `${binding.school}, ${streetLabel(street)}`,
          weighs: binding.school,
        });
      this.#sink.remove('street', street, {
        approval: 'street-removed',
        label: streetLabel(street),
        weighs: this.#department,
      });
      await this.#sink.drain();
    }
  }

  #isLeaving(street: string): boolean {
    return this.#replacing && !this.#lines.has(street);
  }
}

/** Houses that were not known before replace nothing, however many streets get theirs. */
function fillsHousesAlone(before: StreetRow, after: StreetRow): boolean {
  const texts = (row: StreetRow) => [row.name_kk, row.name_ru, row.kind, row.settlement, row.aliases];
  return before.houses === null && texts(before).every((text, at) => text === texts(after)[at]);
}
