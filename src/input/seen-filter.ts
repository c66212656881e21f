/** Probes per text: with some 27 bits to a text one in a million new texts passes for one that was met. */
const PROBES = 5;
/** A file of five million rows has its 27 bits to a text; larger ones only have more texts to look at twice. */
const MOST_BITS = 2 ** 27;
const FEWEST_BITS = 2 ** 16;
const BITS_PER_TEXT = 27;
/** All bits of a text stand in one line of the processor's cache: the filter is far larger than that cache. */
const BLOCK_WORDS = 16;

const CAPITAL_A = 65;
const CAPITAL_Z = 90;
const TO_SMALL = 32;

/**
 * Remembers texts in a few bits each (a Bloom filter), so that memory stays flat however long a file is. It never
 * forgets one; now and then it takes a new text for one that was met, so what it says has to be looked at again.
 */
export class SeenFilter {
  readonly #bits: Uint32Array;
  readonly #mask: number;

  /** @param expected about how many texts will come */
  constructor(expected: number) {
    let size = FEWEST_BITS;
    while (size < expected * BITS_PER_TEXT && size < MOST_BITS) size *= 2;
    this.#bits = new Uint32Array(size / 32);
    this.#mask = size / 32 / BLOCK_WORDS - 1;
  }

  /** Remembers a text, whatever the case of its Latin letters. @returns false when it is surely new */
  meet(text: string): boolean {
    let one = 0x811c9dc5;
    let other = 0x41c6ce57;
    for (let i = 0; i < text.length; i++) {
      const written = text.charCodeAt(i);
      const unit = written >= CAPITAL_A && written <= CAPITAL_Z ? written + TO_SMALL : written;
      one = Math.imul(one ^ unit, 0x01000193);
      other = Math.imul(other ^ unit, 0x5bd1e995);
    }
    one = Math.imul(one ^ (one >>> 15), 0x85ebca6b);
    one ^= one >>> 13;
    other = Math.imul(other ^ (other >>> 13), 0xc2b2ae35);
    other ^= other >>> 16;
    const block = (one & this.#mask) * BLOCK_WORDS;
    let met = true;
    for (let probe = 0; probe < PROBES; probe++) {
      const word = block + (other & (BLOCK_WORDS - 1));
      const flag = 1 << ((other >>> 4) & 31);
      const held = this.#bits[word] ?? 0;
      if ((held & flag) === 0) {
        met = false;
        this.#bits[word] = held | flag;
      }
      other = Math.imul(other, 0x9e3779b1) ^ (one >>> probe);
      other ^= other >>> 15;
    }
    return met;
  }
}
