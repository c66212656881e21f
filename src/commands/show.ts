import { type Context, need } from '../context.ts';
import { findChange, lastChange } from '../db/history.ts';
import { type PastRow, rowsOfChange } from '../db/past-rows.ts';
import { ownerOf, type Row, type RowKind } from '../db/tables.ts';
import { problem } from '../domain/problem.ts';
import { ExitCode, OperatorError } from '../errors.ts';
import { formatRows, SHOWN } from '../output/change-text.ts';
import { pagedJsonPieces } from '../output/json-pieces.ts';
import { viewRow } from '../output/row-view.ts';
import { visibleControls } from '../output/visible-controls.ts';
import { actorIin, beginActing } from './common/acting.ts';
import { readChangeNumber } from './common/change-number.ts';
import { changeView, mayReadOrg, typedCommand } from './common/change-view.ts';
import { defineCommand } from './common/command.ts';
import { pourOut } from './common/pour-out.ts';

/** `qabyl show N`: one change of the history, with every row before and after it. */
export const show = defineCommand({
  argument: 'change',
  options: ['all-changes'],
  examples: ['qabyl show 12', 'qabyl show 12 --json'],
  async run(context, options, argument) {
    const number = readChangeNumber(await need(context, 'change', argument));
    const actor = await actorIin(context);
    await context.withDatabase(database =>
      database.read(async db => {
        const acting = await beginActing(context, db, actor);
        const mayRead = mayReadOrg(acting);
        const found = await findChange(db, number, mayRead);
        if (found === null)
          throw new OperatorError(
            problem('change-unknown', { change: number, last: (await lastChange(db, database.dialect)).id }),
          );
        // A change may touch several organisations; each reader sees the rows of those they may read.
        const pages = readable(rowsOfChange(db, database.dialect, found.id), mayRead);
        if (context.manner.json) await printJson(context, changeView(found), pages);
        else await printText(context, changeView(found), pages, options['all-changes'] === true);
      }),
    );
    return ExitCode.done;
  },
});

async function* readable(pages: AsyncIterable<readonly PastRow[]>, mayRead: (org: string) => boolean) {
  for await (const page of pages)
    yield page.filter(({ kind, before, after }) => mayReadRow(kind, after ?? before, mayRead));
}

function mayReadRow(kind: RowKind, row: Row | null, mayRead: (org: string) => boolean): boolean {
  const owner = row && ownerOf(kind, row);
  return owner === null || mayRead(owner);
}

/** The document `qabyl.show/1`, page by page: a change may have half a million rows. */
async function printJson(
  { catalogue, environment }: Context,
  view: ReturnType<typeof changeView>,
  pages: AsyncIterable<readonly PastRow[]>,
): Promise<void> {
  const document = { schema: 'qabyl.show/1', ...view, changes: [] };
  const changes = async function* () {
    for await (const page of pages)
      yield page.map(({ action, kind, key, before, after }) => ({
        action,
        kind,
        key,
        before: before && viewRow(kind, before, catalogue),
        after: after && viewRow(kind, after, catalogue),
      }));
  };
  await pourOut(environment.stdout, pagedJsonPieces(document, 'changes', changes()));
}

async function printText(
  { catalogue, style, print, environment }: Context,
  view: ReturnType<typeof changeView>,
  pages: AsyncIterable<readonly PastRow[]>,
  all: boolean,
): Promise<void> {
  const { reports, fields } = catalogue;
  const lines = [
    `${reports.columns.change} ${style.strong(String(view.change))}  ${view.at.slice(0, 19).replace('T', ' ')} UTC`,
    `${reports.columns.actor} ${view.actor}${view.org === null ? '' : `, ${fields.org} ${view.org}`}`,
    `${reports.typed} ${typedCommand(view.argv)}`,
    ...view.files.map(file => reports.fileRead(file.name, file.sha256)),
    reports.machine(view.host, view.os_user),
    reports.versions(view.program, view.node, view.engine),
    reports.counts(view.summary),
  ];
  print(lines.map(line => `${line}\n`).join(''));
  if (all) {
    const texts = async function* () {
      for await (const page of pages) yield visibleControls(formatRows(page, catalogue, style, true));
    };
    await pourOut(environment.stdout, texts());
    return;
  }
  const first: PastRow[] = [];
  let total = 0;
  for await (const page of pages) {
    total += page.length;
    first.push(...page.slice(0, SHOWN - first.length));
  }
  print(formatRows(first, catalogue, style, false, total));
}
