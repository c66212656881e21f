import type { StreetKind } from './street-kinds.ts';
import { parseStreetName, type StreetName, sameStreet } from './street-name.ts';

/** A street with everything it is called. */
export interface CalledStreet {
  readonly street: string;
  readonly kind: StreetKind;
  readonly settlement: string | null;
  readonly names: readonly string[];
  readonly aliases: readonly string[];
}

/** An alias by which another street of the same settlement goes too: whoever writes it means two streets. */
export interface SharedName {
  readonly street: string;
  readonly alias: string;
  readonly other: string;
}

/** Every alias that also names, or also is an alias of, another street of the same settlement. */
export function findSharedNames(streets: readonly CalledStreet[]): SharedName[] {
  const byKey = new Map<string, { called: CalledStreet; name: StreetName }[]>();
  for (const called of streets)
    for (const text of [...called.names, ...called.aliases]) {
      const name = nameOf(called, text);
      const known = byKey.get(name.key) ?? [];
      byKey.set(name.key, known);
      known.push({ called, name });
    }
  return streets.flatMap(called =>
    called.aliases.flatMap(alias => {
      const name = nameOf(called, alias);
      const found = (byKey.get(name.key) ?? []).find(
        one =>
          one.called.street !== called.street &&
          one.called.settlement === called.settlement &&
          sameStreet(one.name, name),
      );
      return found ? [{ street: called.street, alias, other: found.called.street }] : [];
    }),
  );
}

/** A name without a kind has the street's own. */
function nameOf({ kind }: CalledStreet, text: string): StreetName {
  const name = parseStreetName(text);
  return { ...name, kind: name.kind ?? kind };
}
