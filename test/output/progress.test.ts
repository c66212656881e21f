import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/locales/load-language.ts';
import { Progress, type ProgressManner, progressManner } from '../../src/output/progress.ts';

const { progress: words } = (await loadCatalogue('en')).reports;
const START = 1_000_000;

/** A screen that keeps each piece of what is written to it. */
class Screen {
  readonly written: string[] = [];
  readonly columns: number | undefined;

  constructor(columns?: number) {
    this.columns = columns;
  }

  write(text: string): void {
    this.written.push(text);
  }

  /** What a person sees on the one line. */
  get shown(): string {
    const last = this.written.at(-1) ?? '';
    expect([last.at(0), last.slice(-3)]).toEqual(['\r', '\u001b[K']);
    return last.slice(1, -3);
  }
}

function begun(manner: ProgressManner, columns?: number) {
  const screen = new Screen(columns);
  const progress = new Progress(screen, manner, words);
  progress.begin('reading', START);
  const step = (ms: number, rows: number | null = 8192, share: number | null = null) =>
    progress.step(START + ms, { rows, share });
  return { screen, progress, step };
}

it.each([
  [{ isTTY: true, term: 'xterm', quiet: false }, 'line'],
  [{ isTTY: true, term: '', quiet: false }, 'line'],
  [{ isTTY: true, term: 'dumb', quiet: false }, 'log'],
  [{ isTTY: false, term: 'xterm', quiet: false }, 'log'],
  [{ isTTY: true, term: 'xterm', quiet: true }, 'none'],
  [{ isTTY: false, term: 'xterm', quiet: true }, 'none'],
])('progress where %o is shown as %s', (facts, manner) => {
  expect(progressManner(facts)).toBe(manner);
});

describe('progress on a terminal', () => {
  it('does not show in the first half second, so that short work does not flicker', () => {
    const { screen, progress, step } = begun('line');
    for (let ms = 0; ms < 500; ms += 20) step(ms);
    progress.begin('saving', START + 499);
    progress.end();
    expect(screen.written).toEqual([]);
  });

  it('rewrites one line with the phase, the share, the rows and their rate', () => {
    const { screen, step } = begun('line');
    step(1000, 120_000, 0.409);
    expect(screen.shown).toBe('Reading and writing: 40%, 120,000 rows, 120,000 rows a second');
    step(2000, 300_000, 1);
    expect(screen.shown).toBe('Reading and writing: 100%, 300,000 rows, 150,000 rows a second');
    expect(screen.written.join('')).not.toContain('\n');
  });

  it('is drawn at most ten times a second', () => {
    const { screen, step } = begun('line');
    for (let ms = 0; ms < 2500; ms++) step(ms);
    expect(screen.written).toHaveLength(20);
  });

  it('shows at once that a phase begins which may keep the program deaf', () => {
    const { screen, progress, step } = begun('line');
    step(1000);
    progress.begin('saving', START + 1001);
    expect(screen.shown).toBe('Saving…');
  });

  it('counts the rate of a phase from its own beginning', () => {
    const { screen, progress } = begun('line');
    progress.begin('reading', START + 10_000);
    progress.step(START + 11_000, { rows: 5000, share: null });
    expect(screen.shown).toBe('Reading and writing: 5,000 rows, 5,000 rows a second');
  });

  it('takes its line away once, and only when there is one', () => {
    const { screen, progress, step } = begun('line');
    progress.clear();
    expect(screen.written).toEqual([]);
    step(1000);
    progress.clear();
    progress.clear();
    expect(screen.written).toHaveLength(2);
    expect(screen.written[1]).toBe('\r\u001b[K');
  });

  it('comes back after something else was written', () => {
    const { screen, progress, step } = begun('line');
    step(1000);
    progress.clear();
    step(1200, 9000);
    expect(screen.shown).toContain('9,000 rows');
  });

  it('is silent for good after an interruption', () => {
    const { screen, progress, step } = begun('line');
    step(1000);
    progress.silence();
    const { length } = screen.written;
    step(2000);
    progress.begin('saving', START + 3000);
    expect(screen.written).toHaveLength(length);
  });

  it('begins anew after a pause', () => {
    const { screen, progress, step } = begun('line');
    step(1000);
    progress.end();
    const { length } = screen.written;
    step(2000);
    progress.begin('reading', START + 60_000);
    progress.step(START + 60_400, { rows: 1, share: null });
    expect(screen.written).toHaveLength(length);
  });

  it('is never wider than the terminal, ^C after it included: a line that wraps cannot be rewritten', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 120 }),
        fc.nat(99_999_999),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 500, max: 5_000_000 }),
        (columns, rows, share, ms) => {
          const { screen, step } = begun('line', columns);
          step(ms, rows, share);
          expect(`${screen.shown}^C`.length).toBeLessThan(Math.max(3, columns));
        },
      ),
    );
  });

  it('is cut with a mark that there is more', () => {
    const { screen, step } = begun('line', 30);
    step(1000, 120_000, 0.4);
    expect(screen.shown).toBe('Reading and writing: 40%, …');
  });
});

describe('progress off a terminal', () => {
  it('is a plain line every ten seconds, none before', () => {
    const { screen, progress, step } = begun('log');
    for (let ms = 0; ms < 35_000; ms += 50) step(ms, ms * 10, ms / 35_000);
    progress.begin('saving', START + 35_000);
    progress.end();
    expect(screen.written).toEqual([
      'Reading and writing: 28%, 100,000 rows, 10,000 rows a second\n',
      'Reading and writing: 57%, 200,000 rows, 10,000 rows a second\n',
      'Reading and writing: 85%, 300,000 rows, 10,000 rows a second\n',
    ]);
  });
});

it('progress under --quiet writes nothing', () => {
  const { screen, progress, step } = begun('none');
  step(60_000);
  progress.begin('saving', START + 120_000);
  progress.end();
  expect(screen.written).toEqual([]);
});

it.each([
  ['en', 'Reading and writing: 7%, 21,001 rows, 1 row a second'],
  ['ru', 'Чтение и запись: 7 %, 21 001 строка, 1 строка в секунду'],
  ['kk', 'Жолдарды оқу және жазу: 7 %, 21 001 жол, секундына 1 жол'],
] as const)('progress in %s writes numbers in the way of the language', async (language, line) => {
  const { progress } = (await loadCatalogue(language)).reports;
  expect(
    progress.line({ phase: 'reading', percent: 7, rows: 21_001, rate: 1 }).replaceAll('\u00a0', ' '),
  ).toBe(line);
  expect(progress.line({ phase: 'reading', percent: 7, rows: 21_001, rate: 1 })).toMatch(/21[,\u00a0]001/);
});
