import type { AuthorityProblems } from '../../../domain/authority/problems.ts';
import type { Texts } from '../../text.ts';

export const authority: Texts<AuthorityProblems> = {
  'role-unknown': a => ({
    message: a.value === '' ? 'Роль не указана.' : `Роли «${a.value}» нет.`,
    fix: `Укажите одну из ролей: ${a.allowed.join(', ')}.`,
  }),
  'service-unknown': a => ({
    message:
      a.value === '' ? 'Государственная услуга не указана.' : `Государственной услуги «${a.value}» нет.`,
    fix: `Укажите одну из услуг: ${a.allowed.join(', ')}.`,
  }),
  'executor-not-here': a => ({
    message:
      a.elsewhere.length === 0
        ? `${a.name} (${a.iin}) не работает в организации ${a.school}.`
        : `${a.name} (${a.iin}) работает не в организации ${a.school}, а в ${a.elsewhere.join(', ')}.`,
    fix: `Назначьте сотрудника организации ${a.school} или сначала импортируйте этого человека в её штат.`,
  }),
  'executor-left': a => ({
    message: `${a.name} (${a.iin}) больше не работает в организации ${a.school}.`,
    fix: `Назначьте того, кто работает в организации ${a.school} сейчас.`,
  }),
  'executor-without-role': (a, run) => ({
    message:
      a.roles.length === 0
        ? `У сотрудника ${a.name} (${a.iin}) нет роли в организации ${a.school}, а исполнителю нужна роль executor.`
        : `У сотрудника ${a.name} (${a.iin}) в организации ${a.school} есть только: ${a.roles.join(', ')}, а исполнителю нужна роль executor.`,
    fix: `Попросите суперадминистратора выполнить: ${run.others(`qabyl assign-role --org ${a.school} --role executor --staff ${a.iin}`)}`,
  }),
  'executor-is-director': a => ({
    message: `${a.name} — директор организации ${a.school} и станет ещё и исполнителем.`,
    fix: 'Если есть другой сотрудник, назначьте его.',
  }),
};
