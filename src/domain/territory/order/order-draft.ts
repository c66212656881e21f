import { type Problem, problem } from '../../problem.ts';
import { readHouseList } from '../house-list.ts';
import { equalSets, wholeStreet } from '../house-set.ts';
import { settlementInBrackets } from './order-bracket.ts';
import type { OrderItem, OrderSplit } from './order-item.ts';
import { isUnclosed } from './order-marks.ts';
import { type AroundName, cleanHouses, splitItem } from './order-split.ts';
import { saysMore } from './order-verbs.ts';

/** More words than a person needs to find an item again. */
const QUOTED = 300;
const TRAILING = /[\s;,]+$/u;
/** A number that stands apart from the words may be a house; `Самал-2` and `18 микрорайон` are names. */
const LOOSE_NUMBER = /(?<![\p{L}\d]-?)\d/u;
const NUMBER_OF_KIND = /^\s*(?:\d+\p{L}?[-\s]+\p{L}[\p{L}/-]*\.?|\p{L}[\p{L}/-]*\.?\s*\d+\p{L}?)\s*$/u;

const NUMBERED_PLACE =
  /^(?:(?:мкр-?н?|м-он|микрорайон|квартал|кв-л|ш\/а|м\/а|шағын ?аудан\p{L}*|ықшам ?аудан\p{L}*)\.?\s*№?\s*\d+\p{L}?|№?\s*\d+\p{L}?[-\s]*(?:мкр-?н?|м-он|микрорайон|квартал|кв-л|ш\/а|м\/а|шағын ?аудан\p{L}*|ықшам ?аудан\p{L}*))\.?$/iu;

/** An item that is being read: what follows may still belong to its houses. */
export class ItemDraft {
  readonly line: number;
  readonly school: number | null;
  readonly weak: boolean;
  readonly joined: boolean;
  readonly sentence: number;
  readonly #around: AroundName;
  #lastSentence: number;
  /** the beginning as it stands in the order */
  readonly #written: string;
  /** how long it is up to its first comma */
  readonly #first: number;
  #pieces: string[];
  doubt: Problem | null = null;

  constructor(
    text: string,
    place: Pick<OrderItem, 'line' | 'school' | 'weak' | 'joined'> & { readonly sentence: number },
    around: AroundName,
    written: string = text,
  ) {
    this.#written = written;
    this.#pieces = [text];
    this.#first = text.length;
    this.line = place.line;
    this.school = place.school;
    this.weak = place.weak;
    this.joined = place.joined;
    this.sentence = place.sentence;
    this.#lastSentence = place.sentence;
    this.#around = around;
  }

  /** Whether nothing but a name has been written so far. */
  get isNameAlone(): boolean {
    const [name = '', more] = this.#pieces;
    if (more !== undefined || name.includes('(') || this.#around.housesBefore !== '') return false;
    return !LOOSE_NUMBER.test(name) || NUMBER_OF_KIND.test(name);
  }

  /** Nothing but a number: a name only where a kind stands before it. */
  get isNumberAlone(): boolean {
    return this.#pieces.length === 1 && /^\d+\p{L}?$/u.test(this.name);
  }

  /** `мкр. 6`, `6 микрорайон`: a place that only its number names. */
  get isNumberedPlace(): boolean {
    return this.#pieces.length === 1 && NUMBERED_PLACE.test(this.name);
  }

  /** `нечётная сторона ул. Гагарина, ул. Чехова`: what stands before this street may go for the next one too. */
  get sideAhead(): string | null {
    const { housesBefore, sideBefore } = this.#around;
    if (housesBefore === '') return this.isNameAlone ? sideBefore : null;
    const { set } = readHouseList(cleanHouses(housesBefore));
    return this.#pieces.length > 1 || equalSets(set, wholeStreet) ? null : oneLine(housesBefore);
  }

  get name(): string {
    return oneLine(this.#pieces[0] ?? '')
      .replace(TRAILING, '')
      .trim();
  }

  /** Adds what goes on with its houses. @param mark what set it apart @param sentence where it stands */
  add(text: string, mark: ',' | ';' | '\n', sentence: number): void {
    this.#lastSentence = sentence;
    this.#pieces.push(mark === '\n' ? ';\n' : mark, mark === '\n' ? text.trimStart() : text);
  }

  item(): OrderItem {
    const written = [this.#written, ...this.#pieces.slice(1)].join('').replace(TRAILING, '').trim();
    const words = oneLine(written);
    const splits = this.#splits(oneLine(this.#pieces.join('')));
    return {
      line: this.line,
      school: this.school,
      words,
      splits,
      weak: this.weak,
      joined: this.joined,
      sentence: this.sentence,
      lastSentence: this.#lastSentence,
      lines: written.split('\n'),
      doubt: this.doubt ?? this.#ownDoubt(words),
    };
  }

  /** `Абая (с. Аксу) 1-9`: the settlement in brackets is that of the street, whatever stands over it. */
  #splits(text: string): OrderSplit[] {
    const around = { ...this.#around, housesBefore: oneLine(this.#around.housesBefore) };
    const bracketed = settlementInBrackets(text);
    if (bracketed === null) return splitItem(text, this.#first, around);
    const first = bracketed.text.indexOf(',');
    const end = first < 0 || this.#first >= text.length ? bracketed.text.length : first;
    return splitItem(bracketed.text, end, { ...around, within: [bracketed.place] });
  }

  #ownDoubt(words: string): Problem | null {
    if (saysMore(words)) return problem('order-words-unread', { words: quoted(words) });
    const { sideBefore } = this.#around;
    if (sideBefore !== null && this.isNameAlone) {
      const candidates = [this.name, `${sideBefore} ${this.name}`];
      return problem('order-split-unclear', { words: quoted(words), candidates });
    }
    return isUnclosed(words) ? problem('order-unclosed', { words: quoted(words) }) : null;
  }
}

/** Houses that stand before any street of their school. */
export function housesAlone(text: string, line: number, school: number | null, sentence: number): OrderItem {
  const words = oneLine(text);
  const doubt = problem('order-houses-without-street', { words: quoted(words) });
  const place = { line, school, sentence, lastSentence: sentence, weak: true, joined: false };
  return { ...place, words, splits: [], lines: text.split('\n'), doubt };
}

/** Words that go over several lines, as one. */
export function oneLine(words: string): string {
  return words.replaceAll('\n', ' ');
}

/** Words of an order as a problem quotes them. */
export function quoted(text: string): string {
  const words = oneLine(text);
  return words.length <= QUOTED ? words : `${words.slice(0, QUOTED).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}
