import { distance } from 'fastest-levenshtein';
import type { InputField } from '../domain/input-problems.ts';
import { headerKey } from './header-key.ts';
import type { TableSpec } from './table-spec.ts';

/** A shorter common beginning says nothing: «Аты» begins many headers. */
const TELLING_BEGINNING = 5;

/** The field that an unknown header most likely means, or null when none is near. Only a suggestion: never bound by itself. */
export function nearestField<F extends InputField>(header: string, spec: TableSpec<F>): F | null {
  const key = headerKey(header);
  let best: F | null = null;
  let bestCost = 0.4;
  for (const { field, spellings } of spec.fields)
    for (const spelling of [field, ...spellings]) {
      const cost = costOf(key, headerKey(spelling));
      if (cost < bestCost) {
        best = field;
        bestCost = cost;
      }
    }
  return best;
}

/** Edits per letter; one header beginning with the other («Телефон нөмірі») is nearly as good as equal. */
function costOf(one: string, other: string): number {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length >= TELLING_BEGINNING && long.startsWith(short)) return 0.1;
  return distance(one, other) / Math.max(long.length, 1);
}
