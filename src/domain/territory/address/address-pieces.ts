import { cleanStreetText } from '../street-letters.ts';
import { parseStreetName } from '../street-name.ts';
import type { AddressPart } from './address-parts.ts';
import {
  BLOCK_ALONE,
  ENGLISH_HOUSE,
  HOUSE_TAIL,
  isArea,
  POSTCODE,
  ROOM_ALONE,
  ROOM_TAIL,
} from './address-words.ts';

/** What finds the parts of words; whoever reads many addresses remembers them. */
export type PartsOf = (words: string) => readonly AddressPart[];

export interface House {
  text: string;
  /** `дом 12`, `50А үй`: a bare number may be a flat as well */
  readonly labelled: boolean;
}

/** A piece between commas, in order: parts that name something, and the house at its end. */
export interface Piece {
  readonly parts: readonly AddressPart[];
  readonly house: House | null;
}

const NOISE = /["«»“”„‟*]|\([^()]*\)/gu;
const COMMAS = /[,;]/u;
const HAS_DIGIT = /\p{N}/u;
const NUMBER_SIGN = /(?<![\p{L}\p{N}])[Nn]\s?[o°º]?\.?\s?(?=\d)/gu;
/** The end of a sentence; behind a word the full stop may be a part of it (`қ.`). */
const STOP_BEHIND = /(?<=\d)\.+$/u;
/** `Абая 45 - 12` is as doubtful as `45-12`. */
const DASH_BEHIND = /\s-$/u;
/** Rooms that one piece may end in: `подъезд 2 этаж 3 кв 5`. */
const MOST_ROOMS = 4;

/** Cuts an address at its commas and tells of each piece what is a house, what a room, and what may be a name. */
export function readPieces(text: string, parts: PartsOf): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const raw of cleanStreetText(text.replace(NOISE, ' ')).replace(NUMBER_SIGN, '№').split(COMMAS)) {
    const piece = readPiece(raw.trim(), pieces, parts);
    if (piece !== null) pieces.push(piece);
  }
  return pieces;
}

/** null where nothing is left of it, or where it went to the piece before. */
function readPiece(raw: string, before: readonly Piece[], parts: PartsOf): Piece | null {
  const text = raw.replace(POSTCODE, '').replace(STOP_BEHIND, '').trim();
  if (text === '') return null;
  const last = before.at(-1)?.house;
  if (BLOCK_ALONE.test(text)) {
    // In front of a house, or of a street, it is not plain whose block it is.
    if (!last) return { parts: [], house: { text, labelled: true } };
    last.text += ` ${text}`;
    return null;
  }
  if (!HAS_DIGIT.test(text)) return namedPiece(text, null, parts);
  if (last && ROOM_ALONE.test(text)) return null;
  const rest = withoutRooms(text);
  if (rest === '') return null;
  const english = ENGLISH_HOUSE.exec(rest)?.groups;
  if (english?.house !== undefined && english.rest !== undefined)
    return namedPiece(english.rest, { text: english.house, labelled: true }, parts);
  const found = HOUSE_TAIL.exec(rest);
  const written = found?.groups?.house;
  if (!found || written === undefined) return namedPiece(rest, null, parts);
  const words = rest.slice(0, found.index).trim().replace(DASH_BEHIND, '');
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
