import type { HouseNumber } from '../house-number.ts';
import { houseKey } from '../house-order.ts';
import { containsKey } from '../house-set.ts';
import type { AddressAnswer } from './address-answer.ts';
import { type AddressPattern, patternOf } from './address-pattern.ts';
import { answerAddress, found } from './answer-address.ts';
import { HouseInText } from './house-in-text.ts';
import type { Holder } from './listed-street.ts';
import type { StreetFinder } from './street-finder.ts';

/** Patterns that are remembered: what repeats in a file comes again soon. */
const MOST_PATTERNS = 200_000;
const MOST_HOUSES = 20_000;
/** A house adds so little that no address within this length grows beyond what is read. */
const LONGEST = 450;
/** Has come once: what never comes again must not cost a pattern. */
const SEEN = 'seen';

interface KeyedHouse {
  readonly house: HouseNumber;
  readonly key: string;
}

type Patterns = Map<string, AddressPattern | typeof SEEN | null>;

/** Answers many addresses of one list: exactly what `answerAddress` says, faster where only the houses differ. */
export class AddressAnswers {
  readonly #finder: StreetFinder;
  readonly #house = new HouseInText();
  readonly #houses = new Map<string, KeyedHouse>();
  readonly #patterns: Patterns = new Map();
  /** those of addresses with a flat right behind the house */
  readonly #flats: Patterns = new Map();

  /** @param finder with all its streets: none may be added later */
  constructor(finder: StreetFinder) {
    this.#finder = finder;
  }

  /** @param settlement what a column of its own says of it */
  answer(text: string, settlement = ''): AddressAnswer {
    const house = this.#house;
    if (text.length > LONGEST || !house.find(text)) return answerAddress(text, this.#finder, settlement);
    const { from, to, hasFlat } = house;
    const patterns = hasFlat ? this.#flats : this.#patterns;
    // Behind the house there is no digit any more: the last one tells where it stood. A flat's words all say the same.
    const address = `${text.slice(0, from)}0${hasFlat ? '' : text.slice(to, house.end)}`;
    const memo = settlement === '' ? address : `${settlement}\u0000${address}`;
    let pattern = patterns.get(memo);
    if (pattern === undefined) {
      if (patterns.size >= MOST_PATTERNS) patterns.clear();
      patterns.set(memo, SEEN);
    } else if (pattern === SEEN) {
      pattern = this.#patternOf(text, settlement);
      patterns.set(memo, pattern);
    }
    if (pattern === undefined || pattern === null) return answerAddress(text, this.#finder, settlement);
    return pattern.street === null ? pattern.answer : this.#inStreet(text, pattern);
  }

  #inStreet(text: string, pattern: Extract<AddressPattern, { answer: null }>): AddressAnswer {
    const { street } = pattern;
    const { house, key } = this.#keyed(text);
    const serving: Holder[] = [];
    for (const holder of street.holders)
      if (containsKey(holder.houses, house.number, key)) serving.push(holder);
    return found(street, house, serving, pattern);
  }

  /** The house that was found in the text; few numbers are the houses of many streets. */
  #keyed(text: string): KeyedHouse {
    const written = text.slice(this.#house.from, this.#house.to);
    let keyed = this.#houses.get(written);
    if (keyed === undefined) {
      const house = this.#house.house();
      keyed = { house, key: houseKey(house) };
      if (this.#houses.size >= MOST_HOUSES) this.#houses.clear();
      this.#houses.set(written, keyed);
    }
    return keyed;
  }

  #patternOf(text: string, settlement: string): AddressPattern | null {
    const { from, to } = this.#house;
    const siblings = this.#house.siblings().map(house => ({
      text: text.slice(0, from) + house + text.slice(to),
      house,
    }));
    return patternOf({ text, house: text.slice(from, to) }, siblings, this.#finder, settlement);
  }
}
