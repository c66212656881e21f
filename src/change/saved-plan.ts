import { type Problem, problem } from '../domain/problem.ts';
import type { Summary } from './request.ts';
import type { Sink } from './sink.ts';

/** A plan as a file keeps it: enough to know it again and to say what moved. */
export interface SavedPlan {
  readonly schema: 'qabyl.plan/1';
  readonly command: string;
  /** order-independent digest of every row change, 64 hexadecimal digits */
  readonly digest: string;
  readonly summary: Summary;
  /** `kind key` → the first 16 bytes of that row change's digest, hexadecimal */
  readonly rows: Readonly<Record<string, string>>;
}

/** Makes the plan that `--save-plan` writes. */
export function planOf(
  command: string,
  digest: string,
  summary: Summary,
  rows: ReadonlyMap<string, string>,
): SavedPlan {
  return {
    schema: 'qabyl.plan/1',
    command,
    digest,
    summary: { ...summary },
    rows: Object.fromEntries([...rows].sort()),
  };
}

const NAMED_ROWS = 20;

/** Says which rows are no longer as planned. `plan` is null when a person approved what was on the screen. */
export function whatMoved(plan: SavedPlan | null, sink: Sink): Problem {
  const now = sink.rows ?? new Map<string, string>();
  const planned = new Map(Object.entries(plan?.rows ?? {}));
  const moved = [...new Set([...planned.keys(), ...now.keys()])]
    .filter(key => planned.get(key) !== now.get(key))
    .sort();
  return problem('plan-moved', {
    moved: moved.slice(0, NAMED_ROWS),
    more: Math.max(0, moved.length - NAMED_ROWS),
  });
}
