import { checkUndone } from '../change/undo/check-undone.ts';
import { undoChange } from '../change/undo/undo-change.ts';
import { need } from '../context.ts';
import type { Dialect, Queryable, Tx } from '../db/dialect.ts';
import { findChange, lastChange, orgsOfChange } from '../db/history.ts';
import type { ChangeRow, OrgRow } from '../db/schema.ts';
import { ownerOf, type Row, type RowKind } from '../db/tables.ts';
import { changeFacts } from '../db/undo-facts.ts';
import { rightToUndo } from '../domain/authority/undo-rights.ts';
import { problem } from '../domain/problem.ts';
import { OperatorError } from '../errors.ts';
import { type Acting, actorIin, beginActing } from './common/acting.ts';
import { readChangeNumber } from './common/change-number.ts';
import { mayReadOrg } from './common/change-view.ts';
import { defineCommand } from './common/command.ts';
import { CHANGE_OPTIONS } from './common/options.ts';
import { rowLabels } from './common/row-labels.ts';
import { runChange } from './common/run-change.ts';

/** `qabyl undo N`: puts back what a change replaced or removed, and takes away what it added. */
export const undo = defineCommand({
  argument: 'change',
  options: [...CHANGE_OPTIONS],
  examples: ['qabyl undo 12 --dry-run', 'qabyl undo 12', 'qabyl undo 12 --yes --json'],
  async run(context, options, argument) {
    const number = readChangeNumber(await need(context, 'change', argument));
    const actor = await actorIin(context);
    return runChange(context, options, {
      command: 'undo',
      actor,
      undoes: number,
      next: [['qabyl', 'show', String(number)]],
      operation: async (tx, sink) => {
        const acting = await beginActing(context, tx, actor);
        const target = await requireChange(tx, sink.dialect, number, acting);
        const { org, year } = target;
        if (target.command === 'init') {
          sink.problem(problem('change-not-undoable', { change: number, command: target.command }));
          return { org, year };
        }
        if ((await sink.dialect.session(tx)) !== null) await requireSight(tx, number, acting);
        const command = await firstCommand(tx, target);
        const undone = await undoChange(tx, sink, target, {
          authorize: authority(acting, command),
          labels: (kind, rows) => rowLabels(tx, sink.dialect, kind, rows),
        });
        // What is refused was not written to its end: the rules would judge a state that never was.
        if (!sink.problems.some(({ severity }) => severity === 'error')) await checkUndone(tx, undone, sink);
        return { org, year };
      },
    });
  },
});

/** @throws OperatorError change-unknown for what is not there, or may not be seen */
async function requireChange(tx: Tx, dialect: Dialect, number: number, acting: Acting): Promise<ChangeRow> {
  const found = await findChange(tx, number, mayReadOrg(acting));
  if (found) return found;
  throw new OperatorError(
    problem('change-unknown', { change: number, last: (await lastChange(tx, dialect)).id }),
  );
}

/**
 * A database that holds the session to its rights shows it no rows of others: it must not take back a part of a change.
 * @throws OperatorError not-permitted
 */
async function requireSight(tx: Tx, number: number, acting: Acting): Promise<void> {
  const mayRead = mayReadOrg(acting);
  const hidden = (await orgsOfChange(tx, number)).find(org => !mayRead(org));
  const org = acting.orgs.get(hidden ?? '');
  if (org) acting.authorize('read', org);
}

/** What made the change; of an undo, what made the change that was taken back in the end. */
async function firstCommand(db: Queryable, change: ChangeRow): Promise<string> {
  let { command, undoes } = change;
  while (undoes !== null) {
    const earlier = await changeFacts(db, undoes);
    if (earlier === null) break;
    ({ command, undoes } = earlier);
  }
  return command;
}

/** Each kind of row of each organisation is judged once, however many there are. */
function authority({ authorize, orgs }: Acting, command: string) {
  const judged = new Set<string>();
  const top = orgs.all.find(({ department }) => department === null);
  return (kind: RowKind, row: Row) => {
    const owner = ownerOf(kind, row);
    const above = kind === 'org' ? (row as OrgRow).department : null;
    const name = `${kind} ${owner} ${above}`;
    if (judged.has(name)) return;
    judged.add(name);
    // An organisation that is gone is made by those above it; what belongs to all belongs to the top.
    const org = orgs.get(owner ?? '') ?? orgs.get(above ?? '') ?? top;
    if (org) authorize(rightToUndo(command, kind), org);
    // Where an organisation changes its department, that of the former one is asked too.
    const other = above === null || above === org?.department ? undefined : orgs.get(above);
    if (other && other !== org) authorize(rightToUndo(command, kind), other);
  };
}
