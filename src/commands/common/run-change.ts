import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { carryOut } from '../../change/carry-out.ts';
import type { ChangeResult, Operation } from '../../change/request.ts';
import type { SavedPlan } from '../../change/saved-plan.ts';
import type { Context } from '../../context.ts';
import type { Database } from '../../db/database.ts';
import type { Tx } from '../../db/dialect.ts';
import { problem } from '../../domain/problem.ts';
import { type ExitCode, OperatorError } from '../../errors.ts';
import type { CommandName } from '../../locales/help-words.ts';
import type { ChangeInput } from './change-input.ts';
import { concludeChange } from './conclude-change.ts';
import type { CHANGE_OPTIONS, OptionValues } from './options.ts';
import type { RejectsTarget } from './rejects.ts';
import { reportChange } from './report-change.ts';

/** The options of every changing command. */
export type ChangeOptions = Pick<OptionValues, (typeof CHANGE_OPTIONS)[number] | 'rejects'>;

export interface ChangePlan {
  readonly command: CommandName;
  readonly actor: string;
  /** the change that it takes back (`undo`) */
  readonly undoes?: number;
  /** brings the schema up before anything is read (`init`) */
  readonly prepare?: (tx: Tx) => Promise<boolean>;
  readonly operation: Operation;
  /** what the operation has read and a person must see beside the change: data, and no part of its JSON */
  readonly shown?: () => string;
  /** writes what of its text could not be read, once the change is decided */
  readonly unread?: (result: ChangeResult) => Promise<void>;
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
  await plan.input?.arrived();
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
  const rejects = options.rejects === undefined ? null : await rejectsTarget(context, options.rejects, input);
  const savedPlan = options.plan === undefined ? null : await readPlan(inFolder(options.plan), plan.command);
  const request = {
    command: plan.command,
    argv: context.argv,
    actor: plan.actor,
    machine: environment.machine,
    undoes: plan.undoes ?? null,
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
  try {
    return await concludeChange(context, options, plan, rejects, result, { all: request.allChanges, asked });
  } catch (error) {
    if (result.change === null || !environment.signal.aborted) throw error;
    // Ctrl-C came after the commit had begun: what it broke off is only the telling.
    throw new OperatorError(problem('interrupted', { written: true }), { cause: error });
  }
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

/** Where rejected rows go. What writes them is loaded only for it. */
async function rejectsTarget(
  context: Context,
  file: string,
  input: ChangeInput | null,
): Promise<RejectsTarget> {
  const { checkRejectsFile } = await import('./rejects.ts');
  return { file, path: checkRejectsFile(context, file, input) };
}
