import type { StreetKind } from './street-kinds.ts';
import { parseStreetName, type StreetName, sameStreet, settlementKey } from './street-name.ts';

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
      const known = byKey.get(keyIn(called, name)) ?? [];
      byKey.set(keyIn(called, name), known);
      known.push({ called, name });
    }
  return streets.flatMap(called =>
    called.aliases.flatMap(alias => {
      const name = nameOf(called, alias);
      const found = (byKey.get(keyIn(called, name)) ?? []).find(
        one => one.called.street !== called.street && sameStreet(one.name, name),
      );
      return found ? [{ street: called.street, alias, other: found.called.street }] : [];
    }),
  );
}

/** Settlements are compared as streets are: `Ақсу` and `с. Аксу` are one. */
function keyIn({ settlement }: CalledStreet, { key }: StreetName): string {
  return `${settlementKey(settlement)}/${key}`;
}

/** A name without a kind has the street's own. */
function nameOf({ kind }: CalledStreet, text: string): StreetName {
  const name = parseStreetName(text);
  return { ...name, kind: name.kind ?? kind };
}
