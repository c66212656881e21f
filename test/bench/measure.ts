import { spawnSync } from 'node:child_process';
import type { Run } from './child.ts';

/** One piece of work that is measured. Only `run` is timed. */
export interface Job {
  /** unique in its group; claims call it by this name */
  readonly name: string;
  /** fewer rounds than the others, for what takes minutes */
  readonly rounds?: number;
  readonly prepare?: () => Promise<void>;
  readonly run: () => Promise<Run>;
  /** @throws Error where the work was not done in full */
  readonly check?: () => Promise<void>;
  readonly clean?: () => Promise<void>;
}

export interface Measure {
  readonly name: string;
  /** in the order of the rounds; nothing is dropped */
  readonly runs: readonly Run[];
  /** why it has no figures, or fewer than the others */
  readonly failure: string | null;
}

/**
 * Runs every job once in each round (A B C, A B C, …), so that a drift of the machine hits all alike.
 * A job that fails is left out of the rounds after.
 * @param say told before each run what runs
 */
export async function interleave(
  jobs: readonly Job[],
  rounds: number,
  say: (text: string) => void,
): Promise<Measure[]> {
  const runs = new Map<Job, Run[]>(jobs.map(job => [job, []]));
  const failures = new Map<Job, string>();
  for (let round = 1; round <= rounds; round++)
    for (const job of jobs) {
      if (failures.has(job) || round > (job.rounds ?? rounds)) continue;
      say(`round ${round} of ${rounds}: ${job.name}`);
      try {
        runs.get(job)?.push(await once(job));
      } catch (error) {
        failures.set(job, error instanceof Error ? error.message : String(error));
      }
    }
  return jobs.map(job => ({
    name: job.name,
    runs: runs.get(job) ?? [],
    failure: failures.get(job) ?? null,
  }));
}

async function once(job: Job): Promise<Run> {
  try {
    await job.prepare?.();
    // What earlier runs left for the disk must not be written during this one.
    if (process.platform !== 'win32') spawnSync('sync');
    const run = await job.run();
    await job.check?.();
    return run;
  } finally {
    await job.clean?.();
  }
}

/** The middle value; the mean of the two in the middle where their number is even; NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[sorted.length >> 1] ?? Number.NaN;
  const lower = sorted[(sorted.length - 1) >> 1] ?? Number.NaN;
  return (lower + upper) / 2;
}
