import type { HistoryProblems } from '../../../domain/history-problems.ts';
import { ruCount } from '../../plural.ts';
import type { Pasting, Texts } from '../../text.ts';
import { houses } from '../houses.ts';
import { reports } from '../reports.ts';

const rows = (n: number) => ruCount(n, 'запись', 'записи', 'записей');
const named = (first: readonly string[], all: number) =>
  `${first.join(', ')}${all > first.length ? ', …' : ''}`;
const when = (at: string) => at.slice(0, 16).replace('T', ' ');
const line = (a: { change: number; command: string; at: string }) =>
  `изменения № ${a.change} (${a.command}, ${when(a.at)} UTC)`;
const firstUndo = (by: number | null, run: Pasting) =>
  by === null
    ? `Посмотрите, что произошло с тех пор: ${run.own('qabyl history')}`
    : `Сначала отмените изменение № ${by}: ${run.others(`qabyl undo ${by}`)}`;
const look = (change: number, run: Pasting) =>
  `Посмотрите, что было записано: ${run.own(`qabyl show ${change}`)}; затем сравните с резервной копией.`;

/** Что мешает отменить изменение и что не так с историей. */
export const history: Texts<HistoryProblems> = {
  'change-not-undoable': (a, run) => ({
    message: `Изменение № ${a.change} нельзя отменить: команда ${a.command} создала или обновила базу данных.`,
    fix: `Чтобы выбрать другой текущий год, выполните ${run.others('qabyl init')} с нужным --year.`,
  }),
  'change-undone': (a, run) => ({
    message: `Изменение № ${a.change} уже отменено изменением № ${a.by} (${rows(a.rows)}).`,
    fix: `Чтобы оно снова вступило в силу: ${run.others(`qabyl undo ${a.by}`)}`,
  }),
  'rows-moved-since': (a, run) => ({
    message: `После изменения № ${a.change} изменение № ${a.by} (${a.command}, ${when(a.at)} UTC) затронуло те же данные: ${rows(a.rows)}: ${named(a.first, a.rows)}.`,
    fix: firstUndo(a.by, run),
  }),
  'undo-strands-rows': (a, run) => ({
    message: `${rows(a.rows)} (${reports.kinds[a.kind]}: ${named(a.first, a.rows)}) — нет того, к чему они относятся: ${reports.kinds[a.parent]}.`,
    fix: firstUndo(a.by, run),
  }),
  'undo-role-of-left': (a, run) => ({
    message: `${a.name} (${a.iin}) не работает в организации ${a.org}, а роль ${a.role} там останется.`,
    fix: firstUndo(a.by, run),
  }),
  'undo-idles-executor': (a, run) => ({
    message: `${a.name} (${a.iin}) — назначенный исполнитель школы ${a.school}, но ${a.left ? 'не будет там работать' : 'останется без роли исполнителя'}.`,
    fix:
      a.by === null
        ? `Сначала дайте роль: ${run.others(`qabyl assign-role --org ${a.school} --role executor --staff ${a.iin}`)}`
        : firstUndo(a.by, run),
  }),
  'undo-misplaces-streets': (a, run) => ({
    message: `За школой ${a.school} в ${a.year} учебном году остались бы улицы (${a.streets}), хотя ${a.column === 'territory' ? 'указано, что территории у неё нет' : 'они относятся к другому отделу'}.`,
    fix: firstUndo(a.by, run),
  }),
  'undo-doubles-houses': (a, run) => ({
    message: `Улица ${a.street}: эти дома оказались бы и у школы ${a.school}, и у школы ${a.other}: ${houses.print(a.houses)}.`,
    fix: firstUndo(a.by, run),
  }),
  'undo-doubles-street': (a, run) => ({
    message: `Улица ${a.street} оказалась бы в списке дважды.`,
    fix: firstUndo(a.by, run),
  }),
  'history-line-missing': a => ({
    message: `В истории нет строки изменения № ${a.change}: она удалена.`,
    fix: 'Восстановите базу данных из резервной копии, сделанной до этого.',
  }),
  'history-line-altered': (a, run) => ({
    message: `Строка ${line(a)} исправлена или добавлена в обход программы.`,
    fix: `Сравните её с резервной копией: ${run.own(`qabyl show ${a.change}`)}`,
  }),
  'history-line-detached': (a, run) => ({
    message: `Строка ${line(a)} не продолжает предыдущую: одна из них заменена.`,
    fix: `Сравните обе с резервной копией: ${run.own(`qabyl show ${a.change}`)}`,
  }),
  'history-rows-differ': (a, run) => ({
    message: `Данные ${line(a)} хранятся не такими, какими были записаны: их исправили в обход программы.${a.rows === 0 ? '' : ` Найдено записей этого изменения — ${a.rows}: ${named(a.first, a.rows)}.`}`,
    fix: look(a.change, run),
  }),
  'history-orgs-differ': (a, run) => ({
    message: `Перечень организаций ${line(a)} исправлен в обход программы.`,
    fix: look(a.change, run),
  }),
  'history-former-altered': (a, run) => ({
    message: `Прежнее значение, которое хранится для изменения № ${a.change}, исправлено в обход программы: ${a.kind} ${a.key}.`,
    fix: look(a.change, run),
  }),
  'history-row-stray': (a, run) => ({
    message: `Запись не внесена ни одним изменением, а указывает на № ${a.change}: ${reports.kinds[a.kind]} ${a.key}.`,
    fix: `Посмотрите, какие изменения есть: ${run.own('qabyl history')}; затем сравните с резервной копией.`,
  }),
};
