import type { Sink } from '../../change/sink.ts';
import type { StreetRow } from '../../db/schema.ts';
import type { StoredBinding, StoredStreet } from '../../db/territory.ts';
import { type Place, type Problem, problem, warning } from '../../domain/problem.ts';
import { readHouseList } from '../../domain/territory/house-list.ts';
import { setToText } from '../../domain/territory/house-set.ts';
import { findSharedNames } from '../../domain/territory/shared-names.ts';
import { type StreetKind, streetKindOf } from '../../domain/territory/street-kinds.ts';
import { streetLabel } from '../../domain/territory/street-label.ts';
import { parseStreetName, streetIdentity } from '../../domain/territory/street-name.ts';
import type { Entry } from '../../input/rows.ts';
import type { StreetField, StreetFileRow } from '../../input/street-file.ts';
import { KnownStreets, type Recognised } from './known-streets.ts';

/** One department's street list as a file would make it. */
export class StreetList {
  readonly #sink: Sink;
  readonly #year: string;
  readonly #department: string;
  readonly #known: KnownStreets;
  readonly #rows: ReadRow[] = [];
  readonly #lines = new Map<string, number>();
  readonly #after = new Map<string, StreetRow>();
  readonly #aliasPlaces = new Map<string, Place>();

  constructor(sink: Sink, year: string, department: string, known: readonly StoredStreet[]) {
    this.#sink = sink;
    this.#year = year;
    this.#department = department;
    this.#known = new KnownStreets(known);
    sink.population(department, known.length);
  }

  take({ row, value }: Entry<StreetField, StreetFileRow>): void {
    this.#rows.push({ row, value, ...readStreet(value) });
  }

  /** Streams every row in, once all are known: a row that names a street by its identity comes before one by an alias. */
  settle(): void {
    const known = this.#known.all;
    const taken = new Set(this.#rows.map(({ street }) => street.street).filter(id => known.has(id)));
    for (const read of this.#rows) {
      const own = known.get(read.street.street);
      const recognised = own ? { street: own } : this.#known.recognise(read.value, read.kind, taken);
      this.#put(read, recognised);
    }
  }

  #put({ row, value, street, kind, problems: own }: ReadRow, recognised: Recognised): void {
    const problems = [...own];
    const before = recognised && 'street' in recognised ? recognised.street : null;
    if (recognised && 'problem' in recognised)
      problems.push({ field: value.named === 'kk' ? 'name_kk' : 'name_ru', found: recognised.problem });
    const id = before?.street ?? street.street;
    const earlier = this.#lines.get(id);
    if (earlier !== undefined)
      problems.push({
        field: 'name_kk',
        found: problem('street-twice', { name: value.name_kk, line: earlier }),
      });
    else this.#lines.set(id, row.line);
    const placed = problems.map(({ field, found }) => ({ ...found, where: row.place(field) }) as Problem);
    if (placed.some(p => p.severity === 'error')) {
      this.#sink.reject(placed);
      return;
    }
    this.#sink.problem(...placed);
    const after: StreetRow = {
      year: this.#year,
      department: this.#department,
      ...street,
      ...(before === null ? {} : unsaid(value, street, kind, before)),
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
    const streets = new Map<string, StreetRow>([...this.#known.all, ...this.#after]);
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
    for (const street of this.#known.all.values()) {
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
function unsaid(
  { named }: StreetFileRow,
  read: ReadStreet,
  kind: StreetKind | null,
  before: StoredStreet,
): Partial<StreetRow> {
  return {
    street: before.street,
    kind: kind ?? before.kind,
    name_kk: named === 'ru' ? before.name_kk : read.name_kk,
    name_ru: named === 'kk' ? before.name_ru : read.name_ru,
    // It is the same settlement, and a list in Russian spells it in Russian.
    settlement: named === 'ru' ? before.settlement : read.settlement,
    aliases: read.aliases ?? before.aliases,
    houses: read.houses ?? before.houses,
  };
}

type ReadStreet = Omit<StreetRow, 'year' | 'department'>;

interface Found {
  readonly field: StreetField;
  readonly found: Problem;
}

interface Read {
  readonly street: ReadStreet;
  /** null when the row names none */
  readonly kind: StreetKind | null;
  readonly problems: readonly Found[];
}

type ReadRow = Entry<StreetField, StreetFileRow> & Read;

/** The kind may stand in its own column or in the name; a new street that names none is a street. */
function readStreet(value: StreetFileRow): Read {
  const problems: Found[] = [];
  const name = parseStreetName(value.name_kk);
  const stated = value.kind === null ? null : streetKindOf(value.kind);
  const named = stated ?? name.kind ?? parseStreetName(value.name_ru).kind;
  const kind: StreetKind = named ?? 'street';
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
  return { street, kind: named, problems };
}
