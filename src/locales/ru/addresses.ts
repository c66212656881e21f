import type { SchoolHouses } from '../../domain/territory/address/address-answer.ts';
import type { AddressWords } from '../address-words.ts';
import { ruCount } from '../plural.ts';
import { houses } from './houses.ts';

export const addresses: AddressWords = {
  doubts: {
    'address-without-street': a => (a.words.trim() === '' ? 'Адрес пуст.' : 'В адресе не названа улица.'),
    'address-street-unknown': a => `В списке улиц нет «${a.street}».`,
    'address-street-several': a =>
      `«${a.street}» может означать несколько улиц: ${a.candidates.join('; ')}. Напишите, какую именно, с населённым пунктом.`,
    'address-settlement-unknown': a =>
      `В списке улиц нет улицы «${a.street}» в населённом пункте «${a.settlement}», но есть: ${a.candidates.join('; ')}.`,
    'address-settlements-differ': a =>
      `Для «${a.street}» названы разные населённые пункты: ${a.settlements.map(name => `«${name}»`).join(', ')}. Оставьте тот, который имеется в виду.`,
    'address-house-missing': a =>
      `В адресе нет дома, а школа здесь зависит от него (${a.street}): ${byHouses(a.schools)}.`,
    'address-house-unclear': a =>
      `«${a.house}» (${a.street}) нельзя прочитать однозначно: напишите дом и квартиру отдельно (12, кв. 45). Школа зависит от дома: ${byHouses(a.schools)}.`,
  },
  one: place => `${place}: одна школа.`,
  several: (place, schools) => `${place}: ${ruCount(schools, 'школа', 'школы', 'школ')}.`,
  none: place => `${place}: не закреплено ни за одной школой.`,
  nearest: streets => `Возможно, имелось в виду: ${streets.join('; ')}.`,
  bound: (street, parts) => `За ней закреплено: ${street} — ${houses.print(parts)}.`,
  settled: settlement => `Решает населённый пункт: ${settlement}. Улица с таким названием есть и в других.`,
  unchecked: place =>
    `Список улиц не подтверждает, что улица находится там, поэтому «${place}» не проверялось: убедитесь, что имеется в виду именно она.`,
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

function byHouses(schools: readonly SchoolHouses[]): string {
  return schools.map(({ school, houses: parts }) => `${school}: ${houses.print(parts)}`).join(' | ');
}
