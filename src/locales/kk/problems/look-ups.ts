import type { OperationProblems } from '../../../domain/operation-problems.ts';
import type { Pasting, Texts } from '../../text.ts';
import { nearestOr, nearestStreet } from '../nearest.ts';

const listOrgs = (run: Pasting) => `Ұйымдардың толық тізімі: ${run.own('qabyl list orgs')}`;

/** Ештеңеге немесе бірнеше нәрсеге сәйкес келетін атаулар. */
export const lookUps = {
  'org-unknown': (a, run) => ({
    message: `«${a.text}» деген ұйым жоқ.`,
    fix: nearestOr(a.nearest, listOrgs(run)),
  }),
  'org-ambiguous': a => ({
    message: `«${a.text}» атауы бірнеше ұйымға сәйкес келеді: ${a.candidates.join(', ')}.`,
    fix: 'Керек ұйымның кодын немесе БСН-ін жазыңыз.',
  }),
  'org-not-school': (a, run) => ({ message: `${a.org} — мектеп емес, білім бөлімі.`, fix: listOrgs(run) }),
  'org-not-department': (a, run) => ({
    message: `${a.org} — білім бөлімі емес, мектеп.`,
    fix: listOrgs(run),
  }),
  'org-without-territory': (a, run) => ({
    message: `${a.org} мектебінде бекітілген аумақ жоқ деп көрсетілген.`,
    fix: `Аумағы болса, ұйымды territory = yes мәнімен қайта импорттаңыз: ${run.own('qabyl import-orgs FILE')}`,
  }),
  'school-not-this': a => ({
    message: `Бұл жол ${a.school} мектебіне қатысты, ал командада --school ${a.only} көрсетілген.`,
    fix: `Жолды өшіріңіз немесе --school ${a.only} параметрін алып тастаңыз.`,
  }),
  'staff-unknown': (a, run) => ({
    message: `${a.org} ұйымында ЖСН-і ${a.iin} болатын қызметкер жоқ.`,
    fix: nearestOr(a.nearest, `Қызметкерлердің толық тізімі: ${run.own(`qabyl list staff --org ${a.org}`)}`),
  }),
  'staff-left': (a, run) => ({
    message: `${a.name} (${a.iin}) ${a.org} ұйымында енді жұмыс істемейді.`,
    fix: `Қазір жұмыс істейтін қызметкерді көрсетіңіз: ${run.own(`qabyl list staff --org ${a.org}`)}`,
  }),
  'position-unknown': (a, run) => ({
    message: `${a.org} ұйымында «${a.position}» лауазымын атқаратын ешкім жоқ.`,
    fix: nearestOr(a.nearest, `Қызметкерлердің лауазымдары: ${run.own(`qabyl list staff --org ${a.org}`)}`),
  }),
  'street-unknown': (a, run) => ({
    message: `Көшелер тізімінде «${a.text}» деген көше жоқ.`,
    fix: nearestStreet(a, `Көшелердің толық тізімі: ${run.own('qabyl list streets')}`),
  }),
  'street-ambiguous': a => ({
    message: `«${a.text}» деген жазбаға бірнеше көше сәйкес келеді: ${a.candidates.join('; ')}.`,
    fix: a.settlements
      ? `settlement бағанында қай көше екенін көрсетіңіз: ${a.settlements.join('; ')}.`
      : 'Керек көшені осында көрсетілгендей толық жазыңыз.',
  }),
  'street-with-houses': a => ({
    message: `«${a.text}» деген ұяшықта көше атауынан кейін үй нөмірлері тұр.`,
    fix: `Атауында тек «${a.name}» қалсын, ал «${a.houses}» дегенді үйлер орнына жазыңыз: «Үйлер» бағанына немесе --houses ішіне.`,
  }),
  'street-unclosed': a => ({
    message: `«${a.text}» көше атауында тырнақшаның немесе жақшаның сыңары жоқ.`,
    fix: 'Жетіспейтін белгіні қосыңыз немесе артығын алып тастаңыз.',
  }),
  'street-range': a => ({
    message: `«${a.text}» — бір көше емес, көше нөмірлерінің аралығы.`,
    fix: 'Әр көшені жеке жолға жазыңыз. Егер бұл бір көшенің атауы болса, оны түрінсіз жазыңыз (көшелер тізімінде түрі kind бағанында көрсетіледі).',
  }),
  'year-unknown': (a, run) => ({
    message: `Дерекқорда ${a.year} оқу жылы жоқ.`,
    fix:
      a.known.length === 0
        ? `Алдымен ${run.others('qabyl init')} командасын орындаңыз.`
        : `Мына жылдардың бірін жазыңыз: ${a.known.join(', ')}. Жаңа оқу жылын ${run.others('qabyl init')} ашады.`,
  }),
  'change-unknown': (a, run) => ({
    message: `Тарихта сізге көруге рұқсат етілген № ${a.change} өзгеріс жоқ.`,
    fix: a.last === 0 ? 'Тарих әзірге бос.' : `Соңғы өзгеріс — № ${a.last}: ${run.own('qabyl history')}`,
  }),
} satisfies Partial<Texts<OperationProblems>>;
