import { statSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { expect } from 'vitest';
import { expectChain, lookAtRest } from '../support/history-chain.ts';
import { inventedIins, STAFF_HEADER, staffLines } from '../support/invented-staff.ts';
import { type Inside, lookInside } from '../support/look-inside.ts';
import { type Ended, type Running, startProgram } from '../support/program.ts';

/** More than a megabyte of them: the file is read in a thread of its own. */
const NEW = 20_000;
/** Who leaves in one round of `--sync`: fewer than a tenth. */
const LEAVERS = 150;
/** Rows that cannot be used, for `--skip-invalid`. */
const SPOILED = 5;

export interface Way {
  readonly flags: readonly string[];
  /** the file comes through standard input */
  readonly stdin: boolean;
}

/** An import that is killed again and again, and goes on with other people whenever it was quicker than the kill. */
export class KilledImport {
  readonly #folder: string;
  readonly #target: string;
  readonly #env: Readonly<Record<string, string>>;
  readonly #way: Way;
  readonly #org: string;
  #held: readonly string[];
  #round = 0;
  #goal: readonly string[] = [];
  #text = '';

  constructor(target: string, folder: string, as: string, org: string, held: readonly string[], way: Way) {
    this.#target = target;
    this.#folder = folder;
    this.#env = { QABYL_DB: target, QABYL_AS: as, TMPDIR: folder };
    this.#org = org;
    this.#held = held;
    this.#way = way;
    this.#nextRound();
  }

  /** How long the plan alone takes, start and end of the program included: milliseconds. */
  async planned(): Promise<number> {
    const begin = performance.now();
    const { code, stdout } = await this.#toEnd('--dry-run');
    expect(code, stdout).toBe(this.#way.flags.includes('--skip-invalid') ? 6 : 0);
    return performance.now() - begin;
  }

  /** Kills it after so many milliseconds, and looks at what is left. */
  async killAfter(ms: number): Promise<void> {
    const running = this.#start();
    const timer = new AbortController();
    void after(ms, undefined, { signal: timer.signal }).then(
      () => running.child.kill('SIGKILL'),
      () => undefined,
    );
    const ended = await running.ended;
    timer.abort();
    await this.#expectAllOrNothing(ended, `after ${ms} ms`);
  }

  /** Kills it as soon as so many bytes of the commit have reached SQLite's log. */
  async killInCommit(bytes: number): Promise<void> {
    const running = this.#start();
    const log = `${this.#target}-wal`;
    const watcher = watch(this.#folder, () => {
      const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
      if (size > bytes) running.child.kill('SIGKILL');
    });
    const ended = await running.ended;
    watcher.close();
    await this.#expectAllOrNothing(ended, `after ${bytes} bytes`);
  }

  /** The next run of the same command does what the killed ones did not. */
  async finish(): Promise<void> {
    const { code, stdout } = await this.#toEnd();
    const rejected = this.#way.flags.includes('--skip-invalid') ? SPOILED : 0;
    expect(code, stdout).toBe(rejected > 0 ? 6 : 0);
    expect(JSON.parse(stdout)).toMatchObject({ summary: { add: NEW, rejected } });
    expect(await this.#inside(activeIins)).toEqual(this.#goal.toSorted());
    await this.#inside(expectChain);
  }

  #nextRound(): void {
    const fresh = inventedIins(NEW, 71 + this.#round++);
    const stay = this.#way.flags.includes('--sync') ? this.#held.slice(LEAVERS) : this.#held;
    this.#goal = [...stay, ...fresh];
    const spoiled = this.#way.flags.includes('--skip-invalid') ? '123;Қате;Жол;\n'.repeat(SPOILED) : '';
    this.#text = STAFF_HEADER + staffLines(this.#goal) + spoiled;
    expect(Buffer.byteLength(this.#text)).toBeGreaterThan(1_000_000);
    writeFileSync(join(this.#folder, 'барлығы.csv'), this.#text);
  }

  async #expectAllOrNothing({ signal, stdout }: Ended, when: string): Promise<void> {
    const active = await this.#inside(activeIins);
    const done = active.length === this.#goal.length;
    expect(active, `killed ${when}: a part of the change`).toEqual(
      (done ? this.#goal : this.#held).toSorted(),
    );
    if (signal === null) expect(done, stdout).toBe(true);
    const changes = await this.#inside(expectChain);
    expect(changes).toBe(2 + this.#round + (done ? 1 : 0));
    if (!done) return;
    this.#held = this.#goal;
    this.#nextRound();
  }

  #start(...more: readonly string[]): Running {
    const file = this.#way.stdin ? '-' : join(this.#folder, 'барлығы.csv');
    const argv = ['import-staff', file, '--org', this.#org, '--json', ...this.#way.flags, ...more];
    const running = startProgram(argv, { env: this.#env });
    running.child.stdin.end(this.#way.stdin ? this.#text : '');
    return running;
  }

  #toEnd(...more: readonly string[]): Promise<Ended> {
    return this.#start(...more).ended;
  }

  async #inside<T>(look: (inside: Inside) => Promise<T>): Promise<T> {
    const inside = await lookInside(this.#target);
    try {
      return await lookAtRest(inside, this.#target.startsWith('postgres'), look);
    } finally {
      await inside.close();
    }
  }
}

async function activeIins(inside: Inside): Promise<string[]> {
  const rows = await inside.rows<{ iin: string }>(
    `select iin from staff where active = 1 and org <> 'akzhailau'`,
  );
  return rows.map(({ iin }) => iin).toSorted();
}
