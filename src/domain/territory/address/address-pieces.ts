import { cleanStreetText } from '../street-letters.ts';
import { parseStreetName } from '../street-name.ts';
import { type AddressPart, partsOf } from './address-parts.ts';
import {
  BLOCK_ALONE,
  ENGLISH_HOUSE,
  HOUSE_TAIL,
  isArea,
  POSTCODE,
  ROOM_ALONE,
  ROOM_TAIL,
} from './address-words.ts';

export interface House {
  readonly text: string;
  /** `дом 12`, `50А үй`: a bare number may be a flat as well */
  readonly labelled: boolean;
}

/** A piece between commas, in order: parts that name something, and the house at its end. */
export interface Piece {
  readonly parts: readonly AddressPart[];
  readonly house: House | null;
}

/** What one piece says by itself; whether a house stands before it decides the rest. */
interface Reading {
  /** null where nothing is left of it */
  readonly piece: Piece | null;
  /** behind a house: `block` belongs to it, `room` says nothing */
  readonly behind: 'block' | 'room' | null;
  readonly text: string;
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

/** Pieces repeat more than addresses do: so many are remembered. */
const MOST_REMEMBERED = 50_000;

/** Cuts addresses at their commas and tells of each piece what is a house, what a room, and what may be a name. */
export class PieceReader {
  readonly #known = new Map<string, readonly Reading[]>();

  read(text: string): readonly Piece[] {
    const pieces: Piece[] = [];
    // Brackets may have commas in them.
    const raws = text.includes('(') ? [text] : text.split(COMMAS);
    for (const raw of raws)
      for (const reading of this.#readings(raw)) {
        const last = pieces.at(-1);
        if (reading.behind === null || !last?.house) {
          if (reading.piece !== null) pieces.push(reading.piece);
        } else if (reading.behind === 'block')
          pieces.push({
            ...(pieces.pop() ?? last),
            house: { ...last.house, text: `${last.house.text} ${reading.text}` },
          });
      }
    return pieces;
  }

  #readings(raw: string): readonly Reading[] {
    let readings = this.#known.get(raw);
    if (readings !== undefined) return readings;
    const clean = cleanStreetText(raw.replace(NOISE, ' ')).replace(NUMBER_SIGN, '№');
    readings = clean.split(COMMAS).map(piece => readPiece(piece.trim()));
    if (this.#known.size >= MOST_REMEMBERED) this.#known.clear();
    this.#known.set(raw, readings);
    return readings;
  }
}

function readPiece(raw: string): Reading {
  const text = raw.replace(POSTCODE, '').replace(STOP_BEHIND, '').trim();
  if (text === '') return { piece: null, behind: null, text };
  // In front of a house, or of a street, it is not plain whose block it is.
  if (BLOCK_ALONE.test(text))
    return { piece: { parts: [], house: { text, labelled: true } }, behind: 'block', text };
  if (!HAS_DIGIT.test(text)) return { piece: namedPiece(text, null), behind: null, text };
  return { piece: housedPiece(text), behind: ROOM_ALONE.test(text) ? 'room' : null, text };
}

/** null where nothing is left of it. */
function housedPiece(text: string): Piece | null {
  const rest = withoutRooms(text);
  if (rest === '') return null;
  const english = ENGLISH_HOUSE.exec(rest)?.groups;
  if (english?.house !== undefined && english.rest !== undefined)
    return namedPiece(english.rest, { text: english.house, labelled: true });
  const found = HOUSE_TAIL.exec(rest);
  const written = found?.groups?.house;
  if (!found || written === undefined) return namedPiece(rest, null);
  const words = rest.slice(0, found.index).trim().replace(DASH_BEHIND, '');
  // `ул. № 37`: the number is the name.
  if (words !== '' && parseStreetName(words).key === '') return namedPiece(rest, null);
  const labelled = found.groups?.label !== undefined || found.groups?.after !== undefined;
  return namedPiece(words, { text: written, labelled });
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

function namedPiece(words: string, house: House | null): Piece | null {
  if (house === null && isArea(words)) return null;
  return { parts: words === '' ? [] : partsOf(words), house };
}
