import type { AccessProblems } from '../../../domain/authority/access-problems.ts';
import { plainWord } from '../../shell-word.ts';
import type { Texts } from '../../text.ts';

/** Логины сервера баз данных. */
export const access: Texts<AccessProblems> = {
  'login-without-access': (a, run) => ({
    message: `Логин «${a.login}» не связан ни с одним сотрудником.`,
    fix: `Суперадминистратор даёт доступ командой ${run.others(`qabyl grant-access --staff IIN --login ${plainWord(a.login)}`)}`,
  }),
  'as-somebody-else': a => ({
    message: `Логин «${a.login}» действует за своего сотрудника, а не за сотрудника с ИИН ${a.given}.`,
    fix: 'Уберите --as (или QABYL_AS) либо войдите под логином того сотрудника.',
  }),
  'database-forbids': (a, run) => ({
    message: `База данных «${a.target}» не разрешает этого вашему логину: ${a.reason}.`,
    fix: `Проверьте, чего не хватает: ${run.own('qabyl doctor')}`,
  }),
  'access-needs-server': a => ({
    message: `«${a.target}» — файл: логинов в нём нет, а кто действует, указывает --as.`,
    fix: 'Укажите сервер PostgreSQL: --db postgres://HOST/DATABASE',
  }),
  'login-missing': a => ({
    message: `На сервере нет логина «${a.login}».`,
    fix: `Его создаёт администратор сервера: createuser --pwprompt ${a.login.startsWith('-') ? '-- ' : ''}${plainWord(a.login)}`,
  }),
  'login-unusable': a => ({
    message:
      a.state === 'above'
        ? `Логин «${a.login}» владеет таблицами или сервером: права сотрудника его не ограничат.`
        : `«${a.login}» — группа сервера: войти под ней нельзя.`,
    fix: 'Укажите собственный логин сотрудника без других прав: createuser --pwprompt NAME',
  }),
  'login-of-another': (a, run) => ({
    message: `Логин «${a.login}» принадлежит сотруднику с ИИН ${a.iin}.`,
    fix: `Укажите другой логин или сначала отзовите этот: ${run.own(`qabyl revoke-access --login ${plainWord(a.login)}`)}`,
  }),
  'access-not-held': (a, run) => ({
    message:
      a.login === null
        ? `С сотрудником с ИИН ${a.iin} не связан ни один логин.`
        : a.iin === null
          ? `Логин «${a.login}» ни с кем не связан.`
          : `Логин «${a.login}» не связан с сотрудником с ИИН ${a.iin}.`,
    fix: `Посмотрите список логинов: ${run.own('qabyl list logins')}`,
  }),
};
