import type { Sink } from '../../change/sink.ts';
import type { StreetRow } from '../../db/schema.ts';
import type { StoredBinding, StoredStreet } from '../../db/territory.ts';
import { type Place, type Problem, problem, warning } from '../../domain/problem.ts';
import { readHouseList } from '../../domain/territory/house-list.ts';
import { setToText } from '../../domain/territory/house-set.ts';
import { findSharedNames } from '../../domain/territory/shared-names.ts';
import { type StreetKind, streetKindOf } from '../../domain/territory/street-kinds.ts';
import { parseStreetName, streetIdentity } from '../../domain/territory/street-name.ts';
import type { Entry } from '../../input/rows.ts';
import type { StreetField, StreetFileRow } from '../../input/street-file.ts';
import { streetLabel } from './lookup.ts';

/** One department's street list as a file would make it. */
export class StreetList {
  readonly #sink: Sink;
  readonly #year: string;
  readonly #department: string;
  readonly #known: ReadonlyMap<string, StoredStreet>;
  readonly #lines = new Map<string, number>();
  readonly #after = new Map<string, StreetRow>();
  readonly #aliasPlaces = new Map<string, Place>();

  constructor(sink: Sink, year: string, department: string, known: readonly StoredStreet[]) {
    this.#sink = sink;
    this.#year = year;
    this.#department = department;
    this.#known = new Map(known.map(street => [street.street, street]));
    sink.population(department, known.length);
  }

  take({ row, value }: Entry<StreetField, StreetFileRow>): void {
    const { street, problems } = readStreet(value);
    const earlier = this.#lines.get(street.street);
    if (earlier !== undefined)
      problems.push({
        field: 'name_kk',
        found: problem('street-twice', { name: value.name_kk, line: earlier }),
      });
    else this.#lines.set(street.street, row.line);
    const placed = problems.map(({ field, found }) => ({ ...found, where: row.place(field) }) as Problem);
    if (placed.some(p => p.severity === 'error')) {
      this.#sink.reject(placed);
      return;
    }
    this.#sink.problem(...placed);
    const before = this.#known.get(street.street) ?? null;
    const after: StreetRow = {
      year: this.#year,
      department: this.#department,
      ...street,
      ...unsaid(value, street, before),
    };
    this.#after.set(after.street, after);
    if (value.aliases.length > 0) this.#aliasPlaces.set(after.street, row.place('aliases'));
    this.#sink.put('street', before, after, {
      label: streetLabel(after),
      weighs: this.#department,
    });
  }

  /** Tells which aliases of the file mean another street too: the list is good, but such a name binds nothing. */
  warnOfSharedNames(): void {
    const streets = new Map([...this.#known, ...this.#after]);
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
  removeAbsent(bindings: readonly StoredBinding[]): void {
    for (const [school, bound] of Map.groupBy(bindings, binding => binding.school))
      this.#sink.population(school, bound.length);
    for (const street of this.#known.values()) {
      if (this.#lines.has(street.street)) continue;
      for (const binding of bindings.filter(one => one.street === street.street))
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
    }
  }
}

/** A blank cell says nothing: what it would say stays as it is stored, so no import erases a former name. */
function unsaid({ named }: StreetFileRow, read: ReadStreet, before: StoredStreet | null): Partial<StreetRow> {
  if (before === null) return {};
  return {
    name_kk: named === 'ru' ? before.name_kk : read.name_kk,
    name_ru: named === 'kk' ? before.name_ru : read.name_ru,
    aliases: read.aliases ?? before.aliases,
    houses: read.houses ?? before.houses,
  };
}

type ReadStreet = Omit<StreetRow, 'year' | 'department'>;

interface Found {
  readonly field: StreetField;
  readonly found: Problem;
}

/** The kind may stand in its own column or in the name; a street that names none is a street. */
function readStreet(value: StreetFileRow): {
  street: ReadStreet;
  problems: Found[];
} {
  const problems: Found[] = [];
  const name = parseStreetName(value.name_kk);
  const stated = value.kind === null ? null : streetKindOf(value.kind);
  const kind: StreetKind = stated ?? name.kind ?? parseStreetName(value.name_ru).kind ?? 'street';
  if (name.key === '')
    problems.push({ field: 'name_kk', found: problem('street-key-empty', { name: value.name_kk }) });
  if (value.kind !== null && stated === null)
    problems.push({ field: 'kind', found: problem('street-kind-unknown', { value: value.kind }) });
  const houses = value.houses === null ? null : readHouseList(value.houses);
  problems.push(...(houses?.problems ?? []).map(found => ({ field: 'houses' as const, found })));
  const street = {
    street: streetIdentity({ name: value.name_kk, kind, settlement: value.settlement }),
    name_kk: value.name_kk,
    name_ru: value.name_ru,
    kind,
    settlement: value.settlement,
    aliases: value.aliases.length === 0 ? null : value.aliases.join('|'),
    houses: houses === null ? null : setToText(houses.set),
  };
  return { street, problems };
}
