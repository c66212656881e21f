/** The 16 bytes that windows-1251 and KZ-1048 read differently (STRK 1048-2002). */
const TELLING = new Set([
  0x8d, 0x8e, 0x9d, 0x9e, 0xa1, 0xa2, 0xa3, 0xa5, 0xaa, 0xaf, 0xb4, 0xba, 0xbc, 0xbd, 0xbe, 0xbf,
]);

/** Distinct words; more of them would not tell more. */
const ENOUGH_WORDS = 4000;
const ENOUGH_TELLING = 400;
/** After so many words, some telling ones are enough: a long list may repeat a few names. */
const MANY_WORDS = 100_000;
const SOME_TELLING = 20;
const LONGEST_WORD = 64;

/**
 * Goes over the bytes of a file that is not UTF-8 and keeps what its encoding can be told from: some of its words,
 * those with telling bytes apart, as bytes (latin1). Memory does not grow with the file.
 */
export class ByteSurvey {
  readonly words = new Set<string>();
  readonly telling = new Set<string>();
  /** letters that are UTF-8 of several bytes, and bytes that are not UTF-8 */
  letters = 0;
  strays = 0;
  /** control characters, which no text has */
  controls = 0;
  #awaited = 0;
  #begun = '';
  #seen = 0;

  /** True when reading on would not make the answer surer. */
  get enough(): boolean {
    const found = this.telling.size;
    return found >= ENOUGH_TELLING || (found >= SOME_TELLING && this.#seen >= MANY_WORDS);
  }

  pass(bytes: Buffer): void {
    let start = -1;
    let high = this.#begun !== '';
    if (high) start = 0;
    for (let i = 0; i < bytes.length; i++) {
      const byte = bytes[i] ?? 0;
      if (byte >= 0x80) {
        this.#countUtf8(byte);
        high = true;
        if (start === -1) start = i;
        continue;
      }
      if (this.#awaited > 0) this.#countUtf8(byte);
      if (isLatinLetter(byte)) {
        if (start === -1) start = i;
        continue;
      }
      if (high) this.#keep(this.#begun + bytes.toString('latin1', start, i));
      this.#begun = '';
      start = -1;
      high = false;
      if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13) this.controls++;
    }
    this.#begun = high ? (this.#begun + bytes.toString('latin1', start)).slice(0, LONGEST_WORD) : '';
  }

  end(): void {
    if (this.#begun !== '') this.#keep(this.#begun);
    this.#begun = '';
  }

  #keep(word: string): void {
    this.#seen++;
    const kept = word.slice(0, LONGEST_WORD);
    if (this.words.size < ENOUGH_WORDS) this.words.add(kept);
    if (this.telling.size < ENOUGH_TELLING && hasTelling(kept)) this.telling.add(kept);
  }

  #countUtf8(byte: number): void {
    const continues = byte >= 0x80 && byte < 0xc0;
    if (this.#awaited > 0 && continues) {
      if (--this.#awaited === 0) this.letters++;
      return;
    }
    if (this.#awaited > 0) this.strays++;
    this.#awaited = byte < 0xc2 ? 0 : byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : byte < 0xf5 ? 3 : 0;
    if (this.#awaited === 0 && byte >= 0x80) this.strays++;
  }
}

function isLatinLetter(byte: number): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
}

function hasTelling(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (TELLING.has(word.charCodeAt(i))) return true;
  return false;
}
