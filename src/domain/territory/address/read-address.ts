import { cleanStreetText } from '../street-letters.ts';
import { parseStreetName } from '../street-name.ts';
import { type AddressPart, partsOf } from './address-parts.ts';
import { BLOCK_ALONE, ENGLISH_HOUSE, HOUSE_TAIL, isArea, POSTCODE, ROOM_TAIL } from './address-words.ts';

/** A place that an address names beside its street. */
export interface Place {
  readonly kind: 'city' | 'settlement' | 'microdistrict' | 'plain';
  /** without the word of a city or settlement */
  readonly words: string;
}

/** One way to tell the street from the house. */
export interface StreetReading {
  readonly street: string;
  /** as written; null where the address has none */
  readonly house: string | null;
}

/** An address as somebody wrote it. */
export interface Address {
  /** in the order of writing */
  readonly places: readonly Place[];
  /** `Самал 2, 15` may be house 15 of Самал-2 or house 2 of Самал: the list of streets decides. Empty where nothing can be a street. */
  readonly readings: readonly StreetReading[];
}

/** What finds the parts of words; whoever reads many addresses remembers them. */
export type PartsOf = (words: string) => readonly AddressPart[];

interface House {
  text: string;
  /** `дом 12`, `50А үй`: a bare number may be a flat as well */
  readonly labelled: boolean;
}

/** A piece between commas, in order: parts that name something, and the house at its end. */
interface Piece {
  readonly parts: readonly AddressPart[];
  readonly house: House | null;
}

const NOISE = /["«»“”„‟*]|\([^()]*\)/gu;
const COMMAS = /[,;]/u;
const HAS_DIGIT = /\p{N}/u;
/** A page that somebody pasted must not cost seconds. */
const LONGEST = 500;
/** Rooms that one piece may end in: `подъезд 2 этаж 3 кв 5`. */
const MOST_ROOMS = 4;

/**
 * Reads an address in Kazakh, Russian or English, as people write it: city, district, settlement, microdistrict,
 * street, house, block, flat, postcode, in any order that is usual. Nothing is looked up here, so all readings that
 * the words allow are given, the likeliest first. A text longer than any address has none.
 */
export function readAddress(text: string, parts: PartsOf = partsOf): Address {
  if (text.length > LONGEST) return { places: [], readings: [] };
  const pieces: Piece[] = [];
  for (const raw of cleanStreetText(text.replace(NOISE, ' ')).split(COMMAS)) {
    const piece = readPiece(raw.trim(), pieces, parts);
    if (piece !== null) pieces.push(piece);
  }
  return compose(pieces);
}

/** null where nothing is left of it, or where it went to the piece before. */
function readPiece(text: string, before: readonly Piece[], parts: PartsOf): Piece | null {
  if (text === '' || (POSTCODE.test(text) && !before.some(({ house }) => house === null))) return null;
  if (!HAS_DIGIT.test(text)) return namedPiece(text, null, parts);
  const last = before.at(-1)?.house;
  if (last && BLOCK_ALONE.test(text)) {
    last.text += ` ${text}`;
    return null;
  }
  const rest = withoutRooms(text);
  if (rest === '') return null;
  const english = ENGLISH_HOUSE.exec(rest)?.groups;
  if (english?.house !== undefined && english.rest !== undefined)
    return namedPiece(english.rest, { text: english.house, labelled: true }, parts);
  const found = HOUSE_TAIL.exec(rest);
  const written = found?.groups?.house;
  if (!found || written === undefined) return namedPiece(rest, null, parts);
  const words = rest.slice(0, found.index).trim();
  // `ул. № 37`: the number is the name.
  if (words !== '' && parseStreetName(words).key === '') return namedPiece(rest, null, parts);
  const labelled = found.groups?.label !== undefined || found.groups?.after !== undefined;
  return namedPiece(words, { text: written, labelled }, parts);
}

function withoutRooms(text: string): string {
  let rest = text;
  for (let left = MOST_ROOMS; left > 0; left--) {
    const found = ROOM_TAIL.exec(rest);
    if (!found) break;
    rest = rest.slice(0, found.index).trim();
  }
  return rest;
}

function namedPiece(words: string, house: House | null, partsOf: PartsOf): Piece | null {
  if (house === null && isArea(words)) return null;
  return { parts: words === '' ? [] : partsOf(words), house };
}

/** Which part is the street, which number the house. */
function compose(pieces: readonly Piece[]): Address {
  const parts = pieces.flatMap(({ parts }, at) => parts.map((part, nth) => ({ part, at, nth })));
  const streets = parts.filter(({ part }) => part.kind === 'street');
  const chosen = streets.length > 0 ? streets : likelyStreet(pieces, parts);
  if (chosen.length === 0) return { places: [], readings: numberedStreet(pieces) };
  const readings = chosen.flatMap(({ part, at, nth }) =>
    readingsOf(part.words, nth === (pieces[at]?.parts.length ?? 0) - 1 ? at : null, at, pieces),
  );
  const places = parts
    .filter(one => !chosen.includes(one) && one.part.kind !== 'street')
    .map(({ part }): Place => ({ kind: part.kind === 'street' ? 'plain' : part.kind, words: part.name }));
  return { places, readings };
}

/** `12-207, 5`: a street may be called by numbers alone. */
function numberedStreet(pieces: readonly Piece[]): StreetReading[] {
  const [first, second] = pieces.flatMap(({ house }) => house ?? []);
  return first && second ? [{ street: first.text, house: second.text }] : [];
}

interface Placed {
  readonly part: AddressPart;
  readonly at: number;
  readonly nth: number;
}

/** Where no part has the word of a street: words with a house behind them, else a microdistrict, else a village. */
function likelyStreet(pieces: readonly Piece[], parts: readonly Placed[]): Placed[] {
  const housed = ({ at, nth }: Placed) => {
    const piece = pieces[at];
    if (piece === undefined || nth !== piece.parts.length - 1) return false;
    return piece.house !== null || pieces[at + 1]?.parts.length === 0;
  };
  const of = (kind: AddressPart['kind']) => parts.filter(({ part }) => part.kind === kind);
  const plain = of('plain');
  const lesser = [...of('microdistrict'), ...of('settlement')];
  const last =
    plain.findLast(housed) ??
    lesser.find(housed) ??
    of('microdistrict').at(-1) ??
    plain.at(-1) ??
    lesser.at(-1);
  return last ? [last] : [];
}

/** @param own the piece whose house stands right behind the street, null where the street is not its last part */
function readingsOf(
  street: string,
  own: number | null,
  at: number,
  pieces: readonly Piece[],
): StreetReading[] {
  const tail = own === null ? null : (pieces[own]?.house ?? null);
  const bare = ({ parts, house }: Piece) => (parts.length === 0 ? (house ?? []) : []);
  const behind = pieces.slice(at + 1).flatMap(bare);
  const next = behind[0] ?? (tail === null ? pieces.slice(0, at).flatMap(bare)[0] : undefined);
  if (tail === null) return [{ street, house: next?.text ?? null }];
  const whole = `${street} ${tail.text}`;
  // `ул. Абая дом 12` can be read in one way only; `Самал 2, дом 15` in the other.
  if (tail.labelled) return [{ street, house: tail.text }];
  if (next?.labelled) return [{ street: whole, house: next.text }];
  const twice = HOUSE_TAIL.exec(street)?.groups?.house;
  const torn = twice === undefined ? [] : pairReading(street, twice, tail.text);
  return [
    ...(next ? [{ street: whole, house: next.text }] : []),
    { street, house: tail.text },
    ...(next ? [] : [{ street: whole, house: null }]),
    ...torn,
  ];
}

/** `Абая 12 45`: two numbers with nothing between them are as doubtful as `12-45`. */
function pairReading(written: string, first: string, second: string): StreetReading[] {
  const street = written.slice(0, written.lastIndexOf(first)).trim();
  return street === '' ? [] : [{ street, house: `${first}-${second}` }];
}
