import { type Measure, median } from './measure.ts';

/** What issues 3, 4 and 5 ask of one measure, mostly against another one. */
export interface Claim {
  /** a measure by its name */
  readonly of: string;
  /** the measure it is divided by; null: the figure itself is judged */
  readonly against: string | null;
  /**
   * time in milliseconds, or peak memory in MB (1,000,000 bytes, the stricter reading), as a ratio where there is
   * something to divide by; `beyond`: so many milliseconds more than the other measure; `size`: of the database
   * afterwards, in MB; `growth`: that, divided by what it was before; `rate`: `rows` a second
   */
  readonly figure: 'time' | 'peak' | 'beyond' | 'size' | 'growth' | 'rate';
  /** for a rate: how many rows the work is about */
  readonly rows?: number;
  /** absent: the ratio is shown and not judged */
  readonly bar?: Bar;
}

export interface Bar {
  readonly least?: number;
  readonly most?: number;
  /** less than this */
  readonly under?: number;
  /** what is hoped for beyond the bar */
  readonly aim?: number;
}

export interface Verdict {
  readonly claim: Claim;
  /** a ratio of medians, or a median where there is nothing to divide by; null without figures */
  readonly value: number | null;
  /** null: not judged, for want of a bar or of figures */
  readonly met: boolean | null;
}

/** Holds a claim against the figures of its group. */
export function judge(claim: Claim, measures: readonly Measure[]): Verdict {
  const own = middle(claim.of, claim, measures);
  const other = claim.against === null ? null : middle(claim.against, claim, measures);
  const value = other === null ? own : claim.figure === 'beyond' ? own - other : own / other;
  if (!Number.isFinite(value)) return { claim, value: null, met: null };
  return { claim, value, met: claim.bar ? meets(value, claim.bar) : null };
}

function meets(value: number, { least, most, under }: Bar): boolean {
  return (
    (least === undefined || value >= least) &&
    (most === undefined || value <= most) &&
    (under === undefined || value < under)
  );
}

function middle(name: string, { figure, rows = 0 }: Claim, measures: readonly Measure[]): number {
  const found = median(figuresOf(measures.find(measure => measure.name === name)?.runs ?? [], figure));
  return figure === 'rate' ? rows / (found / 1000) : found;
}

/** The figures of some runs: milliseconds, or MB where the memory was watched, or the size; or how that grew. */
export function figuresOf(runs: Measure['runs'], figure: Claim['figure']): number[] {
  switch (figure) {
    case 'peak':
      return runs.flatMap(({ peakBytes }) => (peakBytes === null ? [] : [peakBytes / 1_000_000]));
    case 'size':
      return runs.flatMap(({ size }) => (size === undefined ? [] : [size.after / 1_000_000]));
    case 'growth':
      return runs.flatMap(({ size }) => (size === undefined ? [] : [size.after / size.before]));
    default:
      return runs.map(run => run.ms);
  }
}
