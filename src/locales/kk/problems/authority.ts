import type { AuthorityProblems } from '../../../domain/authority/problems.ts';
import type { Texts } from '../../text.ts';

export const authority: Texts<AuthorityProblems> = {
  'role-unknown': a => ({
    message: a.value === '' ? 'Рөл көрсетілмеген.' : `«${a.value}» деген рөл жоқ.`,
    fix: `Мына рөлдердің бірін жазыңыз: ${a.allowed.join(', ')}.`,
  }),
  'service-unknown': a => ({
    message:
      a.value === '' ? 'Мемлекеттік қызмет көрсетілмеген.' : `«${a.value}» деген мемлекеттік қызмет жоқ.`,
    fix: `Мына қызметтердің бірін жазыңыз: ${a.allowed.join(', ')}.`,
  }),
  'executor-not-here': a => ({
    message:
      a.elsewhere.length === 0
        ? `${a.name} (${a.iin}) ${a.school} ұйымында жұмыс істемейді.`
        : `${a.name} (${a.iin}) ${a.school} ұйымында емес, басқа жерде жұмыс істейді: ${a.elsewhere.join(', ')}.`,
    fix: `${a.school} ұйымының қызметкерін тағайындаңыз немесе алдымен бұл адамды ұйым қызметкерлерінің тізіміне импорттаңыз.`,
  }),
  'executor-left': a => ({
    message: `${a.name} (${a.iin}) ${a.school} ұйымынан кеткен.`,
    fix: `${a.school} ұйымында қазір жұмыс істейтін қызметкерді тағайындаңыз.`,
  }),
  'executor-without-role': (a, run) => ({
    message:
      a.roles.length === 0
        ? `${a.name} (${a.iin}) деген қызметкердің ${a.school} ұйымында рөлі жоқ, ал орындаушыға executor рөлі керек.`
        : `${a.name} (${a.iin}) деген қызметкердің ${a.school} ұйымындағы рөлдері: ${a.roles.join(', ')}, ал орындаушыға executor рөлі керек.`,
    fix: `Суперадминистратордан мына команданы орындауды сұраңыз: ${run.others(`qabyl assign-role --org ${a.school} --role executor --staff ${a.iin}`)}`,
  }),
  'executor-is-director': a => ({
    message: `${a.name} — ${a.school} ұйымының директоры, енді орындаушысы да болады.`,
    fix: 'Басқа қызметкер болса, соны тағайындаңыз.',
  }),
};
