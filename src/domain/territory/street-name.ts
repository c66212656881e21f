import { nearestBy } from '../nearest.ts';
import { type StreetKind, streetKindRank } from './street-kinds.ts';
import { cleanStreetText } from './street-letters.ts';
import { findKinds, type KindSpan, type StreetToken, streetTokens } from './street-tokens.ts';
import { isTitle, wordKeys } from './street-words.ts';

export type { StreetKind };

/** A street as somebody wrote it. */
export interface StreetName {
  /** null when no kind is named */
  readonly kind: StreetKind | null;
  /** for people: cleaned, without the word of the kind */
  readonly name: string;
  /** for comparing: folded words in alphabetical order, then what has digits in the order of writing; '' when there is no word */
  readonly key: string;
  /** the key of what stands around the street, where commas and kinds say so: `село Аксу, ул. Абая`; else '' */
  readonly place: string;
}

const INITIAL = /^(?:\p{L}|\p{Lu}\p{Ll})$/u;
const DIGIT = /\p{N}/u;

/**
 * Reads a street's name in Kazakh, Russian or English (domain.md, "Street names"): `Абай көшесі`, `ул. Абая`,
 * `Абая`. A settlement or a microdistrict may stand before it, and its words stay in the key:
 * `село Аксу, ул. Абая` is a street with the key of `Аксу Абая`. Any text is read; an empty one, and one that says
 * no more than `улица`, with an empty name and key.
 */
export function parseStreetName(text: string): StreetName {
  const tokens = streetTokens(cleanStreetText(text));
  const kinds = findKinds(tokens);
  const chosen = chooseKind(tokens, kinds);
  const named = chosen === null ? tokens : without(tokens, [chosen]);
  const rank = chosen === null ? Number.POSITIVE_INFINITY : streetKindRank(chosen.kind);
  // A microdistrict in a residential area, or the other way round: the one between other commas is the place.
  const isPlaceAround = (span: KindSpan) =>
    rank < 3 && span.segment !== chosen?.segment && streetKindRank(span.kind) === rank;
  const lesser = kinds.filter(span => streetKindRank(span.kind) < rank || isPlaceAround(span));
  // `улица Село`: where nothing else is left, the other kind is the name.
  const spans = chosen === null ? lesser : [chosen, ...lesser];
  const words = without(tokens, spans);
  const key = keyOf(placeFirst(words, kinds, numberOfKind(tokens, chosen))) || keyOf(named);
  const around = placeSegments(words, lesser, chosen);
  const place = keyOf(words.filter(({ segment }) => around.has(segment)));
  return { kind: chosen?.kind ?? null, name: display(named), key, place };
}

/**
 * Whether two spellings mean one street: equal keys, and not two different kinds. Within one settlement only, and
 * never by likeness.
 */
export function sameStreet(
  one: { readonly kind: string | null; readonly key: string },
  other: { readonly kind: string | null; readonly key: string },
): boolean {
  if (one.key === '' || one.key !== other.key) return false;
  return one.kind === null || other.kind === null || one.kind === other.kind;
}

/**
 * Suggestions for a key that no street has, best first: likely slips of the hand, then names that have all of its
 * words and more (`Сатпаева` → `Каныша Сатпаева`), or the other way round.
 */
export function nearestStreets<T extends { readonly key: string }>(
  key: string,
  candidates: readonly T[],
  limit: number,
): T[] {
  const slips = nearestBy(key, candidates, candidate => candidate.key, limit);
  const first = firstWord(key);
  // Looking for the first word alone costs a tenth of cutting each name into its words.
  const fuller = candidates.filter(
    ({ key: other }) =>
      (other.includes(first) && hasWordsOf(other, key)) ||
      (key.includes(firstWord(other)) && hasWordsOf(key, other)),
  );
  return [...new Set([...slips, ...fuller])].slice(0, Math.max(0, limit));
}

/** A street's identity within a department's list, stable over spellings: `<settlement key or empty>/<kind>/<name key>`. */
export function streetIdentity(street: {
  readonly name: string;
  readonly kind: StreetKind | null;
  readonly settlement: string | null;
}): string {
  const name = parseStreetName(street.name);
  return `${settlementKey(street.settlement)}/${street.kind ?? name.kind ?? ''}/${name.key}`;
}

/** What settlements are compared by; '' where none is named. */
export function settlementKey(settlement: string | null): string {
  return settlement === null ? '' : parseStreetName(settlement).key;
}

/**
 * The kind nearest to the houses; of equals the first. In `село Аксу, Абая` the village tells nothing about the
 * street after the comma; in `Самал-2, мкр.` the kind follows its name.
 */
function chooseKind(tokens: readonly StreetToken[], kinds: readonly KindSpan[]): KindSpan | null {
  const lastNamed = without(tokens, kinds).at(-1)?.segment ?? 0;
  let chosen: KindSpan | null = null;
  for (const span of kinds) {
    const rank = streetKindRank(span.kind);
    if (rank < 3 && span.segment < lastNamed) continue;
    if (chosen === null || rank > streetKindRank(chosen.kind)) chosen = span;
  }
  return chosen;
}

/** `3-көше`: the number that the kind itself carries. */
function numberOfKind(tokens: readonly StreetToken[], chosen: KindSpan | null): StreetToken | null {
  const before = chosen === null ? undefined : tokens[chosen.from - 1];
  if (before === undefined || before.segment !== chosen?.segment || !DIGIT.test(before.text)) return null;
  return streetKindRank(chosen.kind) === 3 ? before : null;
}

/**
 * Words in the order from the place to the street, however they were written: the numbers of `3-көше, Самал-2` are
 * those of `Самал-2, 3-көше`, and not of `Самал-3, 2-көше`.
 */
function placeFirst(
  words: readonly StreetToken[],
  kinds: readonly KindSpan[],
  last: StreetToken | null,
): StreetToken[] {
  const ranks = new Map<number, number>();
  for (const { segment, kind } of kinds)
    ranks.set(segment, Math.max(ranks.get(segment) ?? 0, streetKindRank(kind)));
  // What has no kind stands nearer than a place and farther than a street.
  const rankOf = (token: StreetToken) => (token === last ? 4 : (ranks.get(token.segment) ?? 2.5));
  return words.toSorted((one, other) => rankOf(one) - rankOf(other));
}

/** The parts between commas that tell where the street is; none where they would leave no street. */
function placeSegments(
  words: readonly StreetToken[],
  lesser: readonly KindSpan[],
  chosen: KindSpan | null,
): ReadonlySet<number> {
  const named = new Set(words.map(({ segment }) => segment));
  const own = chosen !== null && named.has(chosen.segment) ? chosen.segment : null;
  const isStreet = chosen !== null && streetKindRank(chosen.kind) === 3;
  const around = new Set(
    isStreet && own !== null ? named : lesser.map(({ segment }) => segment).filter(one => named.has(one)),
  );
  if (own !== null) around.delete(own);
  return around.size === named.size ? new Set() : around;
}

function without(tokens: readonly StreetToken[], spans: readonly KindSpan[]): StreetToken[] {
  const gone = new Set<number>();
  for (const { from, to } of spans) for (let at = from; at < to; at++) gone.add(at);
  return tokens.filter((_, at) => !gone.has(at));
}

function keyOf(tokens: readonly StreetToken[]): string {
  const named = tokens.filter(({ text, dotted }) => !isTitle(text) && !(dotted && INITIAL.test(text)));
  const words = (named.length > 0 ? named : tokens).flatMap(({ text }) => wordKeys(text));
  const plain = words.filter(word => !DIGIT.test(word)).sort();
  // Numbers keep their order: in `Самал-2, 3-көше` they mean different things.
  return [...plain, ...words.filter(word => DIGIT.test(word))].join(' ');
}

function display(tokens: readonly StreetToken[]): string {
  let name = '';
  let segment = tokens[0]?.segment ?? 0;
  for (const token of tokens) {
    if (name !== '') name += token.segment === segment ? ' ' : ', ';
    name += token.dotted ? `${token.text}.` : token.text;
    segment = token.segment;
  }
  return name;
}

function firstWord(key: string): string {
  const end = key.indexOf(' ');
  return end < 0 ? key : key.slice(0, end);
}

/** Whether `fuller` has every word of `key`, one of them long enough to tell something. */
function hasWordsOf(fuller: string, key: string): boolean {
  const words = key.split(' ');
  const among = new Set(fuller.split(' '));
  return words.some(word => word.length > 2) && words.every(word => among.has(word));
}
