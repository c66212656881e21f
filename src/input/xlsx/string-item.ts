import { appendText } from './xml-part.ts';

/** A character that XML cannot hold, or that begins like this escape: `_x000D_` (ECMA-376 part 1, 22.9.2.19). */
const ESCAPE = /_x([0-9A-Fa-f]{4})_/g;

/** The text of an element that holds a string (`si`, `is`): its runs joined, without the reading aids of Asian languages. */
export class StringItem {
  #text = '';
  #inText = false;
  #inPhonetic = false;

  clear(): void {
    this.#text = '';
    this.#inText = false;
    this.#inPhonetic = false;
  }

  open(name: string): void {
    if (name === 't') this.#inText = !this.#inPhonetic;
    else if (name === 'rPh') this.#inPhonetic = true;
  }

  text(text: string): void {
    if (this.#inText) this.#text = appendText(this.#text, text);
  }

  close(name: string): void {
    if (name === 't') this.#inText = false;
    else if (name === 'rPh') this.#inPhonetic = false;
  }

  value(): string {
    return unescaped(this.#text);
  }
}

/** The text with its escapes read. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(ESCAPE, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
