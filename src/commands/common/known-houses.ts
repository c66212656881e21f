import type { Sink } from '../../change/sink.ts';
import type { StreetRow } from '../../db/schema.ts';
import { type Place, problem, warning } from '../../domain/problem.ts';
import { type HouseListReading, readHouseList } from '../../domain/territory/house-list.ts';
import { setToText } from '../../domain/territory/house-set.ts';
import { listedHouses, MOST_LISTED } from '../../domain/territory/listed-houses.ts';
import { isEndless, StreetHouses } from '../../domain/territory/street-houses.ts';
import {
  findStreet,
  indexStreets,
  type StreetIndex,
  type StreetReading,
} from '../../domain/territory/street-index.ts';
import { streetLabel } from '../../domain/territory/street-label.ts';
import { shortened } from '../../domain/text/shortened.ts';
import type { KnownHouseField, KnownHouseRow } from '../../input/known-house-file.ts';
import type { Entry } from '../../input/rows.ts';

/** So much of a list is quoted. */
const QUOTED = 60;

/** What the rows of one street have said so far. */
interface Gathered {
  readonly street: StreetRow;
  readonly houses: StreetHouses;
  /** where its first row stands */
  readonly place: Place;
  /** a row of it cannot be used: the houses of the others would pass for all there are */
  damaged: boolean;
}

/** The second file of `import-streets`: the houses that exist, of any number, gathered by street. */
export class KnownHouses {
  readonly #sink: Sink;
  readonly #index: StreetIndex<StreetRow>;
  /** by the words of the row: a file writes each street the same way hundreds of times */
  readonly #found = new Map<string, StreetReading<StreetRow>>();
  readonly #gathered = new Map<string, Gathered>();

  constructor(sink: Sink, streets: readonly StreetRow[]) {
    this.#sink = sink;
    this.#index = indexStreets(streets);
  }

  take({ row, value }: Entry<KnownHouseField, KnownHouseRow>): void {
    const place = (field: KnownHouseField) => row.place(field);
    const written = value.settlement === null ? value.street : `${value.settlement}, ${value.street}`;
    const known = this.#found.get(written);
    const found = known ?? findStreet(written, this.#index);
    if (!known) this.#found.set(written, found);
    if (!found.ok) {
      // Mending the street once mends all its rows: it is told where it stands first.
      this.#sink.reject(known ? [] : [{ ...found.problem, where: place('street') }]);
      return;
    }
    const gathered = this.#of(found.value, () => place('houses'));
    if (gathered.houses.addHouse(value.houses)) return;
    const list = readKnownHouses(value.houses);
    const problems = list.problems.map(one => ({ ...one, where: place('houses') }));
    if (problems.some(({ severity }) => severity === 'error')) {
      gathered.damaged = true;
      this.#sink.reject(problems);
      return;
    }
    this.#sink.problem(...problems);
    gathered.houses.addSet(list.set);
  }

  /** Every street with its houses, once all rows are taken; a street with a row that cannot be used is left out. */
  *settle(): Generator<{ readonly street: string; readonly houses: string }, void, void> {
    for (const { street, houses, place, damaged } of this.#gathered.values()) {
      if (damaged) continue;
      const repeated = houses.repeated();
      if (repeated)
        this.#sink.problem(
          warning('street-houses-repeated', { street: streetLabel(street), ...repeated }, place),
        );
      yield { street: street.street, houses: setToText(houses.set()) };
    }
  }

  #of(street: StreetRow, place: () => Place): Gathered {
    let gathered = this.#gathered.get(street.street);
    if (!gathered) {
      gathered = { street, houses: new StreetHouses(), place: place(), damaged: false };
      this.#gathered.set(street.street, gathered);
    }
    return gathered;
  }
}

/** Reads a list of houses that exist: one without an end names none of them, and a range names its numbers. */
export function readKnownHouses(text: string): Pick<HouseListReading, 'set' | 'problems'> {
  const { set, parts, problems } = readHouseList(text);
  if (problems.some(({ severity }) => severity === 'error')) return { set, problems };
  const words = shortened(text, QUOTED);
  if (isEndless(set)) return { set, problems: [...problems, problem('known-houses-endless', { words })] };
  const listed = listedHouses(parts);
  if (listed !== null) return { set: listed, problems };
  return { set, problems: [...problems, problem('known-houses-many', { words, most: MOST_LISTED })] };
}
