import type { Problem } from '../domain/problem.ts';

/** Problems that one and the same thing is wrong with, and that one fix mends: equal code, severity and arguments. */
export interface Cause {
  /** in the order given; at least one */
  readonly problems: readonly Problem[];
  /** rows that it alone makes bad: mending it saves them */
  readonly onlyHere: number;
}

/** All causes of one code and severity. */
export interface CauseGroup {
  readonly causes: readonly Cause[];
  /** how many problems they hold together */
  readonly size: number;
}

/**
 * Problems grouped by code and, within it, by cause: four hundred rows that name one unknown school have one cause.
 * Groups come in the order of their first problem, and so do the causes of a group. Linear in the problems.
 */
export function groupByCause(problems: readonly Problem[]): readonly CauseGroup[] {
  const groups = new Map<string, Map<string, { problems: Problem[]; onlyHere: number }>>();
  /** row → the one cause of its errors, or null once it has two */
  const blamed = new Map<string, { onlyHere: number } | null>();
  for (const one of problems) {
    const name = `${one.severity} ${one.code}`;
    const group = groups.get(name) ?? new Map();
    groups.set(name, group);
    const key = JSON.stringify(one.args);
    const cause = group.get(key) ?? { problems: [], onlyHere: 0 };
    group.set(key, cause);
    cause.problems.push(one);
    if (one.severity === 'error') blame(blamed, one, cause);
  }
  for (const cause of blamed.values()) if (cause !== null) cause.onlyHere += 1;
  return [...groups.values()].map(group => {
    const causes = [...group.values()];
    return { causes, size: causes.reduce((sum, cause) => sum + cause.problems.length, 0) };
  });
}

function blame<C>(blamed: Map<string, C | null>, { where }: Problem, cause: C): void {
  if (!where || where.record === null) return;
  const row = `${where.record} ${where.file}`;
  const earlier = blamed.get(row);
  if (earlier === undefined) blamed.set(row, cause);
  else if (earlier !== cause) blamed.set(row, null);
}
