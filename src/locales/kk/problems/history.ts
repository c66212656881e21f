import type { HistoryProblems } from '../../../domain/history-problems.ts';
import type { Pasting, Texts } from '../../text.ts';
import { houses } from '../houses.ts';
import { reports } from '../reports.ts';

const named = (first: readonly string[], all: number) =>
  `${first.join(', ')}${all > first.length ? ', …' : ''}`;
const when = (at: string) => at.slice(0, 16).replace('T', ' ');
const line = (a: { change: number; command: string; at: string }) =>
  `№ ${a.change} өзгерістің (${a.command}, ${when(a.at)} UTC)`;
const firstUndo = (by: number | null, run: Pasting) =>
  by === null
    ? `Содан бері не болғанын қараңыз: ${run.own('qabyl history')}`
    : `Алдымен № ${by} өзгерісті болдырмаңыз: ${run.others(`qabyl undo ${by}`)}`;
const look = (change: number, run: Pasting) =>
  `Не жазылғанын қараңыз: ${run.own(`qabyl show ${change}`)}; содан кейін сақтық көшірмемен салыстырыңыз.`;

/** Өзгерісті болдырмауға не кедергі, тарихта не дұрыс емес. */
export const history: Texts<HistoryProblems> = {
  'change-not-undoable': (a, run) => ({
    message: `№ ${a.change} өзгерісті болдырмау мүмкін емес: ${a.command} командасы дерекқорды құрған немесе жаңартқан.`,
    fix: `Басқа ағымдағы жылды таңдау үшін керекті --year мәнімен мынаны орындаңыз: ${run.others('qabyl init')}`,
  }),
  'change-undone': (a, run) => ({
    message: `№ ${a.change} өзгерісті № ${a.by} өзгеріс болдырмай қойған (жазба саны — ${a.rows}).`,
    fix: `Оны қайта күшіне енгізу үшін: ${run.others(`qabyl undo ${a.by}`)}`,
  }),
  'rows-moved-since': (a, run) => ({
    message: `№ ${a.change} өзгерістен кейін сол деректерді № ${a.by} өзгеріс (${a.command}, ${when(a.at)} UTC) қайта өзгерткен. Жазба саны — ${a.rows}: ${named(a.first, a.rows)}.`,
    fix: firstUndo(a.by, run),
  }),
  'undo-strands-rows': (a, run) => ({
    message: `Мына жазбалар (${reports.kinds[a.kind]}, саны — ${a.rows}: ${named(a.first, a.rows)}) тиесілі дерек жоқ болып қалады: ${reports.kinds[a.parent]}.`,
    fix: firstUndo(a.by, run),
  }),
  'undo-role-of-left': (a, run) => ({
    message: `${a.name} (${a.iin}) ${a.org} ұйымында жұмыс істемейді, ал ондағы ${a.role} рөлі қалып қояды.`,
    fix: firstUndo(a.by, run),
  }),
  'undo-idles-executor': (a, run) => ({
    message: `${a.name} (${a.iin}) — ${a.school} мектебінің тағайындалған орындаушысы, бірақ ${a.left ? 'ол жерде жұмыс істемейтін болады' : 'орындаушы рөлінсіз қалады'}.`,
    fix:
      a.by === null
        ? `Алдымен рөл беріңіз: ${run.others(`qabyl assign-role --org ${a.school} --role executor --staff ${a.iin}`)}`
        : firstUndo(a.by, run),
  }),
  'undo-misplaces-streets': (a, run) => ({
    message: `${a.school} мектебінде ${a.year} оқу жылында ${a.streets} көше қалып қояды, бірақ ${a.column === 'territory' ? 'оның бекітілген аумағы жоқ деп көрсетілген' : 'олар басқа бөлімнің көшелері'}.`,
    fix: firstUndo(a.by, run),
  }),
  'undo-doubles-houses': (a, run) => ({
    message: `${a.street}: мына үйлер ${a.school} мектебінде де, ${a.other} мектебінде де болып шығады: ${houses.print(a.houses)}.`,
    fix: firstUndo(a.by, run),
  }),
  'undo-doubles-street': (a, run) => ({
    message: `${a.street} тізімде екі рет болып шығады.`,
    fix: firstUndo(a.by, run),
  }),
  'history-line-missing': a => ({
    message: `Тарихта № ${a.change} өзгерістің жолы жоқ: ол жойылған.`,
    fix: 'Дерекқорды осыған дейін жасалған сақтық көшірмеден қалпына келтіріңіз.',
  }),
  'history-line-altered': (a, run) => ({
    message: `${line(a)} жолы бағдарламаны айналып өтіп өзгертілген немесе қосылған.`,
    fix: `Оны сақтық көшірмемен салыстырыңыз: ${run.own(`qabyl show ${a.change}`)}`,
  }),
  'history-line-detached': (a, run) => ({
    message: `${line(a)} жолы алдыңғысының жалғасы емес: екеуінің бірі ауыстырылған.`,
    fix: `Екеуін де сақтық көшірмемен салыстырыңыз: ${run.own(`qabyl show ${a.change}`)}`,
  }),
  'history-rows-differ': (a, run) => ({
    message: `${line(a)} деректері жазылған күйінде сақталмаған: олар бағдарламаны айналып өтіп өзгертілген.${a.rows === 0 ? '' : ` Осы өзгерістің табылған жазбаларының саны — ${a.rows}: ${named(a.first, a.rows)}.`}`,
    fix: look(a.change, run),
  }),
  'history-orgs-differ': (a, run) => ({
    message: `${line(a)} ұйымдар тізбесі бағдарламаны айналып өтіп өзгертілген.`,
    fix: look(a.change, run),
  }),
  'history-former-altered': (a, run) => ({
    message: `№ ${a.change} өзгеріс сақтаған бұрынғы мән бағдарламаны айналып өтіп өзгертілген: ${a.kind} ${a.key}.`,
    fix: look(a.change, run),
  }),
  'history-row-stray': (a, run) => ({
    message: `Ешбір өзгеріс енгізбеген жазба сақталған, онда № ${a.change} өзгеріс көрсетілген: ${reports.kinds[a.kind]} ${a.key}.`,
    fix: `Қандай өзгерістер бар екенін қараңыз: ${run.own('qabyl history')}; содан кейін сақтық көшірмемен салыстырыңыз.`,
  }),
};
