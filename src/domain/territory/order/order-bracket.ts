import { openingOf } from './order-opening.ts';
import { placeName } from './order-place.ts';

/** A bracket with nothing in it but words. */
const BRACKET = /\s*\(([^()[\],;:\d]+)\)\s*/gu;

/** A street without the settlement that stands in brackets behind it. */
export interface Bracketed {
  readonly text: string;
  readonly place: string;
}

/**
 * Takes the settlement out of `Абая (с. Аксу) 1-9`, which says where the street lies. Null where no bracket, or more
 * than one, names a settlement; any other bracket stays where it is, to be read or told.
 */
export function settlementInBrackets(text: string): Bracketed | null {
  const found = [...text.matchAll(BRACKET)].filter(([, inside = '']) => openingOf(inside) === 'settlement');
  const [only, more] = found;
  if (only === undefined || more !== undefined || only.index === 0) return null;
  const before = text.slice(0, only.index);
  const after = text.slice(only.index + only[0].length);
  return { text: after === '' ? before : `${before} ${after}`, place: placeName((only[1] ?? '').trim()) };
}
