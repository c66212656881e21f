import type { StoredStreet } from '../../db/territory.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import type { StreetKind } from '../../domain/territory/street-kinds.ts';
import { streetLabel } from '../../domain/territory/street-label.ts';
import {
  parseStreetName,
  type StreetName,
  sameStreet,
  settlementKey,
} from '../../domain/territory/street-name.ts';
import type { StreetFileRow } from '../../input/street-file.ts';

interface Called {
  readonly name: StreetName;
  readonly alias: boolean;
  readonly street: StoredStreet;
}

/** A stored street that a row means, or why that cannot be told; null for a street that is new. */
export type Recognised = { readonly street: StoredStreet } | { readonly problem: Problem } | null;

/** The stored street list, for finding the street that a row calls by another of its names. */
export class KnownStreets {
  readonly #byId: ReadonlyMap<string, StoredStreet>;
  readonly #called = new Map<string, Called[]>();

  constructor(streets: readonly StoredStreet[]) {
    this.#byId = new Map(streets.map(street => [street.street, street]));
    for (const street of streets) {
      for (const text of [street.name_kk, street.name_ru]) this.#call(street, text, false);
      for (const text of street.aliases?.split('|') ?? []) this.#call(street, text, true);
    }
  }

  get all(): ReadonlyMap<string, StoredStreet> {
    return this.#byId;
  }

  /**
   * Finds the street of a row whose own identity is not stored: a list in Russian alone names the same streets as
   * one in Kazakh. A name counts before an alias. A row with both names is another street than one with another
   * Kazakh name, whatever they are called in Russian; two candidates do not stop it from being new.
   * @param taken streets that other rows name by their identity
   */
  recognise(row: StreetFileRow, kind: StreetKind | null, taken: ReadonlySet<string>): Recognised {
    const text = row.named === 'ru' ? row.name_ru : row.name_kk;
    const found = this.#find(text, row.settlement, kind, taken);
    const [first, second] = found;
    if (first && !second) return { street: first };
    if (row.named === 'both') {
      const [only, more] = this.#find(row.name_ru, row.settlement, kind, taken).filter(
        street => street.name_kk === street.name_ru,
      );
      return only && !more ? { street: only } : null;
    }
    if (first) return { problem: problem('street-ambiguous', { text, candidates: found.map(streetLabel) }) };
    return null;
  }

  #find(
    text: string,
    settlement: string | null,
    kind: StreetKind | null,
    taken: ReadonlySet<string>,
  ): StoredStreet[] {
    const wanted = { key: parseStreetName(text).key, kind };
    const called = (this.#called.get(`${settlementKey(settlement)}/${wanted.key}`) ?? []).filter(
      ({ name, street }) => sameStreet(name, wanted) && !taken.has(street.street),
    );
    const named = called.filter(({ alias }) => !alias);
    return [...new Set((named.length > 0 ? named : called).map(({ street }) => street))];
  }

  #call(street: StoredStreet, text: string, alias: boolean): void {
    const name = parseStreetName(text);
    const key = `${settlementKey(street.settlement)}/${name.key}`;
    const called = this.#called.get(key) ?? [];
    this.#called.set(key, called);
    called.push({ name: { ...name, kind: name.kind ?? (street.kind as StreetKind) }, alias, street });
  }
}
