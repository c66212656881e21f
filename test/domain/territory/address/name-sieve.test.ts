import { describe, expect, it } from 'vitest';
import { nameSieve } from '../../../../src/domain/territory/address/name-sieve.ts';

describe('the sieve of names', () => {
  it.each([
    ['ул. Абая 5', 'Абай көшесі|улица Абая'],
    ['Сәтбаев 5', 'Қаныш Сәтбаев көшесі|улица Каныша Сатпаева|Сәтбаев'],
    ['ул. Толстого, 5', 'Толстой көшесі'],
    ['Е497 5', 'Е-497 көшесі|улица Е-497'],
    ['12-207, 5', '12-207 көшесі'],
    ['2-я линия 5', '2-желі көшесі|2-я линия'],
    ['Abay str. 5', 'Абай көшесі'],
    ['Nomad City 5', 'Nomad City тұрғын алабы'],
    ['Абая 5', 'Aбай көшесі'],
    ['ГОГОЛЯ 5', 'Гоголь көшесі'],
    ['гоголя 5', 'ГОГОЛЬ КӨШЕСІ'],
    ['Болшая 5', 'улица Большая'],
    ['Большая 5', 'Болшая көшесі'],
    ['Съездовская 5', 'улица Сездовская'],
    ['Уалиханов 5', 'ШОҚАН УӘЛИХАНОВ КӨШЕСІ'],
    ['Елочная 5', 'улица Ёлочная'],
    ['Самал 2, 5', 'Самал-2 ықшам ауданы'],
  ])('keeps for “%s” the street “%s”', (address, names) => {
    expect(nameSieve(address).keeps(names)).toBe(true);
  });

  it.each([
    ['ул. Абая 5', 'Жамбыл көшесі|улица Жамбыла|Джамбула'],
    ['', 'Абай көшесі'],
    ['кв. 5', 'Абай көшесі'],
  ])('leaves out for “%s” the street “%s”', (address, names) => {
    expect(nameSieve(address).keeps(names)).toBe(false);
  });

  it('gives the lines of a text in which it keeps something, Latin or not', () => {
    const names = [
      'Жамбыл көшесі',
      'Абай көшесі',
      'Nomad City',
      '',
      'Aбай көшесі',
      'Абай атындағы Жамбыл, улица Абая',
    ];
    const kept = (address: string, text = names.join('\n')) => {
      const found = nameSieve(address).linesOf(text);
      for (const { at, line } of found) expect(line).toBe(names[at]);
      return found.map(({ at }) => at);
    };
    expect(kept('ул. Абая 5')).toEqual([1, 4, 5]);
    expect(kept('Nomad City 5')).toEqual([2]);
    expect(kept('кв. 5')).toEqual([]);
    expect(kept('ул. Абая 5', '')).toEqual([]);
  });
});
