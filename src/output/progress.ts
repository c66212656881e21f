import type { Phase, ProgressWords } from '../locales/progress-words.ts';

/** Where progress is shown. */
export interface ProgressScreen {
  write(text: string): unknown;
  /** of the terminal, where it is one that tells */
  readonly columns?: number | undefined;
}

/** How: one line that is rewritten, a plain line now and then, or not at all. */
export type ProgressManner = 'line' | 'log' | 'none';

/** What is told of the work under way. */
export interface Step {
  /** done in this phase so far; null where they are not counted */
  readonly rows: number | null;
  /** done of all, 0 to 1; null where the end is not known */
  readonly share: number | null;
}

/** Work that is over sooner is shown without progress, for nothing must flicker; in milliseconds. */
const QUIET_MS = 500;
/** Between two pictures of the line, and between two plain lines, in milliseconds. */
const EVERY_MS = { line: 100, log: 10_000 };
/** A rate is told once it has been measured for so long, in milliseconds. */
const MEASURED_MS = 500;
/** Of a terminal that does not say how wide it is. */
const COLUMNS = 80;
/** Columns left free: in the last one some terminals begin a new line already, and they write `^C` before it is heard. */
const MARGIN = 1 + '^C'.length;
const START_OF_LINE = '\r';
const ERASE_TO_END = '\u001b[K';

/** What the manner of showing depends on; a dumb terminal cannot rewrite a line. */
export function progressManner(facts: { isTTY: boolean; term: string; quiet: boolean }): ProgressManner {
  if (facts.quiet) return 'none';
  return facts.isTTY && facts.term !== 'dumb' ? 'line' : 'log';
}

/** Shows how far long work has come. The time comes in with each call, in milliseconds. */
export class Progress {
  readonly #screen: ProgressScreen;
  readonly #manner: ProgressManner;
  readonly #words: ProgressWords;
  #phase: Phase | null = null;
  #phaseBegan = 0;
  #firstShown = 0;
  #nextShown = 0;
  #drawn = false;
  #ended = false;

  constructor(screen: ProgressScreen, manner: ProgressManner, words: ProgressWords) {
    this.#screen = screen;
    this.#manner = manner;
    this.#words = words;
  }

  /** A part of the work begins. It may keep the program deaf until it is over, so it is shown at once. */
  begin(phase: Phase, now: number): void {
    if (this.#manner === 'none' || this.#ended) return;
    if (this.#phase === null) {
      this.#firstShown = now + (this.#manner === 'line' ? QUIET_MS : EVERY_MS.log);
      this.#nextShown = this.#firstShown;
    }
    this.#phase = phase;
    this.#phaseBegan = now;
    if (this.#manner === 'line' && now >= this.#firstShown) this.#show(now, { rows: null, share: null });
  }

  /** The work has come so far. */
  step(now: number, step: Step): void {
    if (this.#phase === null || this.#ended) return;
    if (now >= this.#nextShown) this.#show(now, step);
  }

  /** Takes the line away, before anything else is written. */
  clear(): void {
    if (!this.#drawn) return;
    this.#screen.write(START_OF_LINE + ERASE_TO_END);
    this.#drawn = false;
  }

  /** The work pauses or is over: what comes next begins anew. */
  end(): void {
    this.clear();
    this.#phase = null;
  }

  /** Nothing is to be shown any more, whatever is still going on. */
  silence(): void {
    this.clear();
    this.#ended = true;
  }

  #show(now: number, { rows, share }: Step): void {
    if (this.#phase === null || this.#manner === 'none') return;
    this.#nextShown = now + EVERY_MS[this.#manner];
    const took = now - this.#phaseBegan;
    const text = this.#words.line({
      phase: this.#phase,
      percent: share === null ? null : Math.floor(Math.min(1, share) * 100),
      rows,
      rate: rows === null || took < MEASURED_MS ? null : Math.round((rows * 1000) / took),
    });
    if (this.#manner === 'log') {
      this.#screen.write(`${text}\n`);
      return;
    }
    const columns = (this.#screen.columns || COLUMNS) - MARGIN;
    this.#screen.write(START_OF_LINE + cut(text, columns) + ERASE_TO_END);
    this.#drawn = true;
  }
}

/** A line that were wrapped could not be rewritten. All letters here are one column wide. */
function cut(text: string, columns: number): string {
  return text.length <= columns ? text : columns < 1 ? '' : `${text.slice(0, columns - 1)}…`;
}
