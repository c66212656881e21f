import {
  nearestStreets,
  parseStreetName,
  type StreetName,
  sameStreet,
  settlementKey,
} from '../street-name.ts';
import { PieceReader } from './address-pieces.ts';
import { isCityKey } from './known-cities.ts';
import { fromLatin, inCyrillic } from './latin-name.ts';
import { ListedStreet, type StreetEntry } from './listed-street.ts';
import type { Place } from './read-address.ts';
import { joinKeys, shapeOf } from './street-keys.ts';

interface Spelling {
  readonly kind: string | null;
  readonly key: string;
  readonly street: ListedStreet;
}

/** A name as written; in Cyrillic letters where it is Latin. */
interface ParsedName {
  readonly written: StreetName;
  readonly cyrillic: () => Pick<StreetName, 'kind' | 'key'>;
}

const NONE: readonly ListedStreet[] = [];
/** What was looked up once is remembered, up to so many spellings: addresses of one file repeat their streets. */
const MOST_REMEMBERED = 20_000;
/** Comparisons that suggestions may cost in one run: a file of wrong streets must not take hours. */
const MOST_COMPARED = 30_000_000;
const SUGGESTED = 3;

/** Finds the streets of a list by what people call them: by equal keys alone, never by likeness. */
export class StreetFinder {
  readonly #byKey = new Map<string, Spelling[]>();
  readonly #settlements = new Set<string>();
  readonly #found = new Map<string, readonly ListedStreet[]>();
  readonly #places = new Map<string, string | null>();
  /** names of streets and settlements repeat from one settlement to the next */
  readonly #parsed = new Map<string, ParsedName>();
  readonly #suggested = new Map<string, readonly string[]>();
  readonly #keys: { readonly key: string; readonly label: string }[] = [];
  /** reads the pieces of addresses, and remembers them */
  readonly pieces = new PieceReader();
  #compared = 0;
  #shapes: ReadonlySet<string> | null = null;

  /** Adds a street under every name it has. */
  add(entry: StreetEntry): ListedStreet {
    const place = entry.settlement === null ? '' : this.#parse(entry.settlement).written.key;
    const street = new ListedStreet(entry, place);
    this.#shapes = null;
    this.#addPlace(place);
    const seen = new Set<string>();
    for (const name of entry.names) {
      const { kind, key } = this.#parse(name).written;
      for (const each of place === '' ? [key] : [key, joinKeys(place, key)]) {
        const spelling = `${each}/${kind ?? entry.kind}`;
        if (each === '' || seen.has(spelling)) continue;
        seen.add(spelling);
        const known = this.#byKey.get(each);
        const added = { kind: kind ?? entry.kind, key: each, street };
        if (known) known.push(added);
        else this.#byKey.set(each, [added]);
        this.#keys.push({ key: each, label: entry.label });
      }
    }
    return street;
  }

  /** Adds a settlement of the list whose streets may all be left out. */
  addSettlement(settlement: string): void {
    this.#addPlace(settlementKey(settlement));
  }

  #addPlace(key: string): void {
    if (key !== '') this.#settlements.add(key);
  }

  /** Every street that these words mean; of another kind than they name, none. */
  named(words: string): readonly ListedStreet[] {
    const known = this.#found.get(words);
    if (known !== undefined) return known;
    const { written, cyrillic } = this.#parse(words);
    let found = this.#lookUp(written);
    if (found.length === 0) found = this.#lookUp(cyrillic());
    return this.#remember(words, found);
  }

  /** The same among the streets of one settlement: many settlements have a street of that name. */
  inSettlement(words: string, settlement: string): readonly ListedStreet[] {
    const memo = `${settlement}/${words}`;
    const known = this.#found.get(memo);
    if (known !== undefined) return known;
    const { written, cyrillic } = this.#parse(words);
    let found = NONE;
    for (const { kind, key } of [written, cyrillic()]) {
      if (found.length > 0 || key === '') continue;
      const here = this.#lookUp({ kind, key: joinKeys(settlement, key) });
      found = here.filter(({ settlementKey }) => settlementKey === settlement);
    }
    return this.#remember(memo, found);
  }

  /** Words as `parseStreetName` reads them, remembered. */
  parsed(words: string): StreetName {
    return this.#parse(words).written;
  }

  /** Whether words are the name of a well-known city, in this list or not. */
  isCity(words: string): boolean {
    const { written, cyrillic } = this.#parse(words);
    return isCityKey(written.key) || isCityKey(cyrillic().key);
  }

  /** The key of a settlement of the list that these words name; null when it has no such settlement. */
  settlement(words: string): string | null {
    const known = this.#places.get(words);
    if (known !== undefined) return known;
    const keys = [words, fromLatin(words) ?? ''].map(text => parseStreetName(text).key);
    const key = keys.find(one => this.#settlements.has(one)) ?? null;
    if (this.#places.size >= MOST_REMEMBERED) this.#places.clear();
    this.#places.set(words, key);
    return key;
  }

  /**
   * What the keys that these words may be looked up by look like: their words, and how many numbers.
   * @returns null where one of them has no number
   */
  keyShapes(words: string, places: readonly Place[]): readonly string[] | null {
    const texts = [words, ...places.map(place => `${place.words}, ${words}`)];
    const settlements = places.map(place => this.settlement(place.words) ?? '');
    const shapes: string[] = [];
    for (const text of texts) {
      const { written, cyrillic } = this.#parse(text);
      for (const { key } of [written, cyrillic()])
        for (const place of ['', ...settlements]) {
          const shape = shapeOf(place === '' ? key : joinKeys(place, key));
          if (key === '' || shape === null) return null;
          shapes.push(shape);
        }
    }
    return shapes;
  }

  /** Whether a street of the list has a key of such a shape. */
  hasKeyOfShape(shape: string): boolean {
    this.#shapes ??= new Set([...this.#byKey.keys()].flatMap(key => shapeOf(key) ?? []));
    return this.#shapes.has(shape);
  }

  /** The names nearest to words that no street has. */
  suggest(words: string): readonly string[] {
    const { key } = inCyrillic(parseStreetName(words));
    if (key === '') return [];
    const known = this.#suggested.get(key);
    if (known !== undefined) return known;
    if (this.#compared > MOST_COMPARED) return [];
    this.#compared += this.#keys.length;
    const near = [...new Set(nearestStreets(key, this.#keys, SUGGESTED * 2).map(({ label }) => label))];
    const found = near.slice(0, SUGGESTED);
    this.#suggested.set(key, found);
    return found;
  }

  #parse(words: string): ParsedName {
    let parsed = this.#parsed.get(words);
    if (parsed !== undefined) return parsed;
    const written = parseStreetName(words);
    let latin: ReturnType<typeof inCyrillic> | null = null;
    const cyrillic = () => {
      latin ??= inCyrillic(written);
      return latin;
    };
    parsed = { written, cyrillic };
    if (this.#parsed.size >= MOST_REMEMBERED) this.#parsed.clear();
    this.#parsed.set(words, parsed);
    return parsed;
  }

  #remember(memo: string, found: readonly ListedStreet[]): readonly ListedStreet[] {
    if (this.#found.size >= MOST_REMEMBERED) this.#found.clear();
    this.#found.set(memo, found);
    return found;
  }

  #lookUp(wanted: Pick<Spelling, 'kind' | 'key'>): readonly ListedStreet[] {
    const spellings = this.#byKey.get(wanted.key);
    if (spellings === undefined) return NONE;
    const found = spellings.filter(spelling => sameStreet(spelling, wanted)).map(({ street }) => street);
    return found.length < 2 ? found : [...new Set(found)];
  }
}
