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
/** A house adds so little that no address within this length grows beyond what is read. */
const LONGEST = 450;
/** Has come once: what never comes again must not cost a pattern. */
const SEEN = 'seen';

type Patterns = Map<string, AddressPattern | typeof SEEN | null>;

/** Answers many addresses of one list: exactly what `answerAddress` says, faster where only the houses differ. */
export class AddressAnswers {
  readonly #finder: StreetFinder;
  readonly #house = new HouseInText();
  readonly #patterns: Patterns = new Map();
  /** those of addresses with a flat right behind the house */
  readonly #flats: Patterns = new Map();

  /** @param finder with all its streets: none may be added later */
  constructor(finder: StreetFinder) {
    this.#finder = finder;
  }

  answer(text: string): AddressAnswer {
    const house = this.#house;
    if (text.length > LONGEST || !house.find(text)) return answerAddress(text, this.#finder);
    const { from, to, hasFlat } = house;
    const patterns = hasFlat ? this.#flats : this.#patterns;
    // Behind the house there is no digit any more: the last one tells where it stood. A flat's words all say the same.
    const memo = `${text.slice(0, from)}0${hasFlat ? '' : text.slice(to, house.end)}`;
    let pattern = patterns.get(memo);
    if (pattern === undefined) {
      if (patterns.size >= MOST_PATTERNS) patterns.clear();
      patterns.set(memo, SEEN);
    } else if (pattern === SEEN) {
      pattern = this.#patternOf(text);
      patterns.set(memo, pattern);
    }
    if (pattern === undefined || pattern === null) return answerAddress(text, this.#finder);
    return pattern.street === null ? pattern.answer : this.#inStreet(pattern);
  }

  #inStreet({ street, settled }: Extract<AddressPattern, { answer: null }>): AddressAnswer {
    const house = this.#house.house();
    const key = houseKey(house);
    const serving: Holder[] = [];
    for (const holder of street.holders)
      if (containsKey(holder.houses, house.number, key)) serving.push(holder);
    return found(street, house, serving, settled);
  }

  #patternOf(text: string): AddressPattern | null {
    const { from, to } = this.#house;
    const siblings = this.#house.siblings().map(house => ({
      text: text.slice(0, from) + house + text.slice(to),
      house,
    }));
    return patternOf({ text, house: text.slice(from, to) }, siblings, this.#finder);
  }
}
