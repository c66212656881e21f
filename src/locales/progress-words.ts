/** The parts of a long change. `rereading` looks again at what stands in a file more than once. */
export type Phase = 'reading' | 'rereading' | 'dismissing' | 'checking' | 'saving';

/** How far a phase has come; null for what is not known. */
export interface ProgressFacts {
  readonly phase: Phase;
  readonly percent: number | null;
  /** rows of the file so far */
  readonly rows: number | null;
  /** rows a second */
  readonly rate: number | null;
}

/** One line that tells how far long work has come. */
export interface ProgressWords {
  readonly line: (facts: ProgressFacts) => string;
}
