import type { CheckFindings } from '../../domain/readiness/findings.ts';
import { kkCount } from '../plural.ts';
import { houses } from './houses.ts';
import { reports } from './reports.ts';

const roleNames: Readonly<Record<string, string>> = reports.roles;
const roles = (codes: readonly string[]) => codes.map(code => roleNames[code] ?? code).join(', ');
const more = (n: number) => (n > 0 ? `; және тағы ${n}` : '');

const disagreements: Readonly<Record<string, string>> = {
  'settings-number': 'рұқсат етілмеген сан бар',
  'settings-no-classes': 'сынып-жинақтар көрсетілмеген',
  'settings-intake-above-places': 'қабылданатын оқушылар саны орындардың жалпы санынан артық',
  'settings-intake-above-capacity': 'қабылданатын оқушылар сынып-жинақтарға сыймайды',
  'settings-classes-sum': 'сынып-жинақтардағы орындардың қосындысы қабылданатын оқушылар санына тең емес',
  'settings-size-above-class-size': 'сынып-жинақтағы оқушылар саны көрсетілген саннан артық',
  'class-size-above-max': 'сыныптағы оқушылар саны шекті саннан артық',
};

export const findings: { readonly [C in keyof CheckFindings]: (args: CheckFindings[C]) => string } = {
  'bin-right': a => `БСН дұрыс: ${a.bin}.`,
  'bin-absent': a => `${a.org} ұйымының БСН-і көрсетілмеген.`,
  'bin-wrong': a => `«${a.bin}» БСН-і қате: мемлекеттік портал бірде-бір өтінішті қабылдамайды.`,
  'staff-present': a => `${kkCount(a.active, 'қызметкер')} жұмыс істейді.`,
  'staff-absent': a => `${a.org} ұйымында қызметкерлер жоқ.`,
  'roles-held': a => `Қажетті рөлдердің бәрі берілген: ${roles(a.roles)}.`,
  'roles-missing': a =>
    `${a.roles.length === 1 ? 'Мына рөл' : 'Мына рөлдер'} ешкімге берілмеген: ${roles(a.roles)}.`,
  'no-school-with-territory': a =>
    `${a.org} ұйымында бекітілген аумағы бар мектеп жоқ, сондықтан көшелер тізімі қажет емес.`,
  'streets-listed': a => `Тізімде ${kkCount(a.streets, 'көше')} бар.`,
  'streets-not-listed': a => `${a.year} оқу жылының көшелер тізімі енгізілмеген.`,
  'streets-all-bound': a => `Көшелердің бәрі мектептерге бекітілген: ${a.streets}.`,
  'streets-unbound': a =>
    `${kkCount(a.streets, 'көше')} ешбір мектепке бекітілмеген: ${a.examples.join('; ')}${more(a.streets - a.examples.length)}.`,
  'territory-without-overlap': a =>
    a.streets === 0
      ? 'Екі мектепке қатар бекітілген үй жоқ.'
      : `${kkCount(a.streets, 'көшеде')} екі мектепке қатар бекітілген үй жоқ.`,
  'territory-overlaps': a =>
    `Мына үйлер екі мектепке қатар бекітілген: ${a.overlaps.map(o => `${o.street} (${o.schools.join(' және ')}): ${houses.print(o.houses)}`).join('; ')}${more(a.more)}. Егер бұл үйлерге екі мектеп те қызмет көрсетуі тиіс болса, пәрменде --unbind орнына --share "СЕБЕБІ" деп жазыңыз.`,
  'territory-without-gap': a => `${kkCount(a.streets, 'көшеде')} бекітілмей қалған үй жоқ.`,
  'territory-gaps': a => {
    const gaps = a.gaps.map(gap => `${gap.street}: ${houses.print(gap.houses)}`).join('; ');
    return a.known
      ? `Мына үйлер ешбір мектепке бекітілмеген: ${gaps}${more(a.more)}.`
      : `Мына үй нөмірлері, ондай үйлер болса, ешбір мектепке бекітілмеген: ${gaps}${more(a.more)}.`;
  },
  'window-set': a => `Құжат қабылдау мерзімі: ${a.opens} – ${a.closes}.`,
  'window-by-default': a =>
    `Білім бөлімі құжат қабылдау мерзімін белгілемеген; әдепкі мерзім: ${a.opens} – ${a.closes}.`,
  'territory-bound': a => `Бекітілген аумақта ${kkCount(a.streets, 'көше')} бар.`,
  'territory-not-bound': a => `${a.school} мектебіне бірде-бір көше бекітілмеген.`,
  'territory-declared-none': a => `${a.school} мектебінде бекітілген аумақ жоқ деп көрсетілген.`,
  'territory-read': a => `Әкімші аумақпен танысқан (№ ${a.change} өзгеріс).`,
  'territory-not-read': a => `${a.school} мектебінің әкімшісі аумақпен танысқанын растамаған.`,
  'territory-changed-since': a =>
    `Әкімші танысқаннан кейін (№ ${a.change} өзгеріс) ${a.school} мектебіне бекітілген аумақ өзгерген.`,
  'settings-set': a =>
    `Барлық орын — ${a.total_places}, қабылданатын оқушылар саны — ${a.intake}, сыныптағы оқушылар саны — ${a.class_size}.`,
  'settings-not-set': a => `${a.year} оқу жылының баптаулары толтырылмаған.`,
  'settings-consistent': a =>
    `Баптаулар өзара сәйкес: қабылданатын оқушылар саны — ${a.intake}, сынып-жинақтардағы орын саны — ${a.places}.`,
  'settings-inconsistent': a =>
    `Баптаулар өзара сәйкес емес: ${a.problems.map(code => disagreements[code] ?? code).join('; ')}.`,
  'class-size-over-norm': a =>
    `Сыныптағы оқушылар саны (${a.class_size}) нормадан (${a.norm}) артық, бірақ шекті саннан (${a.max}) аспайды.`,
  'executor-appointed': a => `Орындаушы — ${a.name} (${a.iin}).`,
  'executor-not-appointed': a => `${a.service} қызметінің орындаушысы тағайындалмаған.`,
  'executor-left': a => `Орындаушы ${a.name} (${a.iin}) бұл мектепте енді жұмыс істемейді.`,
  'executor-lost-role': a => `Тағайындалған қызметкерде (${a.name}, ${a.iin}) executor рөлі енді жоқ.`,
  'executor-is-director': a => `Орындаушы ${a.name} (${a.iin}) — сонымен қатар мектеп директоры.`,
  'appointer-not-director': a => `Орындаушыны тағайындаған қызметкер (ЖСН ${a.iin}) қазір директор емес.`,
  'depends-on': a => `Тексерілмеді: алдымен ${a.check} тексеруінен өту керек.`,
  'could-not-run': a => `Тексеруді орындау мүмкін болмады: ${a.reason}.`,
};
