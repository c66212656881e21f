import type { Group } from './bench.ts';
import { figuresOf, type Verdict } from './claims.ts';
import { type Measure, median } from './measure.ts';
import { barText } from './report.ts';

/** One group's figures as `--json FILE` keeps them: times in ms, peaks in MB. */
export function groupFigures(group: Group, measures: readonly Measure[], verdicts: readonly Verdict[]) {
  return {
    title: group.title,
    notes: group.notes,
    measures: measures.map(({ name, runs, failure }) => ({
      name,
      ms: summary(figuresOf(runs, 'time')),
      peak_mb: summary(figuresOf(runs, 'peak')),
      failure,
    })),
    claims: verdicts.map(({ claim, value, met }) => ({
      of: claim.of,
      against: claim.against,
      figure: claim.figure,
      value,
      bar: barText(claim) || null,
      met,
    })),
  };
}

function summary(figures: readonly number[]) {
  if (figures.length === 0) return null;
  return { median: median(figures), min: Math.min(...figures), max: Math.max(...figures), all: figures };
}
