import type { AddressPart } from './address-parts.ts';
import { type CutAddress, type House, type PassedWords, type Piece, PieceReader } from './address-pieces.ts';
import { HOUSE_TAIL } from './address-words.ts';

/** A place that an address names beside its street. */
export interface Place {
  readonly kind: 'city' | 'settlement' | 'microdistrict' | 'plain';
  /** without the word of a city or settlement, with the number behind it: Бесауыл 2 is not Бесауыл */
  readonly words: string;
  /** the same without that number: with a house it may be a second street; null where there is none */
  readonly housed: string | null;
  /** as written, with its kind and its number */
  readonly written: string;
}

/** One way to tell the street from the house. */
export interface StreetReading {
  readonly street: string;
  /** as written; null where the address has none */
  readonly house: string | null;
}

/** An address as somebody wrote it. */
export interface Address extends PassedWords {
  /** cleaned, without what stands in brackets */
  readonly text: string;
  /** what stands in brackets */
  readonly brackets: readonly string[];
  /** in the order of writing */
  readonly places: readonly Place[];
  /** `Самал 2, 15` may be house 15 of Самал-2 or house 2 of Самал: the list of streets decides. Empty where nothing can be a street. */
  readonly readings: readonly StreetReading[];
}

/** Between numbers that may all be the house: no house has it in itself. */
export const HOUSES_APART = ', ';

/** A page that somebody pasted must not cost seconds. */
const LONGEST = 500;

/**
 * Reads an address in Kazakh, Russian or English, as people write it: city, district, settlement, microdistrict,
 * street, house, block, flat, postcode, in any order that is usual. Nothing is looked up here, so all readings that
 * the words allow are given, the likeliest first. A text longer than any address has none.
 * @param pieces whoever reads many addresses keeps one: it remembers what repeats
 */
export function readAddress(text: string, pieces = new PieceReader()): Address {
  if (text.length > LONGEST) return { ...NOTHING_READ, text };
  const cut = pieces.read(text);
  return { ...compose(cut.pieces), ...sayingNothing(cut) };
}

const NOTHING_READ: Address = { places: [], readings: [], passed: [], areas: [], brackets: [], text: '' };

function sayingNothing({ passed, areas, brackets, text }: CutAddress) {
  return { passed, areas, brackets, text };
}

/** Which part is the street, which number the house. */
function compose(pieces: readonly Piece[]): Pick<Address, 'places' | 'readings'> {
  const parts = pieces.flatMap(({ parts }, at) => parts.map((part, nth) => ({ part, at, nth })));
  const streets = parts.filter(({ part }) => part.kind === 'street');
  const chosen = streets.length > 0 ? streets : likelyStreet(pieces, parts);
  const named = chosen.flatMap(({ part, at, nth }) =>
    readingsOf(part.words, nth === (pieces[at]?.parts.length ?? 0) - 1 ? at : null, at, pieces),
  );
  const readings = chosen.length === 0 ? numberedStreet(pieces) : named;
  const places = parts
    .filter(one => !chosen.includes(one) && one.part.kind !== 'street')
    .map(({ part, at, nth }): Place => {
      const piece = pieces[at];
      const number = nth === (piece?.parts.length ?? 0) - 1 ? piece?.house?.text : undefined;
      const kind = part.kind === 'street' || part.kind === 'area' ? 'plain' : part.kind;
      const { name, words } = part;
      if (number === undefined) return { kind, words: name, housed: null, written: words };
      return { kind, words: `${name} ${number}`, housed: name, written: `${words} ${number}` };
    });
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
  const before = pieces.slice(0, at).flatMap(bare);
  if (tail === null) {
    const plain = { street, house: houseAmong(before, behind) };
    const [first, second] = behind;
    const village = pieces[at]?.parts.find(({ kind, words }) => kind === 'settlement' && words === street);
    // `с. Аксу, 6, 5`: streets of a village may be numbers.
    if (village === undefined || first === undefined || second === undefined) return [plain];
    return [plain, { street: `${village.name} ${first.text}`, house: second.text }];
  }
  const ahead = before.filter(one => one.labelled);
  const labelled = behind.filter(one => one.labelled);
  const whole = `${street} ${tail.text}`;
  // `ул. Абая дом 12` can be read in one way only; `Самал 2, дом 15` in the other.
  if (tail.labelled) return [{ street, house: listed([...ahead, tail, ...labelled]) }];
  const next = houseAmong(before, behind);
  if (labelled.length > 0) return [{ street: whole, house: next }];
  const twice = HOUSE_TAIL.exec(street)?.groups?.house;
  const torn = twice === undefined ? [] : pairReading(street, twice, tail.text);
  return [
    ...(next === null ? [] : [{ street: whole, house: next }]),
    { street, house: listed([...before, tail]) },
    ...(next === null ? [{ street: whole, house: null }] : []),
    ...torn,
  ];
}

/**
 * The house of a street that has none right behind it: the one with the word of a house, else the first number behind,
 * for a flat follows its house. Numbers on both sides are all given, and nobody reads them for one house.
 */
function houseAmong(before: readonly House[], behind: readonly House[]): string | null {
  const labelled = [...before, ...behind].filter(one => one.labelled);
  if (labelled.length > 0) return listed(labelled);
  const [first] = behind;
  if (first === undefined) return before.length > 0 ? listed(before) : null;
  return listed([...before, first]);
}

function listed(houses: readonly House[]): string {
  return [...new Set(houses.map(({ text }) => text))].join(HOUSES_APART);
}

/** `Абая 12 45`: two numbers with nothing between them are as doubtful as `12-45`. */
function pairReading(written: string, first: string, second: string): StreetReading[] {
  const street = written.slice(0, written.lastIndexOf(first)).trim();
  return street === '' ? [] : [{ street, house: `${first}-${second}` }];
}
