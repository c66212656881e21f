import { besideSieve, LINE_END, nameSieve, placeSieve } from './name-sieve.ts';

/** Stands between the fields of a line; no name has it. */
export const FIELD_END = '\u001f';

/** A street as its line tells it: what addresses may call it, and last its settlement. */
export interface NameLine {
  readonly name_kk: string;
  readonly name_ru: string;
  /** `|` between them; '' where it has none */
  readonly aliases: string;
  /** '' where it has none */
  readonly settlement: string;
}

/** What of a list an address may mean. */
export interface NamesMeant {
  /** the streets to be looked at in full, and the numbers of their lines */
  readonly streets: readonly (NameLine & { readonly at: number })[];
  /** settlements that the address may name, whatever their streets are called */
  readonly settlements: readonly string[];
}

/**
 * Looks through the names of many streets at once: what it leaves out has no name in common with the address.
 * @returns asked of one text after another; each settlement is told once
 */
export function namesMeant(address: string): (names: string) => NamesMeant {
  const streets = nameSieve(address);
  const beside = besideSieve(address);
  const places = placeSieve(address);
  const seen = new Set<string>();
  return names => {
    const before = seen.size;
    for (let start = 0; start < names.length; ) {
      const found = names.indexOf(LINE_END, start);
      const end = found < 0 ? names.length : found;
      seen.add(names.slice(names.lastIndexOf(FIELD_END, end) + 1, end));
      start = end + 1;
    }
    const settlements = [...seen].slice(before).filter(name => name !== '' && places.keeps(name));
    const besides = beside.linesOf(names).filter(({ line }) => beside.keeps(namesIn(line)));
    const found = new Map([...streets.linesOf(names), ...besides].map(({ at, line }) => [at, line]));
    const inOrder = [...found].sort(([one], [other]) => one - other);
    return { streets: inOrder.map(([at, line]) => ({ at, ...fieldsOf(line) })), settlements };
  };
}

/** Without the settlement: in it no name is looked for. */
function namesIn(line: string): string {
  return line.slice(0, line.lastIndexOf(FIELD_END));
}

function fieldsOf(line: string): NameLine {
  const [name_kk = '', name_ru = '', aliases = '', settlement = ''] = line.split(FIELD_END);
  return { name_kk, name_ru, aliases, settlement };
}
