import { type Problem, problem } from '../problem.ts';
import { readRemark, skipExcept } from './list-brackets.ts';
import { complaint } from './list-complaint.ts';
import { ListCursor } from './list-cursor.ts';
import { type Phrase, readPhrase } from './list-phrase.ts';
import { readScope } from './list-scope.ts';
import { readSide, type StatedSide } from './list-side.ts';
import { type Effect, type Statement, stateItem } from './list-statements.ts';

const MOST_PROBLEMS = 100;
const DEEPEST_BRACKETS = 2;

/** Reads the items of a house list one after another into statements and problems. One reader reads one list. */
export class ListReader {
  readonly statements: Statement[] = [];
  readonly problems: Problem[] = [];
  private readonly cursor: ListCursor;
  private readonly strict: boolean;
  private heading: StatedSide | null = null;
  private lapsed = false;
  private effect: Effect = 'add';
  /** Statements of a Kazakh exception that stands before what it is taken from (`7, 9-дан басқа барлық үйлер`). */
  private awaiting: Statement[] = [];
  /** Token after the last separator: what a complaint quotes from. */
  private segment = 0;
  private depth = 0;

  constructor(text: string, strict: boolean) {
    this.cursor = new ListCursor(text);
    this.strict = strict;
  }

  read(): void {
    this.readUntil(this.cursor.tokens.length);
    const [first] = this.awaiting;
    if (first !== undefined) this.report(problem('houses-except-nothing', { words: first.words }));
    if (this.statements.length === 0 && this.problems.length === 0) {
      this.report(problem('houses-unreadable', { words: this.cursor.quote(0, this.cursor.tokens.length) }));
    }
  }

  private readUntil(end: number): void {
    const { cursor } = this;
    this.segment = cursor.at;
    while (cursor.at < end && this.problems.length < MOST_PROBLEMS) {
      if (this.skipSeparator()) {
        this.segment = cursor.at;
        continue;
      }
      const before = cursor.at;
      const outcome = this.isTornNumber() ? this.tornNumber() : this.readItem();
      if (outcome === 'read' && cursor.at > before) continue;
      if (outcome === null || outcome === 'read') this.complain(end);
      else this.report(outcome);
      this.skipSegment(end);
    }
  }

  /** Quotes the whole of what stands between two separators: half a phrase would say less. */
  private complain(end: number): void {
    this.cursor.at = this.segment;
    this.skipSegment(end, false);
    this.report(complaint(this.cursor, this.segment, this.cursor.at));
  }

  /** Goes on behind what could not be read, stray closing brackets included. */
  private skipSegment(end: number, isLeft = true): void {
    const { cursor } = this;
    cursor.toNextPause();
    while (cursor.at < end && cursor.is('close')) {
      cursor.at += 1;
      cursor.toNextPause();
    }
    if (isLeft) this.segment = cursor.at;
  }

  private report(found: Problem): void {
    this.problems.push(found);
  }

  private skipSeparator(): boolean {
    const { cursor } = this;
    if (cursor.isMark(';')) {
      this.lapsed ||= this.heading !== null;
      this.heading = null;
      if (this.effect === 'except') this.effect = 'add';
    } else if (!cursor.isMark(',.') && cursor.role() !== 'and') return false;
    cursor.at += 1;
    return true;
  }

  private readItem(): 'read' | Problem | null {
    const { cursor } = this;
    if (cursor.role() === 'except-after' && cursor.at > this.segment) return this.turnIntoExceptions();
    if (skipExcept(cursor)) {
      if (this.effect !== 'add' || cursor.atPause()) return null;
      this.effect = 'except';
      this.heading = null;
      return 'read';
    }
    if (cursor.is('open')) return this.readGroup();
    const start = cursor.at;
    const scope = readScope(cursor);
    if (scope === null) {
      const phrase = readPhrase(cursor);
      return phrase === null || 'code' in phrase ? phrase : this.finish(phrase, start, null);
    }
    if (this.endsItem() && !cursor.isMark(':')) return this.finish({ kind: 'all' }, start, scope.side);
    if (!cursor.skipColon() && cursor.is('dash')) cursor.at += 1;
    if (this.endsItem() && !cursor.is('open')) return null;
    if (scope.side !== null) this.heading = scope.side;
    this.lapsed = false;
    return 'read';
  }

  /** Whether the item read so far has its end here: a separator, an exception, brackets with one, or the end. */
  private endsItem(): boolean {
    const { cursor } = this;
    const role = cursor.role();
    if (cursor.atPause() || role === 'except' || role === 'except-after') return true;
    if (role === 'filler') return cursor.role(1) === 'except' || cursor.role(1) === 'except-after';
    if (!cursor.is('open')) return false;
    const at = cursor.at;
    const remark = readRemark(cursor, null);
    cursor.at = at;
    return remark?.kind === 'except';
  }

  /** Reads what follows an item (its brackets, its side), then states it. */
  private finish(phrase: Phrase, start: number, scopeSide: StatedSide | null): 'read' | Problem | null {
    const { cursor } = this;
    let said = phrase;
    let side = scopeSide;
    let exceptionsEnd: number | null = null;
    while (exceptionsEnd === null) {
      if (cursor.is('open')) {
        const close = cursor.partner(cursor.at) ?? null;
        const single = said.kind === 'houses' && said.houses.length === 1 ? (said.houses[0] ?? null) : null;
        const remark = readRemark(cursor, single);
        if (remark === null) return null;
        if (remark.kind === 'side') side = remark.side;
        if (remark.kind === 'houses') said = remark;
        if (remark.kind === 'every-suffix') {
          if (single === null) return null;
          said = { kind: 'whole-number', number: single.number };
        }
        if (remark.kind === 'except') exceptionsEnd = close;
      } else if (!cursor.skip('inclusive', 'between') && !this.skipTrailingNoun()) {
        const own = this.readOwnSide();
        if (own === null) break;
        side = own;
      }
    }
    return this.state(said, start, side, exceptionsEnd);
  }

  private skipTrailingNoun(): boolean {
    return this.cursor.role() === 'house' && !this.cursor.is('number', 1) && this.cursor.skip('house');
  }

  /** A side behind an item is the item's own, unless it heads what follows: `четные 2-8 нечетные 3-9`. */
  private readOwnSide(): StatedSide | null {
    const { cursor } = this;
    const start = cursor.at;
    const side = readSide(cursor);
    const isHeading = cursor.isMark(':') || cursor.is('dash') || (this.heading !== null && !this.endsItem());
    if (side !== null && !isHeading) return side;
    cursor.at = start;
    return null;
  }

  private state(
    phrase: Phrase,
    start: number,
    side: StatedSide | null,
    exceptionsEnd: number | null,
  ): 'read' | Problem | null {
    const { cursor, effect, lapsed, strict } = this;
    const end = exceptionsEnd === null ? cursor.at : this.bracketBefore(exceptionsEnd);
    const words = cursor.quote(start, end);
    const stated = side ?? this.heading;
    const { statement, problem: found } = stateItem(phrase, { words, stated, lapsed, effect, strict });
    if (found !== null) this.report(found);
    if (statement === null) return 'read';
    this.statements.push(statement, ...this.awaiting);
    this.awaiting = [];
    if (exceptionsEnd === null) return 'read';
    if (effect !== 'add') return null;
    return this.readInside(exceptionsEnd, 'except-in-brackets');
  }

  private bracketBefore(close: number): number {
    let at = this.cursor.at;
    while (at > 0 && this.cursor.partner(at) !== close) at -= 1;
    return at;
  }

  private readGroup(): 'read' | null {
    const close = this.cursor.partner(this.cursor.at);
    if (close === undefined || this.depth >= DEEPEST_BRACKETS) return null;
    this.cursor.at += 1;
    return this.readInside(close, this.effect);
  }

  private readInside(close: number, effect: Effect): 'read' {
    const [outerEffect, outerHeading, outerSegment] = [this.effect, this.heading, this.segment];
    this.effect = effect;
    if (effect === 'except-in-brackets') this.heading = null;
    this.depth += 1;
    this.readUntil(close);
    this.depth -= 1;
    this.cursor.at = close + 1;
    this.effect = outerEffect;
    this.heading = effect === 'except-in-brackets' ? outerHeading : null;
    this.segment = outerSegment;
    return 'read';
  }

  /** Kazakh puts "except" behind: the single houses just before it are the exceptions. */
  private turnIntoExceptions(): 'read' | null {
    this.cursor.at += 1;
    if (this.effect !== 'add') return 'read';
    const exceptions: Statement[] = [];
    for (
      let last = this.statements.at(-1);
      last !== undefined && last.houses.length > 0;
      last = this.statements.at(-1)
    ) {
      exceptions.unshift({ ...last, effect: 'except' });
      this.statements.pop();
    }
    if (exceptions.length === 0) return null;
    if (this.statements.length === 0) this.awaiting = exceptions;
    else this.statements.push(...exceptions);
    return 'read';
  }

  /** Two numbers with a blank alone between them, which may be one number torn in two: `1 8а`. */
  private isTornNumber(): boolean {
    if (this.cursor.at === this.segment) return false;
    const [before, after] = [this.cursor.peek(-1), this.cursor.peek()];
    if (before?.kind !== 'number' || after?.kind !== 'number') return false;
    return before.text.length < 2 || after.text.length < 2 || after.text.startsWith('0');
  }

  private tornNumber(): Problem {
    const { cursor } = this;
    const start = cursor.at - 1;
    readPhrase(cursor);
    return problem('houses-ambiguous-blank', { words: cursor.quote(start) });
  }
}
