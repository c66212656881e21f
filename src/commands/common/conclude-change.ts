import type { ChangeResult, Outcome } from '../../change/request.ts';
import type { SavedPlan } from '../../change/saved-plan.ts';
import type { Context } from '../../context.ts';
import type { Problem } from '../../domain/problem.ts';
import { ExitCode, OperatorError } from '../../errors.ts';
import { findCells } from './cell-finder.ts';
import type { ChangeInput } from './change-input.ts';
import type { RejectsTarget } from './rejects.ts';
import { printSarif, reportChange } from './report-change.ts';
import type { ChangeOptions, ChangePlan } from './run-change.ts';
import { writeOutput } from './write-document.ts';

/**
 * Tells how a change ended, and writes the files that were asked for about it.
 * @param rejects where rejected rows go; null = nowhere
 * @param manner `asked`: a person was asked to approve it
 */
export async function concludeChange(
  context: Context,
  options: ChangeOptions,
  plan: ChangePlan,
  rejects: RejectsTarget | null,
  result: ChangeResult,
  { all, asked }: { all: boolean; asked: boolean },
): Promise<ExitCode> {
  const input = plan.input ?? null;
  const keeps = result.outcome === 'planned' || result.outcome === 'unchanged';
  if (options['save-plan'] !== undefined && result.plan !== null && keeps)
    savePlan(context, options['save-plan'], result.plan);
  if (plan.shown && !context.manner.json && !context.manner.sarif) context.print(plan.shown());
  const extra = [
    ...(rejects && input
      ? await tryRejects(context, rejects, input, ofFirstFile(input, result.problems))
      : []),
    ...(await tryWriting(async () => plan.unread?.(result))),
  ];
  const told = extra.length === 0 ? result : { ...result, problems: [...result.problems, ...extra] };
  const exitCode = exitCodeFor(result);
  if (context.manner.sarif) {
    const own = new Set(ofFirstFile(input, told.problems));
    const cellOf = await findCells(input, [...own]);
    const placeOf = (one: Problem) => (own.has(one) ? cellOf(one) : null);
    printSarif(context, told, input?.facts()[0]?.name ?? null, exitCode, placeOf);
    return exitCode;
  }
  await reportChange(context, plan.command, told, {
    all,
    asking: false,
    declined: asked && result.outcome === 'needs-approval',
    next: plan.next ?? [],
  });
  return exitCode;
}

/**
 * The change has been decided, and perhaps written: a rejects file that fails now is one thing more to tell, and no
 * reason to say that nothing was done.
 */
async function tryRejects(
  context: Context,
  target: RejectsTarget,
  input: ChangeInput,
  problems: readonly Problem[],
): Promise<readonly Problem[]> {
  return tryWriting(async () => {
    const { writeRejects } = await import('./rejects.ts');
    await writeRejects(context, target, input, problems);
  });
}

/** What could not be written is only told: the change is decided. */
async function tryWriting(write: () => Promise<void>): Promise<readonly Problem[]> {
  try {
    await write();
    return [];
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    return error.problems.map(one => ({ ...one, severity: 'warning' }));
  }
}

/** Problems that are not those of a second file, whose lines have numbers too. */
function ofFirstFile(input: ChangeInput | null, problems: readonly Problem[]): readonly Problem[] {
  const others = new Set(
    input
      ?.facts()
      .slice(1)
      .map(({ name }) => name),
  );
  return others.size === 0 ? problems : problems.filter(({ where }) => !where || !others.has(where.file));
}

const exitCodes: Readonly<Record<Exclude<Outcome, 'needs-approval'>, ExitCode>> = {
  applied: ExitCode.done,
  planned: ExitCode.done,
  unchanged: ExitCode.done,
  rejected: ExitCode.rejected,
  'partly-applied': ExitCode.partlyApplied,
};

function exitCodeFor({ outcome, problems }: ChangeResult): ExitCode {
  if (outcome === 'needs-approval') return ExitCode.needsApproval;
  // Rows were left out: a script hears the same of it whether the others are planned, applied or already so.
  if (outcome !== 'rejected' && problems.some(p => p.severity === 'error')) return ExitCode.partlyApplied;
  return exitCodes[outcome];
}

function savePlan(context: Context, file: string, plan: SavedPlan): void {
  writeOutput(context, file, `${JSON.stringify(plan, null, 2)}\n`, 0o600);
  context.say(`${context.catalogue.reports.planSaved(file)}\n`);
}
