import type { AccessProblems } from '../../../domain/authority/access-problems.ts';
import { plainWord } from '../../shell-word.ts';
import type { Texts } from '../../text.ts';

/** Дерекқор серверінің логиндері. */
export const access: Texts<AccessProblems> = {
  'login-without-access': (a, run) => ({
    message: `«${a.login}» логині ешбір қызметкерге байланыстырылмаған.`,
    fix: `Суперадминистратор оны мына командамен байланыстырады: ${run.others(`qabyl grant-access --staff IIN --login ${plainWord(a.login)}`)}`,
  }),
  'as-somebody-else': a => ({
    message: `«${a.login}» логині ЖСН ${a.given} қызметкердің емес, өз қызметкерінің атынан әрекет етеді.`,
    fix: '--as кілтін (немесе QABYL_AS) алып тастаңыз не сол қызметкердің логинімен кіріңіз.',
  }),
  'database-forbids': (a, run) => ({
    message: `«${a.target}» дерекқоры логиніңізге бұған рұқсат бермейді: ${a.reason}.`,
    fix: `Не жетіспейтінін тексеріңіз: ${run.own('qabyl doctor')}`,
  }),
  'access-needs-server': a => ({
    message: `«${a.target}» — файл: онда логиндер жоқ, ал кімнің әрекет ететінін --as көрсетеді.`,
    fix: 'PostgreSQL серверін көрсетіңіз: --db postgres://HOST/DATABASE',
  }),
  'login-missing': a => ({
    message: `Серверде «${a.login}» деген логин жоқ.`,
    fix: `Оны сервер әкімшісі жасайды: createuser --pwprompt ${a.login.startsWith('-') ? '-- ' : ''}${plainWord(a.login)}`,
  }),
  'login-unusable': a => ({
    message:
      a.state === 'above'
        ? `«${a.login}» логині кестелердің немесе сервердің иесі: қызметкердің құқықтары оны шектей алмайды.`
        : `«${a.login}» — сервердің тобы: онымен ешкім кіре алмайды.`,
    fix: 'Басқа құқығы жоқ, қызметкердің өз логинін көрсетіңіз: createuser --pwprompt NAME',
  }),
  'login-of-another': (a, run) => ({
    message: `«${a.login}» — ЖСН ${a.iin} қызметкердің логині.`,
    fix: `Басқа логинді көрсетіңіз немесе алдымен мұны қайтарып алыңыз: ${run.own(`qabyl revoke-access --login ${plainWord(a.login)}`)}`,
  }),
  'access-not-held': (a, run) => ({
    message:
      a.login === null
        ? `ЖСН ${a.iin} қызметкерге ешбір логин байланыстырылмаған.`
        : a.iin === null
          ? `«${a.login}» логині ешкімге байланыстырылмаған.`
          : `«${a.login}» логині ЖСН ${a.iin} қызметкерге байланыстырылмаған.`,
    fix: `Логиндер тізімін қараңыз: ${run.own('qabyl list logins')}`,
  }),
};
