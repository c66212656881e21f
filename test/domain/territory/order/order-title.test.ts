import { describe, expect, it } from 'vitest';
import { isTitle } from '../../../../src/domain/territory/order/order-title.ts';
import { readOrder } from '../../../../src/domain/territory/order/read-order.ts';
import { indexStreets } from '../../../../src/domain/territory/street-index.ts';

const street = (name: string, kind = 'street') => {
  return { street: name, name_kk: name, name_ru: name, kind, settlement: null, aliases: null };
};
const index = indexStreets([street('Гагарина'), street('8 Марта'), street('Жеңіс көшесі')]);
const titles = (text: string, list: typeof index | null = index) =>
  readOrder(text).items.map(item => isTitle(item, list));

describe('words before the first school and street', () => {
  it.each([
    'Приложение 1',
    'Приложение № 1 к приказу',
    'к приказу отдела образования\nот 15.01.2027 № 24-ө',
    '15 января 2027 года',
    'О закреплении территорий',
    'ПЕРЕЧЕНЬ',
    'Отдел образования Гагаринского района города Гагарина',
    'Бұйрыққа 1-қосымша',
    '2027 жылғы 15 қаңтардағы № 24-ө бұйрық',
    '2027-2028 оқу жылы',
  ])('are a title: %s', text => {
    expect(titles(text)).toEqual([true]);
  });

  it.each([
    'Гагорина',
    'Гагорина 1-9',
    'Гагарина: 1-9',
    'Перечень\nГагарина',
    'Ромашковая 1-9',
    'Ромашковая – все дома: 1, 3',
    'Имени Юрия Гагарена 5, 7',
  ])('may be a street: %s', text => {
    expect(titles(text)[0]).toBe(false);
  });

  it('may be a street with houses also where no street list is known', () => {
    expect(titles('Ромашковая 1-9', null)).toEqual([false]);
    expect(titles('Ромашковая', null)).toEqual([true]);
  });
});
