import type { Office, OperationProblems } from '../../../domain/operation-problems.ts';
import type { Texts } from '../../text.ts';
import { houses } from '../houses.ts';
import { reports } from '../reports.ts';

const actions: Readonly<Record<string, string>> = reports.actions;
const offices: Readonly<Record<string, (org: string) => string>> = reports.offices;
const office = ({ role, org }: Office) =>
  offices[role ?? '']?.(org) ?? `${org} ұйымының кез келген қызметкері`;

/** The number that is named counts the rows of every organization, a street list and what is bound on it too. */
const inAll = (here: number, all: number) =>
  here === all ? '' : `; басқа ұйымдардағыларды қосқанда барлығы — ${all}`;

/** Рұқсат, растау және тым үлкен өзгерістен қорғау. */
export const approval = {
  'actor-unknown': (a, run) => ({
    message: `ЖСН-і ${a.iin} болатын адам осы дерекқордағы ешбір ұйымда жұмыс істемейді.`,
    fix: `--as немесе QABYL_AS мәнін тексеріңіз; қызметкерлерді суперадминистратор ${run.others('qabyl import-staff')} командасымен қосады.`,
  }),
  'not-permitted': (a, run) => {
    const action = actions[a.action] ?? a.action;
    return a.offices.length === 0
      ? {
          message: `${a.org} ұйымында мына әрекет көзделмеген: ${action}.`,
          fix: `Басқа ұйымды көрсетіңіз: ${run.own('qabyl list orgs')}`,
        }
      : {
          message: `ЖСН-і ${a.actor} болатын қызметкерге ${a.org} ұйымында мына әрекетке рұқсат жоқ: ${action}. Оны ${a.offices.map(office).join(' немесе ')} орындай алады.`,
          fix: 'Команданы орындауды рұқсаты бар қызметкерден сұраңыз.',
        };
  },
  'approval-needed': a => ({
    message: `Растау қажет: ${a.reasons.map(({ reason, count }) => reports.approvals[reason](count)).join('; ')}.`,
    fix: 'Жоспарды --dry-run параметрімен қарап шығып, --yes қосыңыз.',
  }),
  'removals-over-threshold': a => ({
    message: `${a.org} ұйымының жазбалары: барлығы — ${a.of}, жойылатыны — ${a.removals}, бұл 10 %-дан артық${inAll(a.removals, a.allowed)}.`,
    fix: `Файлдың толық екенін тексеріңіз; осылай болуы тиіс болса, мынаны қосыңыз: --allow-removals=${a.allowed}`,
  }),
  'changes-over-threshold': a => ({
    message: `${a.org} ұйымының жазбалары: барлығы — ${a.of}, өзгеретіні — ${a.changes}, бұл 75 %-дан артық${inAll(a.changes, a.allowed)}.`,
    fix: `Керек файл екенін тексеріңіз; осылай болуы тиіс болса, мынаны қосыңыз: --allow-changes=${a.allowed}`,
  }),
  'known-houses-dropped': a => ({
    message: `${a.street}: тізімдегі ${a.of} үйдің ${a.dropped} үйі шығып қалады: ${houses.print(a.houses)}.`,
    fix: 'Файлда көрсетілген үйлер көшенің бұрынғы үйлерінің орнына жазылады: олар әлі бар болса, оларды да тізіңіз.',
  }),
  'plan-moved': a => ({
    message:
      a.moved.length === 0
        ? 'Жоспар көрсетілгеннен кейін деректер өзгерген.'
        : `Жоспар жасалғаннан кейін деректер өзгерген; жоспарға сәйкес келмейтіні: ${a.moved.join(', ')}${a.more > 0 ? ` және тағы ${a.more}` : ''}.`,
    fix: 'Жоспарды --dry-run параметрімен қайта жасап, қарап шығыңыз.',
  }),
  'plan-other-command': a => ({
    message: `«${a.file}» жоспары ${a.given} командасымен емес, ${a.planned} командасымен жасалған.`,
    fix: `Бұл жоспарды qabyl ${a.planned} командасымен орындаңыз.`,
  }),
  'plan-unreadable': a => ({
    message: `«${a.file}» жоспарын оқу мүмкін болмады: ${a.reason}.`,
    fix: 'Жоспарды --dry-run --save-plan FILE параметрлерімен қайта жасаңыз.',
  }),
} satisfies Partial<Texts<OperationProblems>>;
