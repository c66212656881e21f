import { cleanStreetText } from '../street-letters.ts';
import { parseStreetName } from '../street-name.ts';
import { type AddressPart, partsOf } from './address-parts.ts';
import {
  BLOCK_ALONE,
  DASHED_DISTRICT,
  ENGLISH_HOUSE,
  HOUSE_TAIL,
  POSTCODE,
  ROOM_ALONE,
  ROOM_TAIL,
  SAYS_NOTHING,
} from './address-words.ts';
import { isArea } from './area-words.ts';

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

/** Words that say nothing of the school. */
export interface PassedWords {
  /** flats, entrances, postcodes, the word before a house */
  readonly passed: readonly string[];
  /** countries, regions, districts */
  readonly areas: readonly string[];
}

/** An address that is cut at its commas. */
export interface CutAddress extends PassedWords {
  readonly pieces: readonly Piece[];
  /** cleaned, without what stands in brackets */
  readonly text: string;
  /** what stands in brackets, innermost first */
  readonly brackets: readonly string[];
}

/** What one piece says by itself; whether a house stands before it decides the rest. */
interface Reading extends PassedWords {
  /** null where nothing is left of it */
  readonly piece: Piece | null;
  /** behind a house: `block` belongs to it, `room` says nothing */
  readonly behind: 'block' | 'room' | null;
  /** without a postcode */
  readonly text: string;
  /** the whole of it, cleaned */
  readonly written: string;
}

const QUOTES = /["«»“”„‟*]/gu;
const BRACKETS = /\(([^()]*)\)/u;
const COMMAS = /[,;]/u;
const HAS_DIGIT = /\p{N}/u;
const NUMBER_SIGN = /(?<![\p{L}\p{N}])[Nn]\s?[o°º]?\.?\s?(?=\d)/gu;
/** The end of a sentence; behind a word the full stop may be a part of it (`қ.`). */
const STOP_BEHIND = /(?<=\d)\.+$/u;
/** `Абая 45 - 12` is as doubtful as `45-12`. */
const DASH_BEHIND = /\s-$/u;
/** Rooms that one piece may end in: `подъезд 2 этаж 3 кв 5`. */
const MOST_ROOMS = 4;
const NOTHING: readonly string[] = [];

/** Pieces repeat more than addresses do: so many are remembered. */
const MOST_REMEMBERED = 50_000;

/** Cuts addresses at their commas and tells of each piece what is a house, what a room, and what may be a name. */
export class PieceReader {
  readonly #known = new Map<string, readonly Reading[]>();

  read(text: string): CutAddress {
    const pieces: Piece[] = [];
    const passed: string[] = [];
    const areas: string[] = [];
    const brackets: string[] = [];
    let rest = text;
    for (let found = BRACKETS.exec(rest); found !== null; found = BRACKETS.exec(rest)) {
      brackets.push(cleaned(found[1] ?? ''));
      rest = `${rest.slice(0, found.index)} ${rest.slice(found.index + found[0].length)}`;
    }
    const written: string[] = [];
    for (const raw of rest.split(COMMAS))
      for (const reading of this.#readings(raw)) {
        written.push(reading.written);
        const last = pieces.at(-1);
        passed.push(...reading.passed);
        areas.push(...reading.areas);
        if (reading.behind === null || !last?.house) {
          if (reading.piece !== null) pieces.push(reading.piece);
        } else if (reading.behind === 'block')
          pieces.push({
            ...(pieces.pop() ?? last),
            house: { ...last.house, text: `${last.house.text} ${reading.text}` },
          });
        else passed.push(reading.text);
      }
    return { pieces, passed, areas, brackets, text: written.join(', ') };
  }

  #readings(raw: string): readonly Reading[] {
    let readings = this.#known.get(raw);
    if (readings !== undefined) return readings;
    readings = cleaned(raw)
      .split(COMMAS)
      .map(piece => readPiece(piece.trim()));
    if (this.#known.size >= MOST_REMEMBERED) this.#known.clear();
    this.#known.set(raw, readings);
    return readings;
  }
}

function cleaned(text: string): string {
  return cleanStreetText(text.replace(QUOTES, ' ')).replace(DASHED_DISTRICT, ' ').replace(NUMBER_SIGN, '№');
}

function readPiece(written: string): Reading {
  const passed: string[] = [];
  const text = written
    .replace(POSTCODE, code => {
      passed.push(code);
      return '';
    })
    .replace(STOP_BEHIND, '')
    .trim();
  const nothing = { piece: null, behind: null, text, written, passed, areas: NOTHING };
  if (text === '') return nothing;
  if (SAYS_NOTHING.test(text)) return { ...nothing, passed: [...passed, text] };
  // In front of a house, or of a street, it is not plain whose block it is.
  if (BLOCK_ALONE.test(text))
    return { ...nothing, piece: { parts: [], house: { text, labelled: true } }, behind: 'block' };
  const behind = HAS_DIGIT.test(text) && ROOM_ALONE.test(text) ? 'room' : null;
  const found = HAS_DIGIT.test(text) ? housedPiece(text, passed) : namedPiece(text, null);
  return { ...nothing, ...found, behind };
}

type Found = Pick<Reading, 'piece' | 'areas'>;

/** @param passed takes the words that say nothing */
function housedPiece(text: string, passed: string[]): Found {
  const rest = withoutRooms(text, passed);
  if (rest === '') return { piece: null, areas: NOTHING };
  const english = ENGLISH_HOUSE.exec(rest)?.groups;
  if (english?.house !== undefined && english.rest !== undefined)
    return namedPiece(english.rest, { text: english.house, labelled: true });
  const found = HOUSE_TAIL.exec(rest);
  const { house: written, label, after } = found?.groups ?? {};
  if (!found || written === undefined) return namedPiece(rest, null);
  const words = rest.slice(0, found.index).trim().replace(DASH_BEHIND, '');
  // `ул. № 37`: the number is the name.
  if (words !== '' && parseStreetName(words).key === '') return namedPiece(rest, null);
  for (const word of [label, after]) if (word !== undefined) passed.push(word);
  return namedPiece(words, { text: written, labelled: label !== undefined || after !== undefined });
}

function withoutRooms(text: string, passed: string[]): string {
  let rest = text;
  for (let left = MOST_ROOMS; left > 0; left--) {
    const found = ROOM_TAIL.exec(rest);
    if (!found) break;
    passed.push(found[0]);
    rest = rest.slice(0, found.index).trim();
  }
  return rest;
}

function namedPiece(words: string, house: House | null): Found {
  if (house === null && isArea(words)) return { piece: null, areas: [words] };
  if (words === '') return { piece: { parts: [], house }, areas: NOTHING };
  const all = partsOf(words);
  const areas = all.filter(({ kind }) => kind === 'area').map(part => part.words);
  return { piece: { parts: all.filter(({ kind }) => kind !== 'area'), house }, areas };
}
