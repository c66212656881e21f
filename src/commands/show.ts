import { type Context, need } from '../context.ts';
import { findChange, lastChange, rowsOfChange } from '../db/history.ts';
import { ownerOf, type Row, type RowKind } from '../db/tables.ts';
import { problem } from '../domain/problem.ts';
import { ExitCode, OperatorError } from '../errors.ts';
import { formatRows } from '../output/change-text.ts';
import { viewRow } from '../output/row-view.ts';
import { actorIin, beginActing } from './common/acting.ts';
import { changeView, mayReadOrg, typedCommand } from './common/change-view.ts';
import { defineCommand } from './common/command.ts';
import { invalid } from './common/option-shape.ts';

/** `qabyl show N`: one change of the history, with every row before and after it. */
export const show = defineCommand({
  argument: 'change',
  options: ['all-changes'],
  examples: ['qabyl show 12', 'qabyl show 12 --json'],
  async run(context, options, argument) {
    const number = readChangeNumber(await need(context, 'change', argument));
    const actor = await actorIin(context);
    const { row, rows } = await context.withDatabase(database =>
      database.read(async db => {
        const acting = await beginActing(context, db, actor);
        const mayRead = mayReadOrg(acting);
        const found = await findChange(db, number, mayRead);
        if (found === null)
          throw new OperatorError(
            problem('change-unknown', { change: number, last: (await lastChange(db)).id }),
          );
        const all = await rowsOfChange(db, found.id);
        // A change may touch several organisations; each reader sees the rows of those they may read.
        const rows = all.filter(({ kind, before, after }) => mayReadRow(kind, after ?? before, mayRead));
        return { row: found, rows };
      }),
    );
    if (context.manner.json) {
      const changes = rows.map(({ action, kind, key, before, after }) => ({
        action,
        kind,
        key,
        before: before && viewRow(kind, before, context.catalogue),
        after: after && viewRow(kind, after, context.catalogue),
      }));
      context.print(`${JSON.stringify({ schema: 'qabyl.show/1', ...changeView(row), changes }, null, 2)}\n`);
    } else printChange(context, changeView(row), rows, options['all-changes'] === true);
    return ExitCode.done;
  },
});

/** @throws OperatorError flag-invalid */
function readChangeNumber(text: string): number {
  // Nine digits: no history is longer, and PostgreSQL compares them as they are.
  if (!/^[1-9]\d{0,8}$/.test(text.trim())) throw invalid('N', text, '1, 2, 3');
  return Number(text);
}

function mayReadRow(kind: RowKind, row: Row | null, mayRead: (org: string) => boolean): boolean {
  const owner = row && ownerOf(kind, row);
  return owner === null || mayRead(owner);
}

function printChange(
  context: Context,
  view: ReturnType<typeof changeView>,
  rows: Awaited<ReturnType<typeof rowsOfChange>>,
  all: boolean,
): void {
  const { catalogue, style } = context;
  const { reports, fields } = catalogue;
  const lines = [
    `${reports.columns.change} ${style.strong(String(view.change))}  ${view.at.slice(0, 19).replace('T', ' ')} UTC`,
    `${reports.columns.actor} ${view.actor}${view.org === null ? '' : `, ${fields.org} ${view.org}`}`,
    `${reports.typed} ${typedCommand(view.argv)}`,
    ...view.files.map(file => reports.fileRead(file.name, file.sha256)),
    reports.counts(view.summary),
  ];
  context.print(lines.map(line => `${line}\n`).join(''));
  context.print(formatRows(rows, catalogue, style, all));
}
