import { cleanListText, type Token, type TokenKind, tokenise } from './list-tokens.ts';
import { roleOf, type WordRole } from './list-vocabulary.ts';

const LONGEST_QUOTE = 80;

/** A place in a house list that moves forward only. */
export class ListCursor {
  readonly text: string;
  readonly tokens: readonly Token[];
  at = 0;
  private readonly partners: ReadonlyMap<number, number>;

  constructor(text: string) {
    this.text = cleanListText(text);
    this.tokens = tokenise(this.text);
    this.partners = matchBrackets(this.tokens);
  }

  peek(offset = 0): Token | undefined {
    return this.tokens[this.at + offset];
  }

  is(kind: TokenKind, offset = 0): boolean {
    return this.peek(offset)?.kind === kind;
  }

  isMark(marks: string, offset = 0): boolean {
    const token = this.peek(offset);
    return token?.kind === 'mark' && marks.includes(token.text);
  }

  role(offset = 0): WordRole | null {
    const token = this.peek(offset);
    return token?.kind === 'word' ? roleOf(token.key) : null;
  }

  /** Steps over the token if its word does one of these things; says whether it did. */
  skip(...roles: readonly WordRole[]): boolean {
    const role = this.role();
    if (role === null || !roles.includes(role)) return false;
    this.at += 1;
    return true;
  }

  skipAll(...roles: readonly WordRole[]): void {
    while (this.skip(...roles));
  }

  /** Steps over a colon; says whether it did. */
  skipColon(): boolean {
    if (!this.isMark(':')) return false;
    this.at += 1;
    return true;
  }

  /** Steps over a comma or a semicolon; says whether it did. */
  skipComma(): boolean {
    if (!this.isMark(',;')) return false;
    this.at += 1;
    return true;
  }

  /** Whether nothing, a separator or a closing bracket stands `offset` tokens ahead. */
  atPause(offset = 0): boolean {
    const token = this.peek(offset);
    return token === undefined || token.kind === 'close' || this.isMark(',;.', offset);
  }

  /** Index of the bracket that closes the one at `index`, or undefined when none does. */
  partner(index: number): number | undefined {
    return this.partners.get(index);
  }

  /** Moves to the next comma, semicolon, closing bracket or the end, over whole brackets. */
  toNextPause(): void {
    while (this.at < this.tokens.length && !this.isMark(',;') && !this.is('close')) {
      const partner = this.is('open') ? this.partner(this.at) : undefined;
      this.at = (partner ?? this.at) + 1;
    }
  }

  /** Goes on behind what could not be read up to `end`, stray closing brackets included. */
  skipUnread(end: number): void {
    this.toNextPause();
    while (this.at < end && this.is('close')) {
      this.at += 1;
      this.toNextPause();
    }
  }

  /** The text of tokens `from` (inclusive) to `to` (exclusive), in one line and no longer than a person reads. */
  quote(from: number, to: number = this.at): string {
    const start = this.tokens[from]?.start ?? this.text.length;
    const end = this.tokens[Math.max(from, to - 1)]?.end ?? this.text.length;
    const long = end - start > LONGEST_QUOTE;
    const words = this.text.slice(start, long ? start + LONGEST_QUOTE : end).replace(/\s+/gu, ' ');
    return long ? `${words}…` : words;
  }
}

function matchBrackets(tokens: readonly Token[]): Map<number, number> {
  const partners = new Map<number, number>();
  const opened: number[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'open') opened.push(index);
    if (token.kind !== 'close') continue;
    const open = opened.pop();
    if (open !== undefined) partners.set(open, index);
  }
  return partners;
}
