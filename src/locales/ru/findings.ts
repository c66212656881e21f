import type { CheckFindings } from '../../domain/readiness/findings.ts';
import { ruCount } from '../plural.ts';
import { houses } from './houses.ts';
import { reports } from './reports.ts';

const roleNames: Readonly<Record<string, string>> = reports.roles;
const roles = (codes: readonly string[]) => codes.map(code => roleNames[code] ?? code).join(', ');
const streetsAt = (n: number) => ruCount(n, 'улице', 'улицах', 'улицах');
const more = (n: number) => (n > 0 ? `; и ещё ${n}` : '');

const disagreements: Readonly<Record<string, string>> = {
  'settings-number': 'есть недопустимое число',
  'settings-no-classes': 'нет класс-комплектов',
  'settings-intake-above-places': 'планируемый приём больше общего количества мест',
  'settings-intake-above-capacity': 'планируемый приём не помещается в класс-комплекты',
  'settings-classes-sum': 'сумма мест в класс-комплектах не равна планируемому приёму',
  'settings-size-above-class-size': 'в класс-комплекте больше учеников, чем допускает наполняемость класса',
  'class-size-above-max': 'наполняемость класса выше предельной',
};

export const findings: { readonly [C in keyof CheckFindings]: (args: CheckFindings[C]) => string } = {
  'bin-right': a => `БИН ${a.bin} верен.`,
  'bin-absent': a => `У организации ${a.org} нет БИН.`,
  'bin-wrong': a => `БИН «${a.bin}» неверен: государственный портал отклонит каждое заявление.`,
  'staff-present': a => `Работает ${ruCount(a.active, 'сотрудник', 'сотрудника', 'сотрудников')}.`,
  'staff-absent': a => `В организации ${a.org} нет сотрудников.`,
  'roles-held': a => `Все нужные роли назначены: ${roles(a.roles)}.`,
  'roles-missing': a =>
    `${a.roles.length === 1 ? 'Никому не назначена роль' : 'Никому не назначены роли'}: ${roles(a.roles)}.`,
  'no-school-with-territory': a =>
    `В организации ${a.org} нет школ с закреплённой территорией, поэтому список улиц не нужен.`,
  'streets-listed': a => `В списке ${ruCount(a.streets, 'улица', 'улицы', 'улиц')}.`,
  'streets-not-listed': a => `На ${a.year} учебный год нет списка улиц.`,
  'streets-all-bound': a => `Все улицы закреплены за школами: ${a.streets}.`,
  'streets-unbound': a =>
    `${ruCount(a.streets, 'улица не закреплена', 'улицы не закреплены', 'улиц не закреплено')} ни за одной школой: ${a.examples.join('; ')}${more(a.streets - a.examples.length)}.`,
  'territory-without-overlap': a =>
    a.streets === 0
      ? 'Нет домов, закреплённых сразу за двумя школами.'
      : `На ${streetsAt(a.streets)} нет домов, закреплённых сразу за двумя школами.`,
  'territory-overlaps': a =>
    `Одни и те же дома закреплены за двумя школами: ${a.overlaps.map(o => `${o.street} (${o.schools.join(' и ')}): ${houses.print(o.houses)}`).join('; ')}${more(a.more)}. Если их должны обслуживать обе школы, укажите в команде вместо --unbind --share "ПРИЧИНА".`,
  'territory-without-gap': a => `На ${streetsAt(a.streets)} нет пропущенных домов.`,
  'territory-gaps': a => {
    const gaps = a.gaps.map(gap => `${gap.street}: ${houses.print(gap.houses)}`).join('; ');
    return a.known
      ? `Эти дома не закреплены ни за одной школой: ${gaps}${more(a.more)}.`
      : `Эти номера домов не закреплены ни за одной школой, если такие дома есть: ${gaps}${more(a.more)}.`;
  },
  'window-set': a => `Документы принимаются с ${a.opens} по ${a.closes}.`,
  'window-by-default': a =>
    `Отдел не установил сроки приёма; по умолчанию документы принимаются с ${a.opens} по ${a.closes}.`,
  'territory-bound': a => `На закреплённой территории ${ruCount(a.streets, 'улица', 'улицы', 'улиц')}.`,
  'territory-not-bound': a => `За школой ${a.school} не закреплено ни одной улицы.`,
  'territory-declared-none': a => `Указано, что у школы ${a.school} нет закреплённой территории.`,
  'territory-read': a => `Администратор ознакомлен с территорией (изменение № ${a.change}).`,
  'territory-not-read': a => `Администратор школы ${a.school} не подтвердил ознакомление с территорией.`,
  'territory-changed-since': a =>
    `После ознакомления (изменение № ${a.change}) территория школы ${a.school} изменилась.`,
  'settings-set': a =>
    `Всего мест: ${a.total_places}, планируемый приём: ${a.intake}, наполняемость класса: ${a.class_size}.`,
  'settings-not-set': a => `Настройки на ${a.year} учебный год не заполнены.`,
  'settings-consistent': a =>
    `Настройки согласованы: планируемый приём — ${a.intake}, мест в класс-комплектах — ${a.places}.`,
  'settings-inconsistent': a =>
    `Настройки не согласованы: ${a.problems.map(code => disagreements[code] ?? code).join('; ')}.`,
  'class-size-over-norm': a =>
    `Наполняемость класса (${a.class_size}) выше нормы (${a.norm}), но не выше предельной (${a.max}).`,
  'executor-appointed': a => `Исполнитель — ${a.name} (${a.iin}).`,
  'executor-not-appointed': a => `Исполнитель по услуге ${a.service} не назначен.`,
  'executor-left': a => `Исполнитель ${a.name} (${a.iin}) здесь больше не работает.`,
  'executor-lost-role': a => `У исполнителя ${a.name} (${a.iin}) больше нет роли executor.`,
  'executor-is-director': a => `Исполнитель ${a.name} (${a.iin}) одновременно является директором.`,
  'appointer-not-director': a =>
    `Исполнителя назначил сотрудник с ИИН ${a.iin}, который сейчас не является директором.`,
  'depends-on': a => `Не проверено: сначала нужна проверка ${a.check}.`,
  'could-not-run': a => `Проверку не удалось выполнить: ${a.reason}.`,
};
