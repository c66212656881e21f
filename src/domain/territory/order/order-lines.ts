/** Lines of an order that belong together, as one text; a line break within it is kept as `\n`. */
export interface OrderBlock {
  readonly text: string;
  /** the physical line (from 1) on which some place of the text stands */
  lineAt(offset: number): number;
  /** it opens with a bullet or a number: nothing before it goes on in it */
  readonly bulleted: boolean;
}

const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/gu;
const BLANKS = /[^\S\n]+/gu;
/** `-`, `•`, `1)`, `1.2.`, `а)`: what an item of a list opens with. A number with a full stop may also be `1.5`. */
const BULLET = /^(?:[-–—•▪●◦*·]|\d{1,3}(?:\.\d{1,3})*\)|\d{1,3}(?:\.\d{1,3})*\.(?=\s)|\p{L}\))\s*(?=\S)/u;
/** `- 15` on a line of its own: the end of a range, or an item. Nobody can say which. */
const DASH_NUMBER = /^[-–—]\s*\d+\p{L}?\s*(?:$|[,;(])/u;
/** Stands for a line break that changes the meaning: no house list can be read across it. */
const BROKEN = '⏎';
const ENDS = /[;:.!?]$/u;
const TORN = /\p{L}-$/u;
/** `- 3 -`, `стр. 3 из 12`, `3-бет`: what only counts the pages. A number alone may be a house. */
const PAGE =
  /^(?:[-–—]\s*\d{1,4}\s*[-–—]|(?:стр(?:аница)?|page|бет)\.?\s*\d{1,4}(?:\s*(?:из|of|\/)\s*\d{1,4})?|\d{1,4}\s*-?\s*(?:бет|стр\.?))$/iu;
const TAIL = 8;

/** Longer text is no heading; lines that go on for ever are not looked through at each of them. */
const LONGEST_HEADING = 300;

/** How a line tells whether it opens something of its own. */
export type OpensItem = (line: string) => boolean;

/**
 * Puts lines that a page has broken together again. A line goes on in the next one unless it is blank, ends in a mark
 * that closes (`;`, `:`, `.`), or the next one opens an item: by a bullet, a number, a school or a street.
 */
export function orderBlocks(text: string, opens: OpensItem, closes: OpensItem = () => false): OrderBlock[] {
  const blocks: BlockBuilder[] = [];
  let current: BlockBuilder | null = null;
  text.split(/\r\n|\n|\r|\u2028|\f/u).forEach((raw, at) => {
    const whole = raw.replace(INVISIBLE, '').replace(BLANKS, ' ').trim();
    if (isPageNumber(whole)) return;
    const bullet = bulletOf(whole, current);
    const line = whole.slice(bullet.length);
    if (line === '') {
      current = null;
      return;
    }
    const goesOn = current !== null && !current.ended && bullet === '';
    const isNew =
      opens(line) || (current !== null && (isUnder(current, line) || endsBefore(current, line, closes)));
    if (current === null || !(goesOn && (current.awaits || !isNew))) {
      const list =
        current !== null && (current.list || (current.length <= LONGEST_HEADING && closes(current.text)));
      current = new BlockBuilder(bullet !== '', list);
      blocks.push(current);
    }
    current.add(DASH_NUMBER.test(line) && current.length > 0 ? `${BROKEN} ${line}` : line, at + 1);
  });
  return blocks;
}

/** Whether a line only counts the pages. */
export function isPageNumber(line: string): boolean {
  return PAGE.test(line.trim());
}

/** A heading that is whole by itself: a capital letter or a number below it begins something new. */
function endsBefore(before: BlockBuilder, line: string, closes: OpensItem): boolean {
  return /^[«"“]?[\p{Lu}\d]/u.test(line) && before.length <= LONGEST_HEADING && closes(before.text);
}

/** Below such a heading a name behind houses is the next street: `Мира 1-9` and `Жамбыла`. */
function isUnder({ tail, list }: BlockBuilder, line: string): boolean {
  return list && /^[«"“]?\p{Lu}\p{L}/u.test(line) && /(?:\d\p{L}?|\))$/u.test(tail);
}

/** What a line opens its item with; a number that may be a house of the line before is none. */
function bulletOf(line: string, before: BlockBuilder | null): string {
  const first = BULLET.exec(line)?.[0] ?? '';
  // `- 1) школа № 3`
  const bullet = first + (BULLET.exec(line.slice(first.length))?.[0] ?? '');
  if (bullet === '' || before === null || before.ended) return DASH_NUMBER.test(line) ? '' : bullet;
  if (before.awaits || DASH_NUMBER.test(line)) return '';
  return bullet;
}

class BlockBuilder implements OrderBlock {
  #parts: string[] = [];
  #length = 0;
  /** the last characters: what ends a block is told by them, without going through all of it at each line */
  #tail = '';
  readonly bulleted: boolean;
  /** in a list of lines below a heading on a line of its own */
  readonly list: boolean;
  readonly #starts: { offset: number; line: number }[] = [];

  constructor(bulleted: boolean, list: boolean) {
    this.list = list;
    this.bulleted = bulleted;
  }

  get ended(): boolean {
    return ENDS.test(this.#tail);
  }

  /** More of the same list must follow. */
  get awaits(): boolean {
    return this.#tail.endsWith(',');
  }

  get text(): string {
    if (this.#parts.length > 1) this.#parts = [this.#parts.join('')];
    return this.#parts[0] ?? '';
  }

  get length(): number {
    return this.#length;
  }

  get tail(): string {
    return this.#tail;
  }

  add(line: string, number: number): void {
    // `Нурсул-` and `тана` are one word; `Салтыкова-` and `Щедрина`, `1-` and `15` keep their hyphen.
    const torn = TORN.test(this.#tail) && /^\p{Ll}/u.test(line);
    if (torn) this.#cutHyphen();
    else if (this.#length > 0 && !/\S[-–—]$/u.test(this.#tail)) this.#append('\n');
    this.#starts.push({ offset: this.#length, line: number });
    this.#append(line);
  }

  #append(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
    this.#tail = (this.#tail + text).slice(-TAIL);
  }

  #cutHyphen(): void {
    const last = this.#parts.pop() ?? '';
    this.#parts.push(last.slice(0, -1));
    this.#length -= 1;
    this.#tail = this.#tail.slice(0, -1);
  }

  lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle]?.offset ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return this.#starts[low]?.line ?? 1;
  }
}
