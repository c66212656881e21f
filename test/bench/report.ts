import type { Group } from './bench.ts';
import { type Bar, type Claim, figuresOf, type Verdict } from './claims.ts';
import { type Measure, median } from './measure.ts';

/** The figures of one group as a plain table, then what they are held against. */
export function groupText(group: Group, measures: readonly Measure[], verdicts: readonly Verdict[]): string {
  const peaks = measures.some(({ runs }) => runs.some(run => run.peakBytes !== null));
  const figures = [
    ['', 'median', 'min', 'max', ...(peaks ? ['peak'] : [])],
    ...measures.map(measure => [measure.name, ...figureCells(measure, peaks)]),
  ];
  const ratios = verdicts.map(({ claim, value, met }) => [
    nameOf(claim),
    value === null ? '-' : shown(value, claim),
    barText(claim),
    verdictText(claim, value, met),
  ]);
  const failures = measures.flatMap(({ name, failure }) =>
    failure === null ? [] : [`! ${name}: ${failure}`],
  );
  return [
    `\n${group.title}`,
    ...group.notes.map(note => `  ${note}`),
    '',
    ...table(figures),
    '',
    ...table(ratios),
    ...failures.map(failure => `  ${failure}`),
  ]
    .map(line => `${line}\n`)
    .join('');
}

function figureCells({ runs }: Measure, peaks: boolean): string[] {
  const times = figuresOf(runs, 'time');
  if (times.length === 0) return [];
  const cells = [median(times), Math.min(...times), Math.max(...times)].map(milliseconds);
  const peak = median(figuresOf(runs, 'peak'));
  return peaks ? [...cells, Number.isNaN(peak) ? '-' : megabytes(peak)] : cells;
}

function nameOf({ of, against, figure }: Claim): string {
  if (figure === 'growth') return `${of}, the database afterwards : before`;
  const what = figure === 'peak' || figure === 'size' ? `, ${figure}` : '';
  if (against === null) return `${of}${what}`;
  return figure === 'beyond' ? `${of}, beyond ${against}` : `${of} : ${against}${what}`;
}

type Unit = 'MB' | 'ms' | 'rows/s' | '×';

function unitOf({ against, figure }: Claim): Unit {
  if (figure === 'beyond') return 'ms';
  if (against !== null || figure === 'growth') return '×';
  return figure === 'rate' ? 'rows/s' : figure === 'time' ? 'ms' : 'MB';
}

const shownIn: Readonly<Record<Unit, (value: number) => string>> = {
  '×': value => `${value.toFixed(2)} ×`,
  MB: megabytes,
  ms: milliseconds,
  'rows/s': value => `${whole(value)} rows/s`,
};

function shown(value: number, claim: Claim): string {
  return shownIn[unitOf(claim)](value);
}

/** `bar ≤ 1.2 ×, aim 1 ×`; empty where nothing is asked */
export function barText(claim: Claim): string {
  const { bar } = claim;
  if (!bar) return '';
  const unit = unitOf(claim);
  const signs: [keyof Bar, string][] = [
    ['least', 'bar ≥'],
    ['most', 'bar ≤'],
    ['under', 'bar <'],
    ['aim', 'aim'],
  ];
  return signs
    .flatMap(([name, sign]) => (bar[name] === undefined ? [] : [`${sign} ${bar[name]} ${unit}`]))
    .join(', ');
}

function verdictText({ bar }: Claim, value: number | null, met: boolean | null): string {
  if (value === null) return 'no figures';
  if (!bar) return '';
  return met ? 'met' : 'NOT MET';
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en-GB');
}

function milliseconds(ms: number): string {
  return `${whole(ms)} ms`;
}

function megabytes(mb: number): string {
  return `${mb.toFixed(0)} MB`;
}

/** Columns aligned: the first to the left, the figures to the right, what is not a figure to the left again. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = [0, 1, 2, 3, 4].map(column =>
    Math.max(0, ...rows.map(row => [...(row[column] ?? '')].length)),
  );
  const isFigure = (text: string) => /^-?[\d,.]+ (ms|MB|rows\/s|×)$|^(median|min|max|peak|-)$/.test(text);
  return rows.map(row =>
    row
      .map((text, column) => {
        const width = widths[column] ?? 0;
        return column > 0 && isFigure(text) ? text.padStart(width) : text.padEnd(width);
      })
      .reduce((line, text) => `${line}  ${text}`, '')
      .trimEnd(),
  );
}
