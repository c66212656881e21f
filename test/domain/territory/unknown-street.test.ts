import { describe, expect, it } from 'vitest';
import {
  findStreet,
  indexStreets,
  type ListedStreet,
  withAccepted,
} from '../../../src/domain/territory/street-index.ts';
import { growth, LINEAR } from '../../support/work.ts';

const street = (name_kk: string, name_ru: string, kind: string): ListedStreet => ({
  ...{ street: name_kk, name_kk, name_ru, kind, settlement: null, aliases: null },
});
const list = withAccepted(
  indexStreets([
    street('Лермонтов көшесі', 'улица Лермонтова', 'street'),
    street('Чехов көшесі', 'улица Чехова', 'street'),
    street('Гагарин көшесі', 'улица Гагарина', 'street'),
    street('Белый бұрылысы', 'переулок Белый', 'lane'),
    street('Белов көшесі', 'улица Белова', 'street'),
  ]),
  [],
);
const told = (text: string) => {
  const found = findStreet(text, list);
  return found.ok ? found.value.street : found.problem;
};

describe('a street that the list does not have', () => {
  it('is answered with near names of its own kind alone, and those of another are never to be accepted', () => {
    expect(told('пер. Белая')).toMatchObject({ args: { nearest: ['Белый бұрылысы'], acceptable: true } });
    expect(told('пер. Лермонтова')).toMatchObject({
      code: 'street-unknown',
      args: { nearest: ['Лермонтов көшесі'], acceptable: false },
    });
    expect(told('ул. Лермантова')).toMatchObject({
      args: { nearest: ['Лермонтов көшесі'], acceptable: true },
    });
  });

  it.each([
    ['ул. Чехова 5', 'ул. Чехова', '5'],
    ['ул. Чехова, д. 5', 'ул. Чехова', 'д. 5'],
    ['Чехов көшесі 5-үй', 'Чехов көшесі', '5-үй'],
    ['ул. Чехова 1-20', 'ул. Чехова', '1-20'],
  ])('but knows without the houses behind it: %s', (text, name, houses) => {
    expect(told(text)).toMatchObject({ code: 'street-with-houses', args: { name, houses } });
  });

  const isNotAcceptable = (text: string) =>
    expect(told(text)).toMatchObject({ code: 'street-unknown', args: { acceptable: false } });

  it.each([
    'ул. Чехова и ул. Гагарина',
    'Чехова (Гагарина)',
    'Чехов және Гагарин',
    'ул. Чехова, ул. Гагарина',
    'Чехова, Гагарина',
    'ул. Чехова / ул. Гагарина',
    'Чехова - Гагарина',
    'Чехова+Гагарина',
  ])('is not to be accepted where a second name would be lost: %s', isNotAcceptable);

  it.each([
    'ул. Чехова не входит',
    'кроме ул. Чехова',
    'без ул. Чехова',
    'от ул. Чехова',
    'угол Чехова',
    'район ул. Чехова',
    'нечетная сторона ул. Чехова',
    'Чехова часть',
    'СНТ Чехова',
    'Чехов көшесінен басқа',
    'Чехов көшесі емес',
    'Чехова весь',
  ])('is not to be accepted where words say that less, or another place, is meant: %s', isNotAcceptable);

  it.each(['2-я Чехова', '5 ул. Чехова', 'Чехова 1-й'])(
    'is not to be accepted for a street of another number: %s',
    isNotAcceptable,
  );

  it.each(['ул. Антона Чехова', 'ул. Чехова-Антона', 'Чехова Антона Павловича', 'Доб Чехов көшесі'])(
    'may be a longer name: %s',
    text => expect(told(text)).toMatchObject({ args: { nearest: ['Чехов көшесі'], acceptable: true } }),
  );

  it.each(['А', '1', 'А ', 'А1 ', '1 ', 'А, '])(
    'takes work that grows with the text: «%s» again and again',
    piece => {
      expect(growth(size => told(piece.repeat(size / piece.length)), 3_000)).toBeLessThan(LINEAR);
    },
  );
});
