import type { OperationProblems } from '../../../domain/operation-problems.ts';
import type { Pasting, Texts } from '../../text.ts';
import { nearestOr, nearestStreet } from '../nearest.ts';

const listOrgs = (run: Pasting) => `Все организации: ${run.own('qabyl list orgs')}`;

/** Имена, которым не соответствует ничего или соответствует несколько. */
export const lookUps = {
  'org-unknown': (a, run) => ({
    message: `Организации «${a.text}» нет.`,
    fix: nearestOr(a.nearest, listOrgs(run)),
  }),
  'org-ambiguous': a => ({
    message: `Название «${a.text}» носят несколько организаций: ${a.candidates.join(', ')}.`,
    fix: 'Укажите код или БИН нужной организации.',
  }),
  'org-not-school': (a, run) => ({
    message: `${a.org} — отдел образования, а не школа.`,
    fix: listOrgs(run),
  }),
  'org-not-department': (a, run) => ({
    message: `${a.org} — школа, а не отдел образования.`,
    fix: listOrgs(run),
  }),
  'org-without-territory': (a, run) => ({
    message: `Указано, что у организации ${a.org} нет закреплённой территории.`,
    fix: `Если территория есть, импортируйте организацию снова с territory = yes: ${run.own('qabyl import-orgs FILE')}`,
  }),
  'school-not-this': a => ({
    message: `Строка относится к школе ${a.school}, а в команде указано --school ${a.only}.`,
    fix: `Удалите строку или уберите --school ${a.only}.`,
  }),
  'staff-unknown': (a, run) => ({
    message: `В организации ${a.org} нет сотрудника с ИИН ${a.iin}.`,
    fix: nearestOr(a.nearest, `Все сотрудники: ${run.own(`qabyl list staff --org ${a.org}`)}`),
  }),
  'staff-left': (a, run) => ({
    message: `${a.name} (${a.iin}) больше не работает в организации ${a.org}.`,
    fix: `Укажите того, кто работает там сейчас: ${run.own(`qabyl list staff --org ${a.org}`)}`,
  }),
  'position-unknown': (a, run) => ({
    message: `В организации ${a.org} никто не занимает должность «${a.position}».`,
    fix: nearestOr(a.nearest, `Должности сотрудников: ${run.own(`qabyl list staff --org ${a.org}`)}`),
  }),
  'street-unknown': (a, run) => ({
    message: `Улицы «${a.text}» в списке нет.`,
    fix: nearestStreet(a, `Все улицы: ${run.own('qabyl list streets')}`),
  }),
  'street-ambiguous': a => ({
    message: `Записи «${a.text}» соответствует несколько улиц: ${a.candidates.join('; ')}.`,
    fix: a.settlements
      ? `Укажите в столбце settlement, какая это улица: ${a.settlements.join('; ')}.`
      : 'Укажите нужную улицу полностью, как она здесь названа.',
  }),
  'street-with-houses': a => ({
    message: `В «${a.text}» за названием улицы стоят номера домов.`,
    fix: `Оставьте в названии «${a.name}», а «${a.houses}» запишите туда, где место домам: в столбец «Дома» или в --houses.`,
  }),
  'street-unclosed': a => ({
    message: `В названии улицы «${a.text}» кавычка или скобка осталась без пары.`,
    fix: 'Добавьте недостающий знак или уберите лишний.',
  }),
  'street-range': a => ({
    message: `«${a.text}» — это диапазон номеров, а не одна улица.`,
    fix: 'Запишите каждую улицу отдельной строкой. Если это название одной улицы, пишите его без вида улицы (в списке улиц вид указывают в столбце kind).',
  }),
  'year-unknown': (a, run) => ({
    message: `Учебного года ${a.year} в базе данных нет.`,
    fix:
      a.known.length === 0
        ? `Начните с ${run.others('qabyl init')}.`
        : `Укажите один из годов: ${a.known.join(', ')}. Новый год начинает ${run.others('qabyl init')}.`,
  }),
  'change-unknown': (a, run) => ({
    message: `Доступного вам изменения № ${a.change} в истории нет.`,
    fix:
      a.last === 0 ? 'История пока пуста.' : `Последнее изменение — № ${a.last}: ${run.own('qabyl history')}`,
  }),
} satisfies Partial<Texts<OperationProblems>>;
