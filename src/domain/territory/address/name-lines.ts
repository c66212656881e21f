import { LINE_END, nameSieve, placeSieve } from './name-sieve.ts';

/** Stands between the fields of a line; no name has it. */
export const FIELD_END = '\u001f';

/** A street's line: its names in both languages, its other names (`|` between them) and its settlement. */
const SETTLEMENT = 3;

/** What of a department's streets an address may mean. */
export interface NamesMeant {
  /** the lines whose streets must be looked at in full */
  readonly lines: readonly number[];
  /** settlements that the address may name, whatever their streets are called */
  readonly settlements: ReadonlySet<string>;
}

/** Looks through the names of many streets at once: what it leaves out has no name in common with the address. */
export function namesMeant(address: string): (names: string) => NamesMeant {
  const streets = nameSieve(address);
  const places = placeSieve(address);
  return names => {
    const lines = streets.linesOf(names);
    const settlements = new Set<string>();
    const all = names.split(LINE_END);
    for (const at of places.linesOf(names)) {
      const settlement = all[at]?.split(FIELD_END)[SETTLEMENT] ?? '';
      if (settlement !== '' && places.keeps(settlement)) settlements.add(settlement);
    }
    return { lines, settlements };
  };
}
