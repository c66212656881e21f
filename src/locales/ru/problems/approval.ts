import type { Office, OperationProblems } from '../../../domain/operation-problems.ts';
import { ruCount } from '../../plural.ts';
import type { Texts } from '../../text.ts';
import { houses } from '../houses.ts';
import { reports } from '../reports.ts';

const actions: Readonly<Record<string, string>> = reports.actions;
const offices: Readonly<Record<string, (org: string) => string>> = reports.offices;
const office = ({ role, org }: Office) => offices[role ?? '']?.(org) ?? `любой сотрудник организации ${org}`;
/** The number that is named counts the rows of every organization, a street list and what is bound on it too. */
const inAll = (here: number, all: number) => (here === all ? '' : `; всего с другими организациями — ${all}`);

/** После предлога «из»: из 1 записи, из 5 записей. */
const ofRows = (n: number) => ruCount(n, 'записи', 'записей', 'записей');

/** Права, подтверждение и защита от слишком больших изменений. */
export const approval = {
  'actor-unknown': (a, run) => ({
    message: `Человек с ИИН ${a.iin} не работает ни в одной организации этой базы данных.`,
    fix: `Проверьте --as или QABYL_AS; сотрудников добавляет суперадминистратор командой ${run.others('qabyl import-staff')}.`,
  }),
  'not-permitted': (a, run) => {
    const action = actions[a.action] ?? a.action;
    return a.offices.length === 0
      ? {
          message: `В организации ${a.org} никто не может ${action}: для таких организаций это не предусмотрено.`,
          fix: `Укажите другую организацию: ${run.own('qabyl list orgs')}`,
        }
      : {
          message: `Сотруднику с ИИН ${a.actor} не разрешено ${action} в организации ${a.org}; это может делать ${a.offices.map(office).join(' или ')}.`,
          fix: 'Попросите выполнить команду того, кому это разрешено.',
        };
  },
  'approval-needed': a => ({
    message: `Требуется подтверждение: ${a.reasons.map(({ reason, count }) => reports.approvals[reason](count)).join('; ')}.`,
    fix: 'Посмотрите план с ключом --dry-run, затем добавьте --yes.',
  }),
  'removals-over-threshold': a => ({
    message: `Было бы удалено ${a.removals} из ${ofRows(a.of)} организации ${a.org}, то есть более 10 %${inAll(a.removals, a.allowed)}.`,
    fix: `Проверьте, полон ли файл; если так и задумано, добавьте --allow-removals=${a.allowed}`,
  }),
  'changes-over-threshold': a => ({
    message: `Было бы изменено ${a.changes} из ${ofRows(a.of)} организации ${a.org}, то есть более 75 %${inAll(a.changes, a.allowed)}.`,
    fix: `Проверьте, тот ли это файл; если так и задумано, добавьте --allow-changes=${a.allowed}`,
  }),
  'known-houses-dropped': a => ({
    message: `${a.street}: из списка ${a.dropped === 1 ? 'уходит' : 'уходят'} ${ruCount(a.dropped, 'известный дом', 'известных дома', 'известных домов')} из ${a.of}: ${houses.print(a.houses)}.`,
    fix: 'Дома улицы, названные в файле, заменяют прежние: если те ещё существуют, перечислите и их.',
  }),
  'plan-moved': a => ({
    message:
      a.moved.length === 0
        ? 'Данные изменились после показа плана.'
        : `Данные изменились после составления плана; с планом расходятся: ${a.moved.join(', ')}${a.more > 0 ? ` и ещё ${a.more}` : ''}.`,
    fix: 'Составьте план заново с ключом --dry-run и просмотрите его.',
  }),
  'plan-other-command': a => ({
    message: `План «${a.file}» составлен командой ${a.planned}, а не ${a.given}.`,
    fix: `Выполните с этим планом команду qabyl ${a.planned}.`,
  }),
  'plan-unreadable': a => ({
    message: `План «${a.file}» не читается: ${a.reason}.`,
    fix: 'Составьте план заново с ключами --dry-run --save-plan FILE.',
  }),
} satisfies Partial<Texts<OperationProblems>>;
