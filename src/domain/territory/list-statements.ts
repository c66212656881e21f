import { type Problem, problem, warning } from '../problem.ts';
import { type Side, sideOf } from './house-cuts.ts';
import type { HouseNumber } from './house-number.ts';
import { hasSuffix } from './house-number.ts';
import {
  type HouseSet,
  isEmptySet,
  numberRange,
  type RangeEnd,
  singleHouse,
  unionAll,
  wholeNumber,
} from './house-set.ts';
import type { Phrase } from './list-phrase.ts';
import type { StatedSide } from './list-side.ts';

export type Effect = 'add' | 'except' | 'except-in-brackets';

/** One item of a house list with the houses it stands for. */
export interface Statement {
  /** The words of the list it was read from. */
  readonly words: string;
  readonly set: HouseSet;
  /** Added, or taken from what stands before; brackets tell where exceptions end, a semicolon does not for certain. */
  readonly effect: Effect;
  /** Houses named one by one; empty for anything else. */
  readonly houses: readonly HouseNumber[];
  /**
   * Houses written beside it that it holds already make the list unclear: `all` for a side or the street,
   * `onward` for a lone `с 6`, which may also begin a list; null for anything else.
   */
  readonly swallows: 'all' | 'onward' | null;
  /** The side of a range was not written but taken from its ends (domain.md, "A range without a side"). */
  readonly isSideInferred: boolean;
  /** The side of the house from which it goes on, where none was written; null for anything else. */
  readonly onward: Side | null;
}

/** What stands around an item. `count` is how many houses its words give it. `isAll`: headed by `все дома`. `lapsed` says that a heading (`чётные:`) stood before the last semicolon. */
export interface Surroundings {
  readonly words: string;
  readonly stated: StatedSide | null;
  readonly count: number | null;
  readonly isAll: boolean;
  /** The side comes from a heading, and another item stands between the two. */
  readonly isFurther: boolean;
  readonly lapsed: boolean;
  readonly effect: Effect;
  readonly strict: boolean;
}

/** Gives an item its side and its houses, or says why that cannot be done; a warning comes beside the statement. */
export function stateItem(
  phrase: Phrase,
  around: Surroundings,
): { readonly statement: Statement | null; readonly problem: Problem | null } {
  const { words, stated } = around;
  const numbers = numbersOf(phrase);
  const isOpen = phrase.kind === 'from' || phrase.kind === 'up-to';
  const isRange = phrase.kind === 'range' || isOpen;
  const inferred = isRange && stated === null ? inferSide(numbers, isOpen) : null;
  const isSame = numbers.length === 2 && numbers[0] === numbers[1];
  if (inferred !== null && !isSame && isSideNeeded(around, inferred)) {
    return { statement: null, problem: problem('houses-side-missing', { words, side: inferred }) };
  }
  const side = stated ?? inferred ?? 'both';
  const set = setOf(phrase, side);
  const isStray = numbers.some(number => side !== 'both' && sideOf(number) !== side);
  if (side !== 'both' && isRange && isStray && around.isFurther) {
    const instead = inferSide(numbers, isOpen);
    return { statement: null, problem: problem('houses-side-strays', { words, side, instead }) };
  }
  const isElsewhere =
    side !== 'both' && numbers.length > 0 && numbers.every(number => sideOf(number) !== side);
  if (side !== 'both' && ((!isRange && isStray) || isEmptySet(set))) {
    return { statement: null, problem: problem('houses-side-mismatch', { words, side }) };
  }
  const most = phrase.kind === 'range' ? numbersBetween(phrase.from.number, phrase.to.number, side) : 0;
  if (around.count !== null && around.count > most) {
    const args = { words, count: around.count, numbers: most };
    return { statement: null, problem: problem('houses-count-differs', args) };
  }
  const isLoneFrom = phrase.kind === 'from' && !phrase.certain && stated === null;
  const statement: Statement = {
    words,
    set,
    effect: around.effect,
    houses: phrase.kind === 'houses' ? phrase.houses : [],
    swallows: phrase.kind === 'all' ? 'all' : isLoneFrom ? 'onward' : null,
    isSideInferred: inferred !== null && !isSame,
    onward: phrase.kind === 'from' && stated === null ? sideOf(phrase.from.number) : null,
  };
  return { statement, problem: isElsewhere ? warning('houses-side-overrules', { words, side }) : null };
}

/** A heading that lapsed leaves both sides in doubt, and `все дома 1-45` the one side of the ends. */
function isSideNeeded({ strict, lapsed, isAll }: Surroundings, inferred: StatedSide): boolean {
  return strict || (inferred === 'both' ? lapsed : isAll);
}

function numbersOf(phrase: Phrase): number[] {
  switch (phrase.kind) {
    case 'houses':
      return phrase.houses.map(house => house.number);
    case 'whole-number':
      return [phrase.number];
    case 'range':
      return [phrase.from.number, phrase.to.number];
    case 'from':
      return [phrase.from.number];
    case 'up-to':
      return [phrase.to.number];
    case 'all':
      return [];
  }
}

/**
 * Where the exceptions begin that a Kazakh "except" behind them names: the single houses just before it (`1-45, 7,
 * 9-дан басқа`), or one range straight behind another item that is no single house (`1-45, 7-15-тен басқа`). The
 * number of statements when it is not certain.
 */
export function firstException(statements: readonly Statement[]): number {
  const last = statements.findLastIndex(isNoSingle);
  const [range, before] = [statements[last], statements[last - 1]];
  const isRange = last === statements.length - 1 && range?.effect === 'add' && before !== undefined;
  return isRange && isNoSingle(before) ? last : last + 1;
}

function isNoSingle({ houses, effect }: Statement): boolean {
  return houses.length === 0 || effect !== 'add';
}

function numbersBetween(from: number, to: number, side: StatedSide): number {
  const upTo = (last: number) => (side === 'both' ? last : (last + (side === 'odd' ? 1 : 0)) >> 1);
  return upTo(to) - upTo(from - 1);
}

/** An open range without a side means both; of a closed one the parity of the ends decides. */
function inferSide(numbers: readonly number[], isOpen: boolean): StatedSide {
  const [first, last] = numbers;
  if (isOpen || first === undefined || last === undefined) return 'both';
  return sideOf(first) === sideOf(last) ? sideOf(first) : 'both';
}

function setOf(phrase: Phrase, side: StatedSide): HouseSet {
  switch (phrase.kind) {
    case 'houses':
      return housesSet(phrase.houses);
    case 'whole-number':
      return wholeNumber(phrase.number);
    case 'range':
      return numberRange(end(phrase.from), end(phrase.to), side);
    case 'from':
      return numberRange(end(phrase.from), null, side);
    case 'up-to':
      return numberRange(null, end(phrase.to), side);
    case 'all':
      return numberRange(null, null, side);
  }
}

function housesSet(houses: readonly HouseNumber[]): HouseSet {
  const [only] = houses;
  return only !== undefined && houses.length === 1 ? singleHouse(only) : unionAll(houses.map(singleHouse));
}

function end(house: HouseNumber): RangeEnd {
  return hasSuffix(house) ? house : house.number;
}
