import { listChanges } from '../db/history.ts';
import { ExitCode } from '../errors.ts';
import { formatTable } from '../output/table.ts';
import { actorIin, beginActing } from './common/acting.ts';
import { changeView, mayReadOrg } from './common/change-view.ts';
import { defineCommand } from './common/command.ts';

const DEFAULT_LIMIT = 50;

/** `qabyl history`: who changed what, the newest first. */
export const history = defineCommand({
  options: ['limit'],
  examples: ['qabyl history', 'qabyl history --limit 5 --json'],
  async run(context, options) {
    const actor = await actorIin(context);
    const changes = await context.withDatabase(database =>
      database.read(async db => {
        const acting = await beginActing(context, db, actor);
        const limit = options.limit ?? DEFAULT_LIMIT;
        return (await listChanges(db, limit, mayReadOrg(acting))).map(changeView);
      }),
    );
    const { fields, reports } = context.catalogue;
    if (context.manner.json) {
      context.print(`${JSON.stringify({ schema: 'qabyl.history/1', changes }, null, 2)}\n`);
      return ExitCode.done;
    }
    if (changes.length === 0) context.say(`${reports.noRows}\n`);
    const rows = changes.map(change => [
      String(change.change),
      change.at.slice(0, 19).replace('T', ' '),
      change.command,
      change.org ?? '',
      change.actor,
      reports.counts(change.summary),
    ]);
    context.print(
      formatTable(
        [
          reports.columns.change,
          reports.columns.at,
          reports.columns.command,
          fields.org,
          reports.columns.actor,
          reports.columns.summary,
        ],
        rows,
        context.width,
      ),
    );
    return ExitCode.done;
  },
});
