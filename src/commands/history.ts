import { listChanges } from '../db/history.ts';
import { readDate } from '../domain/identity/calendar-date.ts';
import { readIin } from '../domain/identity/iin.ts';
import { ExitCode } from '../errors.ts';
import { COMMANDS } from '../locales/help-words.ts';
import { formatTable } from '../output/table.ts';
import { actorIin, beginActing } from './common/acting.ts';
import { changeView, mayReadOrg } from './common/change-view.ts';
import { defineCommand } from './common/command.ts';
import { flagValue } from './common/flag-value.ts';
import { requireOrg } from './common/lookup.ts';
import { invalid } from './common/option-shape.ts';

const DEFAULT_LIMIT = 50;

/** `qabyl history`: who changed what, the newest first. */
export const history = defineCommand({
  options: ['org', 'person', 'command', 'since', 'limit'],
  examples: [
    'qabyl history',
    'qabyl history --org school-3 --since 2027-02-01',
    'qabyl history --person 860707404487 --command assign-role',
    'qabyl history --limit 5 --json',
  ],
  async run(context, options) {
    const { limit = DEFAULT_LIMIT, command } = options;
    const person = options.person === undefined ? undefined : flagValue(readIin(options.person));
    const since = options.since === undefined ? undefined : readDay(options.since);
    if (command !== undefined && !(COMMANDS as readonly string[]).includes(command))
      throw invalid('--command', command, COMMANDS.join(', '));
    const actor = await actorIin(context);
    const changes = await context.withDatabase(database =>
      database.read(async db => {
        const acting = await beginActing(context, db, actor);
        const org = options.org === undefined ? undefined : requireOrg(options.org, acting.orgs).code;
        const filter = { limit, org, person, command, since };
        return (await listChanges(db, filter, mayReadOrg(acting))).map(changeView);
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

/** @throws OperatorError flag-invalid */
function readDay(text: string): string {
  const read = readDate(text);
  if (!read.ok) throw invalid('--since', text, '2027-02-01, 01.02.2027');
  return read.value;
}
