import type { SchoolHouses } from '../../domain/territory/address/address-answer.ts';
import type { AddressWords } from '../address-words.ts';
import { ruCount } from '../plural.ts';
import { houses } from './houses.ts';

export const addresses: AddressWords = {
  doubts: {
    'address-without-street': a => (a.words.trim() === '' ? 'Адрес пуст.' : 'В адресе не названа улица.'),
    'address-only-places': a =>
      `В адресе не названа улица: ${quoted(a.places)} — это населённый пункт. Напишите улицу с её видом: ул. Абая, Абай көшесі.`,
    'address-corner': a =>
      `«${a.words}» — это угол двух улиц, а дом может числиться по любой из них. Напишите одну улицу, по которой у дома номер.`,
    'address-words-left': a =>
      `Кроме «${a.street}» в адресе стоит ${quoted(a.words)}, а это может означать другое место. Уберите то, что не говорит, где находится дом, или напишите его как населённый пункт, улицу или квартиру.`,
    'address-street-unknown': a => `В списке улиц нет «${a.street}».`,
    'address-street-several': a =>
      `«${a.street}» может означать несколько улиц: ${a.candidates.join('; ')}. Напишите, какую именно, с населённым пунктом.`,
    'address-settlement-unknown': a =>
      `В списке улиц нет улицы «${a.street}» в населённом пункте «${a.settlement}», но есть: ${a.candidates.join('; ')}.`,
    'address-settlements-differ': a =>
      `Для «${a.street}» названы разные населённые пункты: ${quoted(a.settlements)}. Оставьте тот, который имеется в виду.`,
    'address-house-missing': a =>
      `В адресе нет дома, а школа здесь зависит от него (${a.street}): ${byHouses(a.schools)}.`,
    'address-house-unclear': a =>
      a.houses.length > 1
        ? `Домом может быть каждое из: ${quoted(a.houses)} (${a.street}). Оставьте только дом, а квартиру напишите с её словом (12, кв. 45). Школа зависит от дома: ${byHouses(a.schools)}.`
        : `${quoted(a.houses)} (${a.street}) нельзя прочитать однозначно: напишите дом и квартиру отдельно (12, кв. 45). Школа зависит от дома: ${byHouses(a.schools)}.`,
  },
  one: place => `${place}: одна школа.`,
  several: (place, schools) => `${place}: ${ruCount(schools, 'школа', 'школы', 'школ')}.`,
  none: place => `${place}: не закреплено ни за одной школой.`,
  nearest: streets => `Возможно, имелось в виду: ${streets.join('; ')}.`,
  bound: (street, parts) => `За ней закреплено: ${street} — ${houses.print(parts)}.`,
  settled: settlement => `Решает населённый пункт: ${settlement}. Улица с таким названием есть и в других.`,
  unchecked: ({ places, numbers }) => {
    const place = `Список улиц не подтверждает, что улица находится там, поэтому ${quoted(places)} не проверялось: убедитесь, что имеется в виду именно она.`;
    const number = `В адресе стоит ещё ${quoted(numbers)}, это не учитывалось: убедитесь, что дом указан верно.`;
    return [places.length > 0 ? place : '', numbers.length > 0 ? number : ''].filter(Boolean).join(' ');
  },
  shared: reason => `Дом намеренно закреплён за несколькими школами: ${reason}.`,
  overlap:
    'Дом закреплён за несколькими школами, и не указано, что так и задумано: решить должен отдел образования.',
  houseUnlisted: house => `В списке улиц дома ${house} там нет.`,
  acceptsNow: closes => `Заявления принимают сейчас, последний день — ${closes}.`,
  acceptsFrom: opens => `Заявления начнут принимать ${opens}.`,
  acceptedUntil: closes => `Приём заявлений закончился ${closes}.`,
  notReady: (checks, command) =>
    `Школа не готова принимать заявления: ${checks.join(', ')}. Подробнее: ${command}`,
  bind: command => `Закрепить может отдел образования: ${command}`,
  freeChoice: schools => `Любой родитель может выбрать: ${schools.join(', ')}.`,
  freeChoiceNone: 'Школ со свободным выбором здесь нет.',
  answered: n => `${ruCount(n, 'адрес обработан', 'адреса обработано', 'адресов обработано')}.`,
  counts: c =>
    `Одна школа: ${c.one}; ни одной: ${c.none}; несколько: ${c.several}; неясны улица или дом: ${c.unknown}; нечитаемых строк: ${c.unread}.`,
};

function quoted(words: readonly string[]): string {
  return words.map(word => `«${word}»`).join(', ');
}

function byHouses(schools: readonly SchoolHouses[]): string {
  return schools.map(({ school, houses: parts }) => `${school}: ${houses.print(parts)}`).join(' | ');
}
