import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { carryOut } from '../../change/carry-out.ts';
import type { ChangeResult, Operation, Outcome } from '../../change/request.ts';
import type { SavedPlan } from '../../change/saved-plan.ts';
import type { Context } from '../../context.ts';
import type { Database } from '../../db/database.ts';
import type { Tx } from '../../db/dialect.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import { ExitCode, OperatorError } from '../../errors.ts';
import type { CommandName } from '../../locales/help-words.ts';
import { findCells } from './cell-finder.ts';
import type { ChangeInput } from './change-input.ts';
import type { CHANGE_OPTIONS, OptionValues } from './options.ts';
import { checkRejectsFile, type RejectsTarget, writeRejects } from './rejects.ts';
import { printSarif, reportChange } from './report-change.ts';
import { writeOutput } from './write-document.ts';

/** The options of every changing command. */
export type ChangeOptions = Pick<OptionValues, (typeof CHANGE_OPTIONS)[number] | 'rejects'>;

export interface ChangePlan {
  readonly command: CommandName;
  readonly actor: string;
  /** brings the schema up before anything is read (`init`) */
  readonly prepare?: (tx: Tx) => Promise<boolean>;
  readonly operation: Operation;
  /** what the operation has read and a person must see beside the change: data, and no part of its JSON */
  readonly shown?: () => string;
  /** the file it is made from; null or absent where the command line alone says everything */
  readonly input?: ChangeInput | null;
  /** commands worth running next, shown when something was written */
  readonly next?: readonly (readonly string[])[];
}

/** How long a writer waits for another one, in milliseconds (cli.md: `--wait`, default 10s). */
const DEFAULT_WAIT_MS = 10_000;

/** Opens the database, sends one change through the one door, and reports how it ended. */
export async function runChange(
  context: Context,
  options: ChangeOptions,
  plan: ChangePlan,
): Promise<ExitCode> {
  return context.withDatabase(database => changeDatabase(context, database, options, plan));
}

/** The same on a database that is already open. */
export async function changeDatabase(
  context: Context,
  database: Database,
  options: ChangeOptions,
  plan: ChangePlan,
): Promise<ExitCode> {
  const { environment, prompter, catalogue, progress } = context;
  const inFolder = (file: string) => resolve(environment.cwd, file);
  // A plan that could not be kept must not be learnt of after its change was written.
  if (options['save-plan'] !== undefined && options['dry-run'] !== true)
    throw new OperatorError(problem('flag-needs', { flag: '--save-plan', needs: '--dry-run' }));
  const input = plan.input ?? null;
  const rejects =
    options.rejects === undefined
      ? null
      : { file: options.rejects, path: checkRejectsFile(context, options.rejects, input) };
  const savedPlan = options.plan === undefined ? null : await readPlan(inFolder(options.plan), plan.command);
  const request = {
    command: plan.command,
    argv: context.argv,
    actor: plan.actor,
    ...(plan.prepare ? { prepare: plan.prepare } : {}),
    operation: plan.operation,
    files: () => plan.input?.facts() ?? [],
    dryRun: options['dry-run'] === true,
    approved: options.yes === true,
    skipInvalid: options['skip-invalid'] === true,
    allowed: { removals: options['allow-removals'] ?? null, changes: options['allow-changes'] ?? null },
    allChanges: options['all-changes'] === true,
    keepPlan: options['save-plan'] !== undefined,
    plan: savedPlan,
    waitMs: options.wait ?? DEFAULT_WAIT_MS,
  };
  let asked = false;
  const approve = async (result: ChangeResult) => {
    asked = true;
    progress.end();
    await reportChange(context, plan.command, result, { all: request.allChanges, asking: true, next: [] });
    return (await prompter?.confirm(catalogue.prompts.approve)) ?? false;
  };
  const result = await carryOut(database, request, {
    clock: environment.clock,
    signal: environment.signal,
    approve: prompter === null ? null : approve,
    entering: phase => progress.begin(phase, environment.clock().getTime()),
  }).finally(() => progress.end());
  const keeps = result.outcome === 'planned' || result.outcome === 'unchanged';
  if (options['save-plan'] !== undefined && result.plan !== null && keeps)
    savePlan(context, options['save-plan'], result.plan);
  if (plan.shown && !context.manner.json && !context.manner.sarif) context.print(plan.shown());
  const extra = rejects && input ? await tryRejects(context, rejects, input, result) : [];
  const told = extra.length === 0 ? result : { ...result, problems: [...result.problems, ...extra] };
  const exitCode = exitCodeFor(result);
  if (context.manner.sarif) {
    const placeOf = await findCells(input, told.problems);
    printSarif(context, told, input?.facts()[0]?.name ?? null, exitCode, placeOf);
    return exitCode;
  }
  await reportChange(context, plan.command, told, {
    all: request.allChanges,
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
  { problems }: ChangeResult,
): Promise<readonly Problem[]> {
  try {
    await writeRejects(context, target, input, problems);
    return [];
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    return error.problems.map(one => ({ ...one, severity: 'warning' }));
  }
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

async function readPlan(file: string, command: string): Promise<SavedPlan> {
  const { z } = await import('zod');
  const count = z.int().nonnegative();
  const schema = z.object({
    schema: z.literal('qabyl.plan/1'),
    command: z.string(),
    digest: z.string().regex(/^[0-9a-f]{64}$/),
    summary: z.object({
      read: count,
      add: count,
      update: count,
      remove: count,
      unchanged: count,
      rejected: count,
    }),
    rows: z.record(z.string(), z.string()),
  });
  let plan: SavedPlan;
  try {
    plan = schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const reason =
      error instanceof z.ZodError
        ? z.prettifyError(error)
        : error instanceof Error
          ? error.message
          : String(error);
    throw new OperatorError(problem('plan-unreadable', { file, reason }), { cause: error });
  }
  if (plan.command !== command)
    throw new OperatorError(problem('plan-other-command', { file, planned: plan.command, given: command }));
  return plan;
}

function savePlan(context: Context, file: string, plan: SavedPlan): void {
  writeOutput(context, file, `${JSON.stringify(plan, null, 2)}\n`, 0o600);
  context.say(`${context.catalogue.reports.planSaved(file)}\n`);
}
