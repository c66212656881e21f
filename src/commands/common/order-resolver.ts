import type { Tx } from '../../db/dialect.ts';
import type { StoredOrg } from '../../db/organisations.ts';
import { type StoredStreet, streetsOf } from '../../db/territory.ts';
import { nameKey } from '../../domain/name-key.ts';
import type { Problem, Reading } from '../../domain/problem.ts';
import type { OrderItem, OrderReading, SchoolMention } from '../../domain/territory/order/order-item.ts';
import { holdsListedName, isTitle } from '../../domain/territory/order/order-title.ts';
import { indexStreets, type StreetIndex } from '../../domain/territory/street-index.ts';
import { type AcceptedPair, AcceptedSpellings } from './accepted-spellings.ts';
import type { Acting } from './acting.ts';
import { behindUnread, withLoneMentions } from './order-headings.ts';
import { objection, unread } from './order-objections.ts';
import type { OrderSchools } from './order-schools.ts';
import { chooseSplit, type FoundStreet, type SplitChoice } from './order-split.ts';

/** One item of an order with what the database knows of it. */
export interface ResolvedItem {
  readonly item: OrderItem;
  /** its number among the items, from 1 */
  readonly record: number;
  /** null where it was not found */
  readonly school: StoredOrg | null;
  /** the words that name the school, where it was not found */
  readonly schoolWords: string | null;
  /** code of the school before words that may name another one; null where the school is certain */
  readonly perhaps: string | null;
  /** what is wrong with the school: told once for all its lines */
  readonly schoolProblem: Problem | null;
  /** before any school it is certainly no street */
  readonly isTitle: boolean;
  /** its street and houses can be read, whether or not it may be bound */
  readonly readable: boolean;
  /** null where it was not read */
  readonly found: FoundStreet | null;
  /** the streets that it may speak of */
  readonly streets: readonly StoredStreet[];
  /** what to correct */
  readonly likely: { readonly street: string; readonly houses: string };
  readonly problems: Problem[];
}

export interface OrderManner {
  /** the school that the command names; null for whatever the text names */
  readonly only: StoredOrg | null;
  readonly strictRanges: boolean;
  readonly accept: readonly AcceptedPair[];
}

/** Finds the schools and the streets of an order in the database. */
export class OrderResolver {
  readonly #tx: Tx;
  readonly #acting: Acting;
  readonly #schools: OrderSchools;
  readonly #manner: OrderManner;
  /** schools of the text that `--school` stands for */
  readonly meant: { readonly mention: SchoolMention; readonly school: string }[] = [];
  /** the end of the order, where nothing in it can be a street */
  passed: OrderItem | null = null;
  #words: readonly string[] = [];
  readonly #indexes = new Map<string, StreetIndex<StoredStreet>>();

  constructor(tx: Tx, acting: Acting, schools: OrderSchools, manner: OrderManner) {
    this.#tx = tx;
    this.#acting = acting;
    this.#schools = schools;
    this.#manner = manner;
  }

  async resolve(reading: OrderReading): Promise<ResolvedItem[]> {
    this.#words = reading.schools.map(({ words }) => words);
    const mentioned = this.#mentioned(reading);
    const resolved: ResolvedItem[] = [];
    for (const [at, item] of withLoneMentions(reading, mentioned).entries()) {
      const named = item.school === null ? null : (mentioned[item.school] ?? null);
      const one = await this.#one(item, at + 1, named);
      const inside = await this.#insideNamed(resolved.at(-1), one, named);
      if (inside !== null) resolved.pop();
      resolved.push(inside ?? one);
    }
    const all = behindUnread(resolved);
    for (const item of this.#behind(reading)) {
      const named = item.school === null ? null : (mentioned[item.school] ?? null);
      all.push(await this.#one(item, all.length + 1, named));
    }
    return all;
  }

  /** The end of an order is passed over, unless a street of a list that was looked into is called like a line of it. */
  #behind({ closing, behind }: OrderReading): readonly OrderItem[] {
    const indexes = [...this.#indexes.values()];
    const isStreet = closing?.lines.some(line => indexes.some(index => holdsListedName(line, index)));
    if (closing !== null && isStreet) return [closing, ...behind];
    this.passed = closing;
    return behind;
  }

  #mentioned({ schools }: OrderReading): Reading<StoredOrg>[] {
    const { only } = this.#manner;
    const found = schools.map(mention => this.#schools.find(mention));
    if (only === null) return found;
    // `Территория школы:` leaves it to the command line, and so does the one school that nobody knows.
    const telling = schools.filter(({ words }) => !this.#schools.tellsNothing(words));
    const isOne = new Set(telling.map(({ words }) => nameKey(words))).size === 1;
    return found.map((one, at) => {
      const mention = schools[at];
      if (one.ok || mention === undefined) return one;
      const isMeant = isOne && one.problem.code === 'order-school-unknown';
      if (!isMeant && telling.includes(mention)) return one;
      if (telling.includes(mention)) this.meant.push({ mention, school: only.code });
      return { ok: true, value: only };
    });
  }

  async #one(item: OrderItem, record: number, named: Reading<StoredOrg> | null): Promise<ResolvedItem> {
    const { only } = this.#manner;
    const school = named === null ? only : named.ok ? named.value : null;
    const wrong = objection(item, named, only);
    const choice = await this.#choose(item, school ?? only);
    const isUnnamed = named === null && only === null;
    const problems = wrong !== null && isUnnamed ? [wrong] : [];
    const found = choice.ok && item.doubt === null ? choice.found : null;
    if (item.doubt !== null) problems.push(item.doubt);
    // Where nobody knows the school, nobody knows which street list is meant either.
    else if (!choice.ok && (wrong === null || (!isUnnamed && choice.problems.length > 0)))
      problems.push(...unread(item, choice));
    const streets = choice.ok ? [choice.found.street] : choice.streets;
    const likely = choice.ok ? { street: choice.found.spelled, houses: choice.found.houses } : choice.likely;
    const schoolWords = named !== null && !named.ok ? (this.#words[item.school ?? -1] ?? null) : null;
    const schoolProblem = isUnnamed ? null : wrong;
    const place = { item, record, school, schoolWords, perhaps: null, schoolProblem };
    const isTitle = await this.#isTitle(item, streets);
    return { ...place, isTitle, readable: choice.ok, found, streets, likely, problems };
  }

  /** `Ақжайлау, Абай көшесі`: a bare name before the comma is a settlement, where the list has the street in it. */
  async #insideNamed(
    before: ResolvedItem | undefined,
    { item, record }: ResolvedItem,
    named: Reading<StoredOrg> | null,
  ): Promise<ResolvedItem | null> {
    if (before === undefined || !item.joined || !before.item.weak || before.streets.length > 0) return null;
    const name = before.item.words;
    if (/\d/u.test(name)) return null;
    const splits = item.splits.map(({ streets, houses }) => ({
      streets: streets.map(street => `${name}, ${street}`),
      houses,
    }));
    const words = `${name}, ${item.words}`;
    const { line, joined } = before.item;
    const inside = await this.#one({ ...item, words, splits, line, joined }, record, named);
    return inside.streets.length > 0 ? inside : null;
  }

  async #choose(item: OrderItem, school: StoredOrg | null): Promise<SplitChoice> {
    const department = school === null ? this.#schools.department : school.department;
    const likely = {
      street: item.splits[0]?.streets.at(-1) ?? item.words,
      houses: item.splits[0]?.houses ?? '',
    };
    if (department === null) return { ok: false, problems: [], streets: [], likely };
    return chooseSplit(item, await this.#index(department), this.#manner.strictRanges);
  }

  async #isTitle(item: OrderItem, streets: readonly StoredStreet[]): Promise<boolean> {
    if (!item.weak || item.school !== null || streets.length > 0) return false;
    const { department } = this.#manner.only ?? this.#schools;
    return isTitle(item, department === null ? null : await this.#index(department));
  }

  async #index(department: string): Promise<StreetIndex<StoredStreet>> {
    let index = this.#indexes.get(department);
    if (index === undefined) {
      const streets = await streetsOf(this.#tx, this.#acting.year, department);
      index = new AcceptedSpellings(this.#manner.accept).in(indexStreets(streets));
      this.#indexes.set(department, index);
    }
    return index;
  }
}
