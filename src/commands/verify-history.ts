import { hearInterruption } from '../change/hear-interruption.ts';
import { type Verification, verifyHistory as verify } from '../change/verify/verify-history.ts';
import type { Context } from '../context.ts';
import { ExitCode } from '../errors.ts';
import { problemJson } from '../output/problem-json.ts';
import { formatProblems } from '../output/problem-text.ts';
import { actorIin, beginActing } from './common/acting.ts';
import { defineCommand } from './common/command.ts';

/** `qabyl verify-history`: whether the history is whole, and the tables agree with it. */
export const verifyHistory = defineCommand({
  options: [],
  examples: ['qabyl verify-history', 'qabyl verify-history --json'],
  async run(context) {
    const actor = await actorIin(context);
    const { signal } = context.environment;
    const found = await context.withDatabase(database =>
      database.read(async db => {
        const acting = await beginActing(context, db, actor);
        // Whoever asks about all rows may look at all of them.
        for (const org of acting.orgs.all) if (org.department === null) acting.authorize('read', org);
        return verify(db, () => hearInterruption(signal));
      }),
    );
    if (context.manner.json) printJson(context, found);
    else printText(context, found);
    return found.total === 0 ? ExitCode.done : ExitCode.rejected;
  },
});

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
