import type { HistoryProblems } from '../../../domain/history-problems.ts';
import { enCount } from '../../plural.ts';
import type { Pasting, Texts } from '../../text.ts';
import { houses } from '../houses.ts';
import { reports } from '../reports.ts';

const rows = (n: number) => enCount(n, 'row', 'rows');
const named = (first: readonly string[], all: number) =>
  `${first.join(', ')}${all > first.length ? ', …' : ''}`;
const when = (at: string) => at.slice(0, 16).replace('T', ' ');
const line = (a: { change: number; command: string; at: string }) =>
  `change ${a.change} (${a.command}, ${when(a.at)} UTC)`;
const firstUndo = (by: number | null, run: Pasting) =>
  by === null
    ? `See what happened since: ${run.own('qabyl history')}`
    : `First take change ${by} back: ${run.others(`qabyl undo ${by}`)}`;
const look = (change: number, run: Pasting) =>
  `See what it should have written: ${run.own(`qabyl show ${change}`)}; then compare with a backup.`;

/** What stands against taking a change back, and what is wrong with the history. */
export const history: Texts<HistoryProblems> = {
  'change-not-undoable': (a, run) => ({
    message: `Change ${a.change} cannot be taken back: ${a.command} created or upgraded the database.`,
    fix: `To choose another current year, run ${run.others('qabyl init')} with that --year.`,
  }),
  'change-undone': (a, run) => ({
    message: `Change ${a.change} was taken back already, by change ${a.by} (${rows(a.rows)}).`,
    fix: `To bring it into force again: ${run.others(`qabyl undo ${a.by}`)}`,
  }),
  'rows-moved-since': (a, run) => ({
    message: `${rows(a.rows)} of change ${a.change} changed again in change ${a.by} (${a.command}, ${when(a.at)} UTC): ${named(a.first, a.rows)}.`,
    fix: firstUndo(a.by, run),
  }),
  'undo-strands-rows': (a, run) => ({
    message: `${rows(a.rows)} (${reports.kinds[a.kind]}: ${named(a.first, a.rows)}) would belong to something that is not there: ${reports.kinds[a.parent]}.`,
    fix: firstUndo(a.by, run),
  }),
  'undo-role-of-left': (a, run) => ({
    message: `${a.name} (${a.iin}) would have the role ${a.role} at ${a.org} without working there.`,
    fix: firstUndo(a.by, run),
  }),
  'undo-idles-executor': (a, run) => ({
    message: `${a.name} (${a.iin}) is appointed at ${a.school} and would ${a.left ? 'not work there' : 'not have the role of executor'}.`,
    fix:
      a.by === null
        ? `First give the role: ${run.others(`qabyl assign-role --org ${a.school} --role executor --staff ${a.iin}`)}`
        : firstUndo(a.by, run),
  }),
  'undo-misplaces-streets': (a, run) => ({
    message: `${a.school} would have ${enCount(a.streets, 'street', 'streets')} in ${a.year} ${a.column === 'territory' ? 'although it is declared to have no territory' : 'of another department'}.`,
    fix: firstUndo(a.by, run),
  }),
  'undo-doubles-houses': (a, run) => ({
    message: `On ${a.street} these houses would belong to ${a.school} and to ${a.other}: ${houses.print(a.houses)}.`,
    fix: firstUndo(a.by, run),
  }),
  'undo-doubles-street': (a, run) => ({
    message: `The list would have the street ${a.street} twice.`,
    fix: firstUndo(a.by, run),
  }),
  'history-line-missing': a => ({
    message: `The history has no line for change ${a.change}: it was removed.`,
    fix: 'Restore the database from a backup made before that.',
  }),
  'history-line-altered': (a, run) => ({
    message: `The line of ${line(a)} was altered, or put in, past the program.`,
    fix: `Compare it with a backup: ${run.own(`qabyl show ${a.change}`)}`,
  }),
  'history-line-detached': (a, run) => ({
    message: `The line of ${line(a)} does not follow from the line before it: one of the two was replaced.`,
    fix: `Compare both with a backup: ${run.own(`qabyl show ${a.change}`)}`,
  }),
  'history-rows-differ': (a, run) => ({
    message: `What is stored is not what ${line(a)} wrote: rows were altered past the program.${a.rows === 0 ? '' : ` Of its rows ${a.rows} can be found: ${named(a.first, a.rows)}.`}`,
    fix: look(a.change, run),
  }),
  'history-orgs-differ': (a, run) => ({
    message: `The list of organizations that ${line(a)} touched was altered past the program.`,
    fix: look(a.change, run),
  }),
  'history-former-altered': (a, run) => ({
    message: `A former value that change ${a.change} kept was altered past the program: ${a.kind} ${a.key}.`,
    fix: look(a.change, run),
  }),
  'history-row-stray': (a, run) => ({
    message: `A row is stored that no change wrote; it names change ${a.change}: ${reports.kinds[a.kind]} ${a.key}.`,
    fix: `See the changes that there are: ${run.own('qabyl history')}; then compare with a backup.`,
  }),
};
