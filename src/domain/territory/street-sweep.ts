import { type CutCode, CutScanner, isEvenPlace, placeAfterCode, placeOfCode } from './cut-codes.ts';

/** What one street is found to be: `unknown` where only the algebra can tell. */
export type Soundness = 'sound' | 'flawed' | 'unknown';

/** So many cuts are put in order by insertion, which needs nothing but the list itself. */
const FEW = 64;

/**
 * Tells at the speed of reading whether a street needs a closer look: whether no house is bound twice and none that
 * ought to be is left out (domain/territory/gaps). Most streets of a country are sound, and nothing is made of them.
 */
export class StreetSweep {
  readonly #scanner = new CutScanner();
  #bound: CutCode[] = [];
  readonly #known: CutCode[] = [];

  /**
   * @param bound what each school has, as stored; no school twice
   * @param known the houses that exist, as stored, or null if nobody has listed them
   */
  look(bound: readonly { readonly houses: string }[], known: string | null): Soundness {
    this.#bound.length = 0;
    for (const { houses } of bound) if (!this.#scanner.scan(houses, this.#bound)) return 'unknown';
    this.#sort();
    if (this.#overlaps()) return 'flawed';
    if (known === null) return this.#isUnbroken() ? 'sound' : 'flawed';
    this.#known.length = 0;
    if (!this.#scanner.scan(known, this.#known)) return 'unknown';
    return this.#hasAllKnown() ? 'sound' : 'flawed';
  }

  /** Puts the pairs in the order of their lower ends; what one school has is in order already. */
  #sort(): void {
    const cuts = this.#bound;
    if (cuts.length > FEW) {
      const pairs = Array.from({ length: cuts.length / 2 }, (_, i) => [at(cuts, 2 * i), at(cuts, 2 * i + 1)]);
      this.#bound = pairs.sort(([a = 0], [b = 0]) => a - b).flat();
      return;
    }
    for (let i = 2; i < cuts.length; i += 2) {
      const [lo, hi] = [at(cuts, i), at(cuts, i + 1)];
      let j = i;
      for (; j > 0 && at(cuts, j - 2) > lo; j -= 2) {
        cuts[j] = at(cuts, j - 2);
        cuts[j + 1] = at(cuts, j - 1);
      }
      cuts[j] = lo;
      cuts[j + 1] = hi;
    }
  }

  #overlaps(): boolean {
    const cuts = this.#bound;
    for (let i = 2; i < cuts.length; i += 2) if (at(cuts, i) < at(cuts, i - 1)) return true;
    return false;
  }

  /** Both sides are bound, and no whole number between two bound ones is missing. */
  #isUnbroken(): boolean {
    const cuts = this.#bound;
    const last = cuts.length - 2;
    if (last < 0 || isEvenPlace(placeOfCode(at(cuts, 0))) || !isEvenPlace(placeOfCode(at(cuts, last))))
      return false;
    for (let i = 2; i < cuts.length; i += 2) {
      const next = placeOfCode(at(cuts, i));
      const isSameSide = isEvenPlace(next) === isEvenPlace(placeOfCode(at(cuts, i - 2)));
      if (isSameSide && next > placeAfterCode(at(cuts, i - 1))) return false;
    }
    return true;
  }

  /** Every known stretch lies in bound ones that follow one another. */
  #hasAllKnown(): boolean {
    const [cuts, known] = [this.#bound, this.#known];
    let i = 0;
    for (let k = 0; k < known.length; k += 2) {
      let lo = at(known, k);
      const hi = at(known, k + 1);
      while (lo < hi) {
        while (i < cuts.length && at(cuts, i + 1) <= lo) i += 2;
        if (i >= cuts.length || at(cuts, i) > lo) return false;
        lo = at(cuts, i + 1);
      }
    }
    return true;
  }
}

function at(cuts: readonly CutCode[], i: number): CutCode {
  return cuts[i] ?? Number.NaN;
}
