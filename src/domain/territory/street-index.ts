import { nameKey } from '../name-key.ts';
import { type Problem, problem } from '../problem.ts';
import { type StreetKind, streetKindRank } from './street-kinds.ts';
import { streetLabel } from './street-label.ts';
import {
  nearestStreets,
  parseStreetName,
  type StreetName,
  sameStreet,
  settlementKey,
} from './street-name.ts';
import { unknownStreet } from './unknown-street.ts';

/** How many candidates a problem names. */
const CANDIDATES = 3;

/** A street of a list, with everything it is called; `aliases` are written with `|` between them. */
export interface ListedStreet {
  readonly street: string;
  readonly name_kk: string;
  readonly name_ru: string;
  readonly kind: string;
  readonly settlement: string | null;
  readonly aliases: string | null;
}

/** A spelling of which a person has said what it means (`--accept "WRITTEN=STREET"`). */
export interface AcceptedSpelling<S extends ListedStreet = ListedStreet> {
  readonly written: string;
  readonly street: S;
}

interface Spelling<S> {
  readonly name: StreetName;
  readonly street: S;
}

/** Every spelling of every street of one list, by key. */
export interface StreetIndex<S extends ListedStreet = ListedStreet> {
  names(key: string): readonly Spelling<S>[];
  /** what a street of the list is called, so that no other one is meant */
  label(street: S): string;
  /** the streets whose names come nearest, by such labels; those of another kind only where there are no others */
  nearest(name: StreetName): { readonly labels: readonly string[]; readonly ofKind: boolean };
  /** null where nobody could accept anything; such a list proposes no `--accept` */
  readonly accepted: readonly AcceptedSpelling<S>[] | null;
}

/** The street that a spelling means; `by` is the accepted spelling that decided, null where the list knows it itself. */
export type StreetReading<S extends ListedStreet> =
  | { readonly ok: true; readonly value: S; readonly by: AcceptedSpelling<S> | null }
  | { readonly ok: false; readonly problem: Problem };

/** Indexes a street list; the kind that the list states counts where a name carries none. */
export function indexStreets<S extends ListedStreet>(streets: readonly S[]): StreetIndex<S> {
  const byKey = new Map<string, Spelling<S>[]>();
  const add = (street: S, text: string, settlement?: string) => {
    const bare = namedAs(text, street);
    const name = settlement === undefined ? bare : { ...namedIn(settlement, text), kind: bare.kind };
    const known = byKey.get(name.key);
    if (known) known.push({ name, street });
    else byKey.set(name.key, [{ name, street }]);
  };
  const places = placeNames(streets);
  for (const street of streets) {
    // `село Аксу, Абай көшесі` names the settlement too: it tells two streets of one name apart.
    const { settlement } = street;
    const around = settlement === null ? [] : (places.get(settlementKey(settlement)) ?? [settlement]);
    for (const text of new Set(everyName(street))) {
      add(street, text);
      for (const place of around) add(street, text, place);
    }
  }
  let labels: ReadonlyMap<string, string> | null = null;
  const label = (street: S) => {
    labels ??= streetLabels(streets);
    return labels.get(street.street) ?? streetLabel(street);
  };
  let entries: { key: string; kind: StreetName['kind']; street: S }[] | null = null;
  return {
    accepted: null,
    names: key => byKey.get(key) ?? [],
    label,
    nearest({ key, kind }) {
      entries ??= [...byKey].flatMap(([one, all]) =>
        all.map(({ name, street }) => ({ key: one, kind: name.kind, street })),
      );
      const found = nearestStreets(key, entries, CANDIDATES * CANDIDATES);
      const alike = found.filter(one => kind === null || one.kind === null || one.kind === kind);
      const labels = (alike.length > 0 ? alike : found).map(({ street }) => label(street));
      return { labels: [...new Set(labels)].slice(0, CANDIDATES), ofKind: alike.length > 0 };
    },
  };
}

/**
 * The same list for a command that takes `--accept`: a spelling that the list does not know, or that fits several of
 * its streets, is then looked for among the accepted ones, and a problem proposes the flag. What the list itself
 * takes for one street stays that street, so an accepted pair never overrules it. An accepted spelling counts as an
 * alias would: for every spelling of its key; among several streets only as it was written.
 */
export function withAccepted<S extends ListedStreet>(
  index: StreetIndex<S>,
  pairs: readonly AcceptedSpelling<S>[],
): StreetIndex<S> {
  return { ...index, accepted: [...(index.accepted ?? []), ...pairs] };
}

/** Finds the one street that a spelling means: an exact name, an equal key or an accepted spelling; never a near miss. */
export function findStreet<S extends ListedStreet>(text: string, index: StreetIndex<S>): StreetReading<S> {
  const wanted = parseStreetName(text);
  const meant = new Map<string, S>();
  for (const { name, street } of index.names(wanted.key))
    if (means(name, wanted)) meant.set(street.street, street);
  const streets = [...meant.values()];
  const own = streets.length > 1 ? namedInFull(text, streets, index.label) : streets[0];
  if (own) return { ok: true, value: own, by: null };
  const accepted = findAccepted(text, streets.length === 0 ? wanted : null, index.accepted ?? []);
  const [by, rival] = accepted;
  if (by && !rival) return { ok: true, value: by.street, by };
  const candidates = (streets.length > 0 ? streets : accepted.map(({ street }) => street)).map(index.label);
  if (candidates.length > 0) return failed(problem('street-ambiguous', { text, candidates }));
  return failed(unknownStreet(text, wanted, index));
}

/** What each of some streets is called, so that no two are called alike; by identity. */
export function streetLabels(streets: readonly ListedStreet[]): Map<string, string> {
  const alike = Map.groupBy(streets, streetLabel);
  return new Map(
    streets.map(street => {
      const label = streetLabel(street);
      return [street.street, alike.get(label)?.length === 1 ? label : `${label} (${street.kind})`];
    }),
  );
}

/** Of several streets the one whose whole name was written; what an error proposes must be accepted. */
function namedInFull<S extends ListedStreet>(
  text: string,
  streets: readonly S[],
  label: (street: S) => string,
): S | undefined {
  const wanted = nameKey(text);
  // An exact name wins: first the whole label, then any name by which only one of them goes.
  for (const namesOf of [(street: S) => [label(street)], (street: S) => [streetLabel(street)], everyName]) {
    const [only, more] = streets.filter(street => namesOf(street).some(name => nameKey(name) === wanted));
    if (only && !more) return only;
  }
  return undefined;
}

/**
 * The accepted spellings that decide, one for each street: more than one contradict each other.
 * @param wanted null where only the very words count
 */
function findAccepted<S extends ListedStreet>(
  text: string,
  wanted: StreetName | null,
  accepted: readonly AcceptedSpelling<S>[],
): AcceptedSpelling<S>[] {
  const exact = nameKey(text);
  let fitting = accepted.filter(({ written }) => nameKey(written) === exact);
  if (fitting.length === 0 && wanted !== null)
    fitting = accepted.filter(({ written, street }) => means(namedAs(written, street), wanted));
  return [...new Map(fitting.map(one => [one.street.street, one])).values()];
}

/** `Ақсу ауылы, Жаңа көшесі` is not `Жаңа Ақсу көшесі`: a place that was written is that of the street. */
function means(name: StreetName, wanted: StreetName): boolean {
  return sameStreet(name, wanted) && (wanted.place === '' || wanted.place === name.place);
}

/** Villages and microdistricts that the list has as entries of their own, by every name: each has all of them. */
function placeNames(streets: readonly ListedStreet[]): ReadonlyMap<string, readonly string[]> {
  const places = new Map<string, string[]>();
  for (const street of streets) {
    if (streetKindRank(street.kind as StreetKind) === 3) continue;
    const names = everyName(street);
    const byKey = new Map(names.map(name => [settlementKey(name), name]));
    for (const key of byKey.keys()) places.set(key, [...(places.get(key) ?? []), ...byKey.values()]);
  }
  return places;
}

/** The name after its settlement, whether or not the words alone tell where one ends and the other begins. */
function namedIn(settlement: string, text: string): StreetName {
  const name = parseStreetName(`${settlement}, ${text}`);
  return { ...name, place: name.place || settlementKey(settlement) };
}

function namedAs(text: string, street: ListedStreet): StreetName {
  const name = parseStreetName(text);
  return { ...name, kind: name.kind ?? (street.kind as StreetName['kind']) };
}

function failed(found: Problem): { ok: false; problem: Problem } {
  return { ok: false, problem: found };
}

function everyName({ name_kk, name_ru, aliases }: ListedStreet): string[] {
  return [name_kk, name_ru, ...(aliases?.split('|') ?? [])];
}
