import { describe, expect, it } from 'vitest';
import { type CalledStreet, findSharedNames } from '../../../src/domain/territory/shared-names.ts';

const street = (
  id: string,
  names: string[],
  aliases: string[] = [],
  rest: Partial<CalledStreet> = {},
): CalledStreet => ({
  street: id,
  kind: 'street',
  settlement: 'Ақжайлау',
  names,
  aliases,
  ...rest,
});

describe('a name that two streets share', () => {
  it.each([
    [
      'an alias that is the other’s name',
      [street('a', ['Жұмағалиев көшесі'], ['Абая']), street('b', ['Абай көшесі'])],
      ['a Абая b'],
    ],
    [
      'an alias of both',
      [street('a', ['Бірінші'], ['Мира']), street('b', ['Екінші'], ['улица Мира'])],
      ['a Мира b', 'b улица Мира a'],
    ],
    [
      'a former name that is nobody else’s',
      [street('a', ['Жұмағалиев көшесі'], ['Фрунзе']), street('b', ['Абай көшесі'])],
      [],
    ],
    ['an alias that repeats its own name', [street('a', ['Абай көшесі'], ['улица Абая'])], []],
    [
      'an alias that is a name in the same settlement, written otherwise',
      [street('a', ['Бірінші'], ['Абая']), street('b', ['Абай көшесі'], [], { settlement: 'с. Акжайлау' })],
      ['a Абая b'],
    ],
    [
      'the same name in another settlement',
      [street('a', ['Бірінші'], ['Абая']), street('b', ['Абай көшесі'], [], { settlement: 'Тұмарбұлақ' })],
      [],
    ],
    [
      'another kind of the same name',
      [street('a', ['Бірінші'], ['переулок Гоголя']), street('b', ['улица Гоголя'])],
      [],
    ],
    [
      'an alias without a kind on a street of another kind',
      [street('a', ['Бірінші'], ['Гоголя'], { kind: 'lane' }), street('b', ['улица Гоголя'])],
      [],
    ],
  ] as const)('%s', (_, streets, shared) => {
    expect(findSharedNames(streets).map(one => `${one.street} ${one.alias} ${one.other}`)).toEqual(shared);
  });
});
