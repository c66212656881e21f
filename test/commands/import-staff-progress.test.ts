import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scenes, story } from '../../fixtures/story.ts';
import { problem } from '../../src/domain/problem.ts';
import { OperatorError } from '../../src/errors.ts';
import { workbook } from '../bench/workbook.ts';
import { engines, type TestDatabase } from '../support/databases.ts';
import { inventedIins, STAFF_HEADER, staffLines } from '../support/invented-staff.ts';
import { qabyl, type RunOptions } from '../support/run.ts';
import { playScenes } from '../support/story.ts';

const org = story.department.code;
const ONE_BATCH = 10_000;

/** What a terminal shows in the end of all that was written to it. */
function screenOf(written: string): string {
  return written
    .split('\n')
    .map(line =>
      line
        .split('\r')
        .reduce(
          (shown, piece) =>
            piece.endsWith('\u001b[K') ? piece.slice(0, -3) : piece + shown.slice(piece.length),
          '',
        ),
    )
    .join('\n');
}

describe.each(engines)('progress of import-staff on $engine', ({ create }) => {
  let place: TestDatabase;
  let file: string;
  beforeEach(async () => {
    place = await create();
    await playScenes(place.target, scenes.slice(0, 1));
    file = join(place.folder, 'staff.csv');
    writeFileSync(file, STAFF_HEADER + staffLines(inventedIins(ONE_BATCH)));
  });
  afterEach(() => place.drop());

  /** Each look at the clock is some time later than the one before. */
  function slowly(ms: number, options: RunOptions = {}, looked: () => void = () => undefined): RunOptions {
    let now = Date.parse('2027-02-01T07:00:00Z');
    const clock = () => {
      looked();
      now += ms;
      return new Date(now);
    };
    return { db: place.target, as: story.admin.iin, clock, ...options };
  }
  const onTerminal: RunOptions = { answers: [] };
  const run = (more: readonly string[], options: RunOptions) =>
    qabyl(['import-staff', file, '--org', org, '--lang', 'en', ...more], options);

  it('is shown on a terminal, and nothing of it is left at the end', async () => {
    const { code, stdout, stderr } = await run([], slowly(1000, onTerminal));
    expect(code).toBe(0);
    expect(stderr).toMatch(/\rReading and writing: \d+%, \d,\d{3} rows, [\d,]+ rows a second/);
    expect(stderr).toContain('\rSaving…\u001b[K');
    expect(screenOf(stderr)).not.toMatch(/Reading and writing|Saving|Checking/);
    expect(screenOf(stderr)).toContain('Columns');
    expect(stdout).not.toContain('\r');
  });

  it('of a dry run ends with the check', async () => {
    const { stderr } = await run(['--dry-run'], slowly(1000, onTerminal));
    expect(stderr).toContain('Checking the result…');
    expect(stderr).not.toContain('Saving');
    expect(screenOf(stderr)).not.toContain('Checking');
  });

  it('does not flicker when the work is short', async () => {
    const { stderr } = await run([], slowly(1, onTerminal));
    expect(stderr).not.toContain('\r');
  });

  it('off a terminal is a line now and then', async () => {
    const { code, stderr } = await run([], slowly(10_000));
    expect(code).toBe(0);
    expect(stderr).toMatch(/^Reading and writing: \d+%, \d,\d{3} rows, \d{3} rows a second$/m);
    expect(stderr).not.toContain('\r');
    expect(stderr).not.toContain('\u001b');
    expect((await run([], slowly(100))).stderr).not.toContain('Reading');
  });

  it.each([[onTerminal], [{}]])('is not shown with --quiet', async options => {
    expect((await run(['--quiet'], slowly(10_000, options))).stderr).toBe('');
  });

  it('leaves stdout to the JSON document', async () => {
    const { stdout, stderr } = await run(['--json'], slowly(1000, onTerminal));
    expect(JSON.parse(stdout)).toMatchObject({ outcome: 'applied', summary: { add: ONE_BATCH } });
    expect(stderr).toContain('Reading and writing');
  });

  it('of a workbook tells no share: it is unpacked before its rows are read', async () => {
    const lines = staffLines(inventedIins(ONE_BATCH)).trimEnd().split('\n');
    writeFileSync(file, workbook([STAFF_HEADER.trimEnd(), ...lines].map(line => line.split(';'))));
    const { stderr } = await run([], slowly(1000, onTerminal));
    expect(stderr).toMatch(/\rReading and writing: \d,\d{3} rows/);
    expect(stderr).not.toContain('%');
  });

  it('names the second reading of a file that has people in it twice', async () => {
    writeFileSync(file, STAFF_HEADER + staffLines([...inventedIins(ONE_BATCH), ...inventedIins(1)]));
    const { stderr } = await run([], slowly(1000, onTerminal));
    expect(stderr).toContain('\rChecking repeated rows');
  });

  it('tells how many of the absent are dismissed', async () => {
    expect((await run([], slowly(0))).code).toBe(0);
    writeFileSync(file, STAFF_HEADER + staffLines(inventedIins(ONE_BATCH - 900)));
    // Whoever imports is not in the file either.
    const { code, stderr } = await run(
      ['--sync', '--yes', '--dry-run', '--allow-removals', '901'],
      slowly(1000, onTerminal),
    );
    expect(code, stderr).toBe(3); // the last super-administrator would go
    expect(stderr).toContain('\rDismissing those not in the file: 55%\u001b[K');
    expect(screenOf(stderr)).not.toContain('Dismissing');
  });

  it('is gone after Ctrl-C, and does not come back over the last words', async () => {
    const ctrlC = new AbortController();
    let looks = 0;
    const looked = () => {
      if (++looks === 5) ctrlC.abort(new OperatorError(problem('interrupted', { written: false })));
    };
    const { code, stderr } = await run([], slowly(1000, { ...onTerminal, signal: ctrlC.signal }, looked));
    expect(code).toBe(130);
    expect(stderr).toContain('\rReading');
    const lines = screenOf(stderr).trim().split('\n');
    expect(lines.at(-1)).toMatch(/nothing was written/);
    expect(lines.join('\n')).not.toContain('Reading');
  });

  it('is gone when the file turns out to be bad', async () => {
    writeFileSync(file, `${STAFF_HEADER}${staffLines(inventedIins(ONE_BATCH))}123;Серікова;Айгүл;мұғалім\n`);
    const { code, stderr } = await run([], slowly(1000, onTerminal));
    expect(code).toBe(3);
    expect(stderr).toContain('\rReading');
    expect(screenOf(stderr)).not.toContain('Reading');
  });
});
