import type { OperationProblems } from '../../../domain/operation-problems.ts';
import type { Texts } from '../../text.ts';
import { nearestOr, nearestStreet } from '../nearest.ts';

const LIST_ORGS = 'Ұйымдардың толық тізімі: qabyl list orgs';

/** Ештеңеге немесе бірнеше нәрсеге сәйкес келетін атаулар. */
export const lookUps = {
  'org-unknown': a => ({
    message: `«${a.text}» деген ұйым жоқ.`,
    fix: nearestOr(a.nearest, LIST_ORGS),
  }),
  'org-ambiguous': a => ({
    message: `«${a.text}» атауы бірнеше ұйымға сәйкес келеді: ${a.candidates.join(', ')}.`,
    fix: 'Керек ұйымның кодын немесе БСН-ін жазыңыз.',
  }),
  'org-not-school': a => ({ message: `${a.org} — мектеп емес, білім бөлімі.`, fix: LIST_ORGS }),
  'org-not-department': a => ({ message: `${a.org} — білім бөлімі емес, мектеп.`, fix: LIST_ORGS }),
  'org-without-territory': a => ({
    message: `${a.org} мектебінде бекітілген аумақ жоқ деп көрсетілген.`,
    fix: 'Аумағы болса, ұйымды territory = yes мәнімен қайта импорттаңыз: qabyl import-orgs FILE',
  }),
  'school-not-this': a => ({
    message: `Бұл жол ${a.school} мектебіне қатысты, ал командада --school ${a.only} көрсетілген.`,
    fix: `Жолды өшіріңіз немесе --school ${a.only} параметрін алып тастаңыз.`,
  }),
  'staff-unknown': a => ({
    message: `${a.org} ұйымында ЖСН-і ${a.iin} болатын қызметкер жоқ.`,
    fix: nearestOr(a.nearest, `Қызметкерлердің толық тізімі: qabyl list staff --org ${a.org}`),
  }),
  'staff-left': a => ({
    message: `${a.name} (${a.iin}) ${a.org} ұйымында енді жұмыс істемейді.`,
    fix: `Қазір жұмыс істейтін қызметкерді көрсетіңіз: qabyl list staff --org ${a.org}`,
  }),
  'position-unknown': a => ({
    message: `${a.org} ұйымында «${a.position}» лауазымын атқаратын ешкім жоқ.`,
    fix: nearestOr(a.nearest, `Қызметкерлердің лауазымдары: qabyl list staff --org ${a.org}`),
  }),
  'street-unknown': a => ({
    message: `Көшелер тізімінде «${a.text}» деген көше жоқ.`,
    fix: nearestStreet(a, 'Көшелердің толық тізімі: qabyl list streets'),
  }),
  'street-ambiguous': a => ({
    message: `«${a.text}» деген жазбаға бірнеше көше сәйкес келеді: ${a.candidates.join('; ')}.`,
    fix: a.settlements
      ? `settlement бағанында қай көше екенін көрсетіңіз: ${a.settlements.join('; ')}.`
      : 'Керек көшені осында көрсетілгендей толық жазыңыз.',
  }),
  'street-range': a => ({
    message: `«${a.text}» — бір көше емес, көше нөмірлерінің аралығы.`,
    fix: 'Әр көшені жеке жолға жазыңыз. Егер бұл бір көшенің атауы болса, оны түрінсіз жазыңыз (көшелер тізімінде түрі kind бағанында көрсетіледі).',
  }),
  'year-unknown': a => ({
    message: `Дерекқорда ${a.year} оқу жылы жоқ.`,
    fix:
      a.known.length === 0
        ? 'Алдымен qabyl init командасын орындаңыз.'
        : `Мына жылдардың бірін жазыңыз: ${a.known.join(', ')}. Жаңа оқу жылын qabyl init ашады.`,
  }),
  'change-unknown': a => ({
    message: `Тарихта сізге көруге рұқсат етілген № ${a.change} өзгеріс жоқ.`,
    fix: a.last === 0 ? 'Тарих әзірге бос.' : `Соңғы өзгеріс — № ${a.last}: qabyl history`,
  }),
} satisfies Partial<Texts<OperationProblems>>;
