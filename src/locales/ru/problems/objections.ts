import type { OperationProblems } from '../../../domain/operation-problems.ts';
import type { StreetKind } from '../../../domain/territory/street-kinds.ts';
import { ruCount } from '../../plural.ts';
import { acceptFlag } from '../../shell-word.ts';
import type { Texts } from '../../text.ts';
import { houses } from '../houses.ts';
import { nearestOr } from '../nearest.ts';

/** Слова, которые понимает столбец kind. */
const streetKindWords: Readonly<Record<StreetKind, string>> = {
  street: 'улица',
  avenue: 'проспект',
  lane: 'переулок',
  'dead-end': 'тупик',
  microdistrict: 'микрорайон',
  'residential-area': 'жилой массив',
  square: 'площадь',
  boulevard: 'бульвар',
  highway: 'шоссе',
  passage: 'проезд',
  quarter: 'квартал',
  village: 'село',
};
const STREET_KINDS = Object.values(streetKindWords).join(', ');
const kinds: Readonly<Record<string, string>> = { department: 'отдел образования', school: 'школа' };

/** Обстоятельства, которые мешают изменению. */
export const objections = {
  'bin-taken': a => ({
    message: `БИН ${a.bin} уже принадлежит организации ${a.org}.`,
    fix: 'Проверьте БИН обеих организаций.',
  }),
  'code-malformed': a => ({
    message: `«${a.code}» не может быть кодом организации.`,
    fix: 'Используйте строчные латинские буквы, цифры и дефис, например school-3; двенадцать цифр без других знаков — это БИН.',
  }),
  'org-code-twice': a => ({
    message: `Код ${a.code} уже указан в строке ${a.line}.`,
    fix: 'Оставьте одну из строк или дайте одной из организаций другой код.',
  }),
  'parent-unknown': a => ({
    message: `Для организации ${a.code} указан отдел «${a.parent}», которого нет.`,
    fix: nearestOr(a.nearest, 'Добавьте отдел в файл или исправьте его название.'),
  }),
  'parent-not-department': a => ({
    message: `Для организации ${a.code} вместо отдела указана школа ${a.parent}.`,
    fix: 'Укажите отдел, которому подчиняется организация.',
  }),
  'parent-missing': a => ({
    message: `Для организации ${a.code} не указан отдел.`,
    fix: 'Заполните столбец department.',
  }),
  'parent-rejected': a => ({
    message: `Организация ${a.code} подчинена организации ${a.parent}, строка которой содержит ошибку.`,
    fix: `Сначала исправьте строку организации ${a.parent}.`,
  }),
  'parent-cycle': a => ({
    message: `Организация ${a.code} оказалась бы выше самой себя.`,
    fix: 'Исправьте столбец department.',
  }),
  'org-kind-fixed': a => ({
    message: `${a.code} числится как ${kinds[a.was] ?? a.was}; вид организации изменить нельзя.`,
    fix: `Напишите ${a.was} или дайте новой организации другой код.`,
  }),
  'school-holds-streets': (a, run) => ({
    message: `За школой ${a.code} в ${a.year} учебном году ${ruCount(a.streets, 'закреплённая улица', 'закреплённые улицы', 'закреплённых улиц')}: пока ${a.streets === 1 ? 'она не откреплена' : 'они не откреплены'}, ${
      a.column === 'territory'
        ? 'её нельзя объявить школой без территории'
        : 'её нельзя передать другому отделу'
    }.`,
    fix:
      a.streets === 1
        ? `Открепите улицу: ${run.others(a.command)}`
        : `Открепите все улицы, начиная с этой: ${run.others(a.command)}`,
  }),
  'department-kept': (a, run) => ({
    message: `Организация ${a.code} уже записана как «${a.name}», БИН ${a.bin}; init её не меняет.`,
    fix: `Чтобы исправить название или БИН: ${run.own('qabyl import-orgs FILE')}`,
  }),
  'department-exists': (a, run) => ({
    message: `В базе данных уже есть первый отдел — ${a.code}.`,
    fix: `Чтобы обновить базу, укажите --code ${a.code}; другие отделы добавляет ${run.own('qabyl import-orgs')}, другую базу задаёт --db.`,
  }),
  'street-name-shared': a => ({
    message: `Другое название «${a.alias}» означает и улицу «${a.other}».`,
    fix: 'Где будет указано только это название, ни одна из улиц не закрепится: уберите его здесь или пишите там название полностью.',
  }),
  'street-twice': a => ({
    message: `Название «${a.name}» уже указано в строке ${a.line}.`,
    fix: 'Оставьте одну из строк; другие названия улицы пишите в столбце aliases.',
  }),
  'street-key-empty': a => ({
    message: `В записи «${a.name}» указан вид улицы, но нет названия.`,
    fix: 'Напишите название улицы.',
  }),
  'street-settlement-assumed': a => ({
    message: `«${a.text}» указана без населённого пункта и принята за улицу «${a.street}».`,
    fix: 'Если это другая улица, укажите её населённый пункт в столбце settlement.',
  }),
  'street-houses-repeated': a => ({
    message: `${a.street}: ${ruCount(a.times, 'строка повторяет', 'строки повторяют', 'строк повторяют')} уже указанный дом, первый из таких домов — ${a.house}.`,
    fix: 'Каждый дом учитывается один раз; если это опечатка, исправьте её.',
  }),
  'known-houses-endless': a => ({
    message: `Запись «${a.words}» не имеет конца и не говорит, какие дома есть на улице.`,
    fix: 'Перечислите существующие дома или оставьте ячейку пустой, если они неизвестны.',
  }),
  'known-houses-many': a => ({
    message: `В записи «${a.words}» больше ${a.most} домов; столько домов не бывает ни на одной улице.`,
    fix: 'Исправьте номера диапазона: укажите дома, которые существуют.',
  }),
  'street-kind-contradicts': a => ({
    message: `Вид «${a.value}» противоречит ${a.names.length === 1 ? 'названию' : 'названиям'} ${a.names.map(name => `«${name}»`).join(' и ')}.`,
    fix: 'Исправьте вид или названия или оставьте вид пустым: улицы разных видов — это разные улицы.',
  }),
  'street-kinds-differ': a => ({
    message: `Названия ${a.names.map(name => `«${name}»`).join(' и ')} — это улицы разных видов.`,
    fix: 'Исправьте одно из названий или укажите нужный вид в столбце kind.',
  }),
  'street-kind-unknown': a => ({
    message: `Вида улицы «${a.value}» нет.`,
    fix: `Напишите одно из слов: ${STREET_KINDS}, или оставьте ячейку пустой.`,
  }),
  'houses-taken': a => ({
    message: `${a.street}: за школой ${a.school} уже закреплены дома — ${houses.print(a.houses)}.`,
    fix: `Уберите эти дома из списка, добавьте --move, чтобы забрать их у школы ${a.school}, или --share "ПРИЧИНА", если их намеренно обслуживают обе школы.`,
  }),
  'houses-not-bound': (a, run) => ({
    message: `${a.street}: за школой ${a.school} не закреплены дома — ${houses.print(a.houses)}.`,
    fix: `Что закреплено: ${run.own(`qabyl review-territory --school ${a.school}`)}`,
  }),
  'street-not-bound': (a, run) => ({
    message: `За школой ${a.school} не закреплено: ${a.street}.`,
    fix: `Что закреплено: ${run.own(`qabyl review-territory --school ${a.school}`)}`,
  }),
  'rows-overlap': a => ({
    message: `${a.street}: те же дома указаны для школы ${a.school} в строке ${a.line} — ${houses.print(a.houses)}.`,
    fix: 'Оставьте эти дома только в одной из двух строк или укажите в её столбце share, почему их обслуживают обе школы.',
  }),
  'rows-repeat': a => ({
    message: `${a.street}: эти дома уже закреплены за школой ${a.school} в строке ${a.line}: ${houses.print(a.houses)}.`,
    fix: 'Они закрепляются один раз; если имелись в виду другая улица, школа или дома, исправьте одну из строк.',
  }),
  'share-idle': a => ({
    message: `${a.street}: этих домов нет ни у одной другой школы, поэтому у школы ${a.school} они не общие: ${houses.print(a.houses)}.`,
    fix: `Они закрепляются только за школой ${a.school}; закрепите их и за другой школой с ключом --share "ПРИЧИНА".`,
  }),
  'accept-idle': a => ({
    message: `Принятое написание «${a.written}» улицы ${a.street} не понадобилось: так ничего не написано или список уже его знает.`,
    fix: 'Проверьте, что оно написано так же, как в исходных данных, или уберите --accept.',
  }),
  'accept-contradicts': a => ({
    message: `Написание «${a.written}» принято сразу для нескольких улиц: ${a.streets.join('; ')}.`,
    fix: `Оставьте только одну из них: ${a.streets.map(street => acceptFlag(a.written, street)).join(' или ')}.`,
  }),
  'territory-moved-on': (a, run) => ({
    message: `Территория школы ${a.school} уже не та, что в версии ${a.read}.`,
    fix: `Ознакомьтесь с ней снова: ${run.own(`qabyl review-territory --school ${a.school}`)}`,
  }),
  'territory-empty': (a, run) => ({
    message: `За школой ${a.school} не закреплено ни одной улицы, подтверждать нечего.`,
    fix: `Попросите администратора отдела выполнить: ${run.others(`qabyl bind-streets --school ${a.school}`)}`,
  }),
  'settings-twice': a => ({
    message: `Настройки школы ${a.school} уже указаны в строке ${a.line}.`,
    fix: 'Оставьте верную строку.',
  }),
  'role-not-held': (a, run) => ({
    message: `У сотрудника с ИИН ${a.iin} нет роли ${a.role} в организации ${a.org}.`,
    fix: `Кому какие роли назначены: ${run.own(`qabyl list roles --org ${a.org}`)}`,
  }),
  'last-superadmin': (a, run) => ({
    message: `Организация ${a.org} осталась бы без суперадминистратора, и назначать роли было бы некому.`,
    fix: `Сначала назначьте эту роль другому сотруднику: ${run.own(`qabyl assign-role --org ${a.org} --role superadmin --staff IIN`)}`,
  }),
  'nothing-to-change': a => ({
    message: `В команде ${a.command} не указано, что изменить.`,
    fix: `Что можно изменить: qabyl help ${a.command}`,
  }),
} satisfies Partial<Texts<OperationProblems>>;
