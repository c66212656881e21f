import { CutList, isEvenPlace, placeAfterCode, placeOfCode, scanCuts } from './cut-codes.ts';

/** What one street is found to be: `unknown` where only the algebra can tell. */
export type Soundness = 'sound' | 'flawed' | 'unknown';

/** So many cuts are put in order by insertion, which needs nothing but the list itself. */
const FEW = 64;

/**
 * Tells at the speed of reading whether a street needs a closer look: whether no house is bound twice and none that
 * ought to be is left out (domain/territory/gaps). Most streets of a country are sound, and nothing is made of them.
 */
export class StreetSweep {
  readonly #bound = new CutList();
  readonly #known = new CutList();

  /**
   * @param bound what each school has, as stored, with semicolons between them; no school twice
   * @param known the houses that exist, as stored, or null if nobody has listed them
   */
  look(bound: string, known: string | null): Soundness {
    const [cuts, houses] = [this.#bound, this.#known];
    cuts.size = 0;
    if (!scanCuts(bound, cuts)) return 'unknown';
    sort(cuts);
    if (overlap(cuts)) return 'flawed';
    if (known === null) return areUnbroken(cuts) ? 'sound' : 'flawed';
    houses.size = 0;
    if (!scanCuts(known, houses)) return 'unknown';
    return hold(cuts, houses) ? 'sound' : 'flawed';
  }
}

/** Puts the pairs in the order of their lower ends; what one school has of a side is in order already. */
function sort({ codes, size }: CutList): void {
  if (size > FEW) {
    const pairs = Array.from({ length: size / 2 }, (_, i) => codes.slice(2 * i, 2 * i + 2));
    pairs.sort(([a = 0], [b = 0]) => a - b);
    for (const [i, pair] of pairs.entries()) codes.set(pair, 2 * i);
    return;
  }
  for (let i = 2; i < size; i += 2) {
    const lo = codes[i]!;
    const hi = codes[i + 1]!;
    let j = i;
    for (; j > 0 && codes[j - 2]! > lo; j -= 2) {
      codes[j] = codes[j - 2]!;
      codes[j + 1] = codes[j - 1]!;
    }
    codes[j] = lo;
    codes[j + 1] = hi;
  }
}

/** Whether one of the sorted stretches begins before the one in front of it ends. */
function overlap({ codes, size }: CutList): boolean {
  for (let i = 2; i < size; i += 2) if (codes[i]! < codes[i - 1]!) return true;
  return false;
}

/** Both sides are bound, and no whole number between two bound ones is missing. */
function areUnbroken({ codes, size }: CutList): boolean {
  const last = size - 2;
  if (last < 0 || isEvenPlace(placeOfCode(codes[0]!)) || !isEvenPlace(placeOfCode(codes[last]!)))
    return false;
  for (let i = 2; i < size; i += 2) {
    const next = placeOfCode(codes[i]!);
    const isSameSide = isEvenPlace(next) === isEvenPlace(placeOfCode(codes[i - 2]!));
    if (isSameSide && next > placeAfterCode(codes[i - 1]!)) return false;
  }
  return true;
}

/** Every known stretch lies in bound ones that follow one another. */
function hold({ codes, size }: CutList, { codes: known, size: knownSize }: CutList): boolean {
  let i = 0;
  for (let k = 0; k < knownSize; k += 2) {
    const hi = known[k + 1]!;
    for (let lo = known[k]!; lo < hi; lo = codes[i + 1]!) {
      while (i < size && codes[i + 1]! <= lo) i += 2;
      if (i >= size || codes[i]! > lo) return false;
    }
  }
  return true;
}
