import type { StoredStreet } from '../../db/territory.ts';
import { type Problem, problem, warning } from '../../domain/problem.ts';
import type { StreetKind } from '../../domain/territory/street-kinds.ts';
import { streetLabel } from '../../domain/territory/street-label.ts';
import {
  parseStreetName,
  type StreetName,
  sameStreet,
  settlementKey,
  streetIdentity,
} from '../../domain/territory/street-name.ts';
import type { ReadRow } from './street-row.ts';

interface Called {
  readonly name: StreetName;
  readonly alias: boolean;
  readonly street: StoredStreet;
}

/** The stored street that a row means, with what is odd about it, or why that cannot be told; null for a new street. */
export type Recognised =
  | { readonly street: StoredStreet; readonly odd?: Problem }
  | { readonly problem: Problem }
  | null;

/** The stored street list, for finding the street that a row calls by another of its names. */
export class KnownStreets {
  readonly all: ReadonlyMap<string, StoredStreet>;
  /** by what its present names would make its identity: a renamed street keeps the one it was stored with */
  readonly #present = new Map<string, StoredStreet>();
  readonly #called = new Map<string, Called[]>();
  /** the same whatever the settlement */
  readonly #anywhere = new Map<string, Called[]>();

  constructor(streets: readonly StoredStreet[]) {
    this.all = new Map(streets.map(street => [street.street, street]));
    for (const street of streets) {
      const kind = street.kind as StreetKind;
      const { name_kk, name_ru, settlement, aliases } = street;
      const id = streetIdentity({ name: name_kk, kind, settlement });
      if (!this.#present.has(id)) this.#present.set(id, street);
      for (const text of new Set([name_kk, name_ru])) this.#call(street, text, false);
      for (const text of aliases?.split('|') ?? []) this.#call(street, text, true);
    }
  }

  /** The street whose present Kazakh name, kind and settlement a row states. */
  named(id: string): StoredStreet | undefined {
    return this.#present.get(id);
  }

  /**
   * Finds the street of a row that no street has the name of: a list in Russian alone names the same streets as
   * one in Kazakh. A name counts before an alias. A row with both names is another street than one with another
   * Kazakh name, whatever they are called in Russian; two candidates do not stop it from being new.
   * @param taken streets that other rows name
   */
  recognise({ value, kind }: ReadRow, taken: ReadonlySet<string>): Recognised {
    const text = value.named === 'ru' ? value.name_ru : value.name_kk;
    const [first, ...more] = this.#find(text, value.settlement, kind, taken);
    if (first && more.length === 0) return { street: first };
    if (value.named === 'both') {
      const [only, second] = this.#find(value.name_ru, value.settlement, kind, taken).filter(
        street => street.name_kk === street.name_ru,
      );
      if (only) return second ? null : { street: only };
      return first ? null : this.#elsewhere(text, value.settlement, kind, taken);
    }
    if (first) return ambiguous(text, [first, ...more]);
    return this.#elsewhere(text, value.settlement, kind, taken);
  }

  /** The one street whose present name is among the other names of a row: the row renames it. */
  renamed({ value, street }: ReadRow, taken: ReadonlySet<string>): Recognised {
    const found = new Set(
      value.aliases.flatMap(alias => {
        const name = parseStreetName(alias);
        const wanted = { key: name.key, kind: name.kind ?? street.kind };
        return this.#callers(wanted, value.settlement)
          .filter(called => !called.alias && !taken.has(called.street.street))
          .map(called => called.street);
      }),
    );
    const [only, more] = [...found];
    return only && !more ? { street: only } : null;
  }

  /**
   * A row without a settlement may leave it out, unless another row says that the name stands there: of one street
   * it is then the row, of several nobody can tell.
   */
  #elsewhere(
    text: string,
    settlement: string | null,
    kind: StreetKind | null,
    taken: ReadonlySet<string>,
  ): Recognised {
    if (settlement !== null) return null;
    const wanted = { key: parseStreetName(text).key, kind };
    const called = (this.#anywhere.get(wanted.key) ?? []).filter(
      ({ name, alias }) => !alias && sameStreet(name, wanted),
    );
    const found = [...new Set(called.map(one => one.street))];
    if (found.some(({ street }) => taken.has(street))) return null;
    const [only, more] = found;
    if (only === undefined) return null;
    if (more) {
      const settlements = found.flatMap(street => street.settlement ?? []);
      return {
        problem: problem('street-ambiguous', { text, candidates: found.map(streetLabel), settlements }),
      };
    }
    const odd = warning('street-settlement-assumed', { text, street: streetLabel(only) });
    return { street: only, odd };
  }

  #find(
    text: string,
    settlement: string | null,
    kind: StreetKind | null,
    taken: ReadonlySet<string>,
  ): StoredStreet[] {
    const wanted = { key: parseStreetName(text).key, kind };
    const called = this.#callers(wanted, settlement).filter(({ street }) => !taken.has(street.street));
    const named = called.filter(({ alias }) => !alias);
    return [...new Set((named.length > 0 ? named : called).map(({ street }) => street))];
  }

  #callers(wanted: { key: string; kind: string | null }, settlement: string | null): Called[] {
    const called = this.#called.get(`${settlementKey(settlement)}/${wanted.key}`) ?? [];
    return called.filter(({ name }) => sameStreet(name, wanted));
  }

  #call(street: StoredStreet, text: string, alias: boolean): void {
    const name = parseStreetName(text);
    const called = { name: { ...name, kind: name.kind ?? (street.kind as StreetKind) }, alias, street };
    note(this.#called, `${settlementKey(street.settlement)}/${name.key}`, called);
    if (street.settlement !== null) note(this.#anywhere, name.key, called);
  }
}

function note(calls: Map<string, Called[]>, key: string, called: Called): void {
  const known = calls.get(key);
  if (known) known.push(called);
  else calls.set(key, [called]);
}

function ambiguous(text: string, found: readonly StoredStreet[]): Recognised {
  return { problem: problem('street-ambiguous', { text, candidates: found.map(streetLabel) }) };
}
