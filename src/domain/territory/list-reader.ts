import { type Problem, problem, warning } from '../problem.ts';
import { readBlockRun } from './list-block-run.ts';
import { skipExcept } from './list-brackets.ts';
import { complaint } from './list-complaint.ts';
import { Crossings } from './list-crossing.ts';
import { ListCursor } from './list-cursor.ts';
import { ListHeading } from './list-heading.ts';
import { endsItem, isDoubtful, onlyHouse, readTail } from './list-item.ts';
import { type Phrase, readPhrase } from './list-phrase.ts';
import { type Plot, readPlot } from './list-plot.ts';
import { readScope, skipCommaBeforeRange } from './list-scope.ts';
import type { StatedSide } from './list-side.ts';
import { type Effect, firstException, type Statement, stateItem } from './list-statements.ts';
import { readTornNumber } from './list-torn-number.ts';

/** Enough to see what is wrong with a list; nothing of it is used anyway once there is one. */
const MOST_ERRORS = 100;
const DEEPEST_BRACKETS = 2;

/** What became of one item: null is words that cannot be read. */
type Outcome = 'read' | Problem | null;

/** Reads the items of a house list one after another into statements and problems. One reader reads one list. */
export class ListReader {
  readonly statements: Statement[] = [];
  readonly problems: Problem[] = [];
  readonly plots: Plot[] = [];
  private readonly cursor: ListCursor;
  private readonly strict: boolean;
  private readonly heading = new ListHeading();
  private effect: Effect = 'add';
  /** Statements of a Kazakh exception that stands before what it is taken from (`7, 9-дан басқа барлық үйлер`). */
  private awaiting: Statement[] = [];
  /** Token after the last separator: what a complaint quotes from. */
  private segment = 0;
  private depth = 0;
  private errors = 0;
  private readonly crossings = new Crossings();

  constructor(text: string, strict: boolean) {
    this.cursor = new ListCursor(text);
    this.strict = strict;
  }

  read(): void {
    this.readUntil(this.cursor.tokens.length);
    if (this.awaiting[0]) this.report(problem('houses-except-nothing', { words: this.awaiting[0].words }));
    if (this.statements.length + this.plots.length + this.problems.length === 0)
      this.report(problem('houses-unreadable', { words: this.cursor.quote(0, this.cursor.tokens.length) }));
  }

  private readUntil(end: number): void {
    const { cursor } = this;
    this.segment = cursor.at;
    while (cursor.at < end && this.errors < MOST_ERRORS) {
      if (this.skipSeparator()) {
        this.segment = cursor.at;
        continue;
      }
      const before = cursor.at;
      const outcome = (before > this.segment ? readTornNumber(cursor) : null) ?? this.readItem();
      if (outcome === 'read' && cursor.at > before) continue;
      if (outcome === null || outcome === 'read') this.complain(end);
      else this.report(outcome);
      this.heading.opened = null;
      cursor.skipUnread(end);
      this.segment = cursor.at;
    }
    if (this.heading.opened !== null) this.report(complaint(cursor, this.heading.opened, end));
    this.heading.opened = null;
  }

  /** Quotes the whole of what stands between two separators: half a phrase would say less. */
  private complain(end: number): void {
    this.cursor.at = this.segment;
    this.cursor.skipUnread(end);
    const found = complaint(this.cursor, this.segment, this.cursor.at);
    this.errors += this.crossings.add(found, this.segment, this.cursor.at, this.problems);
  }

  private report(found: Problem): void {
    this.problems.push(found);
    if (found.severity === 'error') this.errors += 1;
  }

  private skipSeparator(): boolean {
    const { cursor } = this;
    if (cursor.isMark(';')) {
      this.heading.lapse();
      if (this.effect === 'except') this.effect = 'add';
    } else if (!cursor.isMark(',.') && cursor.role() !== 'and') return false;
    cursor.at += 1;
    return true;
  }

  private readItem(): Outcome {
    const { cursor } = this;
    if (cursor.role() === 'except-after' && cursor.at > this.segment) return this.turnIntoExceptions();
    if (skipExcept(cursor)) return this.beginExceptions();
    // `1-45 (кроме 7) (нечетные)`: what is said once more behind brackets may be about all that stands before
    const isBehindBrackets = cursor.at > this.segment && cursor.is('close', -1);
    if (cursor.is('open')) return isBehindBrackets ? null : this.readGroup();
    const plot = this.effect === 'add' ? readPlot(cursor) : null;
    if (plot !== null) {
      this.plots.push(plot);
      return 'read';
    }
    const start = cursor.at;
    if (cursor.skip('house') && cursor.skipColon()) return 'read';
    cursor.at = start;
    const scope = readScope(cursor);
    if (scope === null) {
      const phrase = readPhrase(cursor);
      return phrase === null || 'code' in phrase ? phrase : this.finish(phrase, start, null);
    }
    const isListed = cursor.role() === 'and' && cursor.peek(1) !== undefined;
    if (isListed || (endsItem(cursor) && !skipCommaBeforeRange(cursor, scope.side)))
      return isBehindBrackets ? null : this.finish({ kind: 'all' }, start, scope.side);
    if (!cursor.skipColon() && cursor.is('dash')) cursor.at += 1;
    if (endsItem(cursor)) return null;
    if (this.heading.contradicts(scope.side)) return this.contradiction(start);
    this.heading.begin(scope.side, start);
    return 'read';
  }

  /** States an item, and reads the exceptions in its brackets. */
  private finish(phrase: Phrase, start: number, scopeSide: StatedSide | null): Outcome {
    const { cursor, effect, strict, heading } = this;
    const item = readTail(cursor, phrase, scopeSide, heading.isSet);
    if (item === 'contradicts') return this.contradiction(start);
    if (item === null || (item.exceptions !== null && effect !== 'add')) return null;
    if (heading.contradicts(item.side)) return this.contradiction(start);
    if (isDoubtful(item, start > this.segment && !heading.isSet && effect === 'add')) return null;
    const run = readBlockRun(cursor, start, onlyHouse(item.phrase));
    if (run !== null) return run;
    const words = cursor.quote(start, item.exceptions?.open ?? cursor.at);
    const { statement, problem: found } = stateItem(item.phrase, {
      words,
      stated: item.side ?? heading.side,
      isAll: heading.isAll,
      isFurther: item.side === null && heading.opened === null,
      count: item.count,
      lapsed: heading.lapsed,
      effect,
      strict,
    });
    heading.opened = null;
    if (found !== null) this.report(found);
    if (item.leftOut !== null) this.report(warning('houses-left-out', { words: item.leftOut }));
    if (statement !== null) {
      this.statements.push(statement, ...this.awaiting);
      this.awaiting = [];
    }
    return item.exceptions === null ? 'read' : this.readInside(item.exceptions.close, 'except-in-brackets');
  }

  private contradiction(start: number): Problem {
    return problem('houses-side-contradicts', { words: this.cursor.quote(this.heading.opened ?? start) });
  }

  private beginExceptions(): Outcome {
    if (this.effect !== 'add' || this.cursor.atPause()) return null;
    this.effect = 'except';
    this.heading.clear();
    return 'read';
  }

  /** Kazakh puts "except" behind what it takes away. */
  private turnIntoExceptions(): Outcome {
    this.cursor.at += 1;
    if (this.effect !== 'add') return 'read';
    const first = firstException(this.statements);
    const exceptions = this.statements
      .splice(first)
      .map((statement): Statement => ({ ...statement, effect: 'except' }));
    if (exceptions.length === 0) return null;
    if (first === 0) this.awaiting.push(...exceptions);
    else this.statements.push(...exceptions);
    return 'read';
  }

  private readGroup(): Outcome {
    const close = this.cursor.partner(this.cursor.at);
    if (close === undefined || this.depth >= DEEPEST_BRACKETS) return null;
    this.cursor.at += 1;
    return this.readInside(close, this.effect);
  }

  private readInside(close: number, effect: Effect): 'read' {
    const { effect: outerEffect, segment: outerSegment } = this;
    this.effect = effect;
    this.depth += 1;
    this.heading.around(effect === 'except-in-brackets', () => this.readUntil(close));
    this.depth -= 1;
    this.cursor.at = close + 1;
    this.effect = outerEffect;
    this.segment = outerSegment;
    return 'read';
  }
}
