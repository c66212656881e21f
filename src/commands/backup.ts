import { backupMaker } from '../change/backup-maker.ts';
import { type Context, need } from '../context.ts';
import { copyFile, type Made, portablePieces, writePortable } from '../db/backup/make-backup.ts';
import type { Contents } from '../db/backup/portable-lines.ts';
import type { Database } from '../db/database.ts';
import { schemaVersion } from '../db/migrations/migrations.ts';
import { problem } from '../domain/problem.ts';
import { ExitCode, OperatorError } from '../errors.ts';
import { actorIin } from './common/acting.ts';
import { backupPlace } from './common/backup-place.ts';
import { defineCommand } from './common/command.ts';
import { refusalAtTop } from './common/first-department.ts';
import { pourOut, type Unpoured } from './common/pour-out.ts';

/** `qabyl backup FILE`: all of a database as one file, while others read and write. */
export const backup = defineCommand({
  argument: 'backup',
  options: ['portable', 'yes'],
  examples: [
    'qabyl backup qabyl-2027-02-01.db',
    'qabyl backup qabyl-2027-02-01.backup.gz',
    'qabyl backup qabyl.db --yes --db postgres://qabyl@db.example.kz/qabyl',
  ],
  async run(context, options, argument) {
    const file = await need(context, 'backup', argument);
    const actor = await actorIin(context);
    if (file === '-') return toStdout(context, actor);
    const { path, exists } = backupPlace(context, file);
    const replace = exists && (await mayReplace(context, file, options.yes === true));
    const made = await context
      .withDatabase(async database => {
        await requireRight(database, actor);
        const { clock, signal } = context.environment;
        const plan = { path, file, replace, signal, ...backupMaker(clock()) };
        context.progress.begin('saving', clock().getTime());
        const { target } = database;
        const whole = target.kind === 'sqlite' && options.portable !== true && !/\.gz$/i.test(file);
        const answer = await (whole ? copyFile(database, target.path, plan) : writePortable(database, plan));
        return { ...answer, form: whole ? ('sqlite' as const) : ('portable' as const) };
      })
      .finally(() => context.progress.end());
    tell(context, file, made);
    return ExitCode.done;
  },
});

/** @throws OperatorError not-permitted, actor-unknown */
async function requireRight(database: Database, actor: string): Promise<void> {
  const refusal = await database.read(db => refusalAtTop(db, actor, 'backup'));
  if (refusal !== null) throw new OperatorError(refusal);
}

/** @throws OperatorError backup-exists */
async function mayReplace(
  { prompter, catalogue }: Context,
  file: string,
  approved: boolean,
): Promise<boolean> {
  if (approved || (await prompter?.confirm(catalogue.prompts.replaceFile(file)))) return true;
  throw new OperatorError(problem('backup-exists', { file }));
}

function tell({ catalogue, manner, print, say }: Context, file: string, made: Made & { form: string }): void {
  const { form, bytes, rows, change, head } = made;
  if (manner.json) {
    const facts = { form, database_schema: schemaVersion, bytes, rows, change, head };
    print(`${JSON.stringify({ schema: 'qabyl.backup-made/1', file, ...facts }, null, 2)}\n`);
    return;
  }
  print(`${catalogue.reports.backup.made({ file, bytes, rows, change })}\n`);
  say(`${catalogue.reports.historyHead(head)}\n`);
}

/** Standard output is for the backup alone. */
async function toStdout(context: Context, actor: string): Promise<ExitCode> {
  const { stdout, clock } = context.environment;
  if (context.manner.json) throw new OperatorError(problem('flags-conflict', { one: '--json', other: '-' }));
  if (stdout.isTTY === true) throw new OperatorError(problem('backup-on-terminal', {}));
  let unpoured: Unpoured | null = null as Unpoured | null;
  const made: Contents = await context.withDatabase(async database => {
    await requireRight(database, actor);
    return portablePieces(database, backupMaker(clock()), async pieces => {
      unpoured = await pourOut(stdout, pieces);
    });
  });
  if (unpoured !== null) {
    if (unpoured.closed) return ExitCode.done;
    throw new OperatorError(problem('backup-broken-off', { reason: unpoured.reason }));
  }
  context.say(`${context.catalogue.reports.historyHead(made.head)}\n`);
  return ExitCode.done;
}
