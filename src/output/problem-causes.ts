import type { Problem, ProblemCode } from '../domain/problem.ts';

/**
 * Codes whose arguments name what is to be mended, once for all rows: an organization, a column, a right. Those of
 * the others repeat the cell itself, which is to be mended in each row, whatever other cell happens to be the same.
 */
const MENDED_ONCE: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'actor-unknown',
  'cell-without-header',
  'executor-is-director',
  'executor-left',
  'executor-not-here',
  'executor-without-role',
  'not-permitted',
  'org-ambiguous',
  'org-not-department',
  'org-not-school',
  'org-unknown',
  'org-without-territory',
  'parent-not-department',
  'parent-rejected',
  'parent-unknown',
  'position-unknown',
  'role-unknown',
  'school-not-this',
  'service-unknown',
  'staff-unknown',
  'street-ambiguous',
  'street-unknown',
  'territory-unknown',
  'year-unknown',
]);

/** Problems that one and the same thing is wrong with: equal code, severity and arguments. */
export interface Cause {
  /** in the order given; at least one */
  readonly problems: readonly Problem[];
  /** rows that it alone makes bad, and that mending it once saves */
  readonly onlyHere: number;
}

/** All causes of one code and severity. */
export interface CauseGroup {
  readonly causes: readonly Cause[];
  /** how many problems they hold together */
  readonly size: number;
  /** mending a cause once mends all its problems */
  readonly mendedOnce: boolean;
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
    const key = causeKey(one);
    const cause = group.get(key) ?? { problems: [], onlyHere: 0 };
    group.set(key, cause);
    cause.problems.push(one);
    if (one.severity === 'error') blame(blamed, one, cause);
  }
  for (const cause of blamed.values()) if (cause !== null) cause.onlyHere += 1;
  return [...groups.values()].map(group => {
    const all = [...group.values()];
    const code = all[0]?.problems[0]?.code;
    const mendedOnce = code !== undefined && MENDED_ONCE.has(code);
    const causes = mendedOnce ? all : all.map(({ problems }) => ({ problems, onlyHere: 0 }));
    return { causes, size: causes.reduce((sum, cause) => sum + cause.problems.length, 0), mendedOnce };
  });
}

/** What makes a problem the same as another of its code. A column without a header is one, whatever its cells hold. */
function causeKey(one: Problem): string {
  return one.code === 'cell-without-header' ? String(one.args.position) : JSON.stringify(one.args);
}

function blame<C>(blamed: Map<string, C | null>, { where }: Problem, cause: C): void {
  if (!where || where.record === null) return;
  const row = `${where.record} ${where.file}`;
  const earlier = blamed.get(row);
  if (earlier === undefined) blamed.set(row, cause);
  else if (earlier !== cause) blamed.set(row, null);
}
