const FIRST_ROOM = 4096;

/** The people that a file names, in eight bytes each: for half a million a set of texts would be a tenth of all memory. */
export class Present {
  #iins = new Float64Array(FIRST_ROOM);
  #count = 0;
  #sorted = true;

  add(iin: string): void {
    if (this.#count === this.#iins.length) {
      const wider = new Float64Array(this.#count * 2);
      wider.set(this.#iins);
      this.#iins = wider;
    }
    this.#iins[this.#count++] = Number(iin);
    this.#sorted = false;
  }

  has(iin: string): boolean {
    if (!this.#sorted) this.#iins.subarray(0, this.#count).sort();
    this.#sorted = true;
    const wanted = Number(iin);
    let [low, high] = [0, this.#count];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#iins[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return low < this.#count && this.#iins[low] === wanted;
  }
}
