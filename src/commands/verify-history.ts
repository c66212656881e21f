import { hearInterruption } from '../change/hear-interruption.ts';
import { type Verification, verifyHistory as verify } from '../change/verify/verify-history.ts';
import type { Context } from '../context.ts';
import type { Problem } from '../domain/problem.ts';
import { ExitCode, OperatorError } from '../errors.ts';
import { problemJson } from '../output/problem-json.ts';
import { formatProblems } from '../output/problem-text.ts';
import { actorIin } from './common/acting.ts';
import { defineCommand } from './common/command.ts';
import { refusalAtTop } from './common/first-department.ts';

/** `qabyl verify-history`: whether the history is whole, and the tables agree with it. */
export const verifyHistory = defineCommand({
  options: [],
  examples: ['qabyl verify-history', 'qabyl verify-history --json'],
  async run(context) {
    const actor = await actorIin(context);
    const { signal } = context.environment;
    const found = await context.withDatabase(database =>
      database.read(async db => {
        const refusal = await refusalAtTop(db, actor, 'read');
        // A login that the database shows only a part of the rows would take the rest for a break.
        if (refusal !== null && (await database.dialect.session(db)) !== null)
          throw new OperatorError(refusal);
        const verified = await verify(db, database.dialect, () => hearInterruption(signal));
        if (refusal === null) return verified;
        // In a database that was altered the rights may have been too: that it was is told to everybody, but no more.
        if (verified.total === 0) throw new OperatorError(refusal);
        return { ...verified, breaks: verified.breaks.map(withoutRows) };
      }),
    );
    if (context.manner.json) printJson(context, found);
    else printText(context, found);
    return found.total === 0 ? ExitCode.done : ExitCode.rejected;
  },
});

function withoutRows(found: Problem): Problem {
  if (found.code === 'history-rows-differ') return { ...found, args: { ...found.args, rows: 0, first: [] } };
  if (found.code === 'history-former-altered' || found.code === 'history-row-stray')
    return { ...found, args: { ...found.args, key: '…' } } as Problem;
  return found;
}

/** The document `qabyl.verification/1`; `breaks` are the first hundred, by the number of the change. */
function printJson({ catalogue, print }: Context, found: Verification): void {
  const { changes, rows, head, total, breaks } = found;
  const document = {
    schema: 'qabyl.verification/1',
    ok: total === 0,
    changes,
    rows,
    head,
    total,
    breaks: breaks.map(one => ({ change: changeOf(one.args), ...problemJson(one, catalogue) })),
  };
  print(`${JSON.stringify(document, null, 2)}\n`);
}

function changeOf(args: object): number | null {
  return 'change' in args && typeof args.change === 'number' ? args.change : null;
}

function printText(context: Context, { changes, rows, head, total, breaks }: Verification): void {
  const { reports } = context.catalogue;
  if (total === 0) {
    context.print(`${reports.historyWhole(changes, rows)}\n`);
    if (head !== null) context.say(`${reports.historyHead(head)}\n`);
    return;
  }
  // The first break is the one to begin with: what follows may be its consequence.
  context.complain(formatProblems(breaks.slice(0, 1), context.catalogue, context.messageStyle, true));
  context.complain(`${context.messageStyle.bad(reports.historyBroken(total))}\n`);
}
