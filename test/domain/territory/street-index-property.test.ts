import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findStreet,
  indexStreets,
  type ListedStreet,
  withAccepted,
} from '../../../src/domain/territory/street-index.ts';
import { streetKinds } from '../../../src/domain/territory/street-kinds.ts';
import { streetIdentity } from '../../../src/domain/territory/street-name.ts';

const names = [
  'Абай',
  'Абай Құнанбайұлы',
  'Гоголь',
  'Самал-2',
  'Самал-3',
  '1-желі',
  '40 лет Победы',
  'Е-497',
];
const settlements = [null, 'Ақсу', 'Бірлік ауылы', 'Арай ықшам ауданы'];

const street = fc
  .record({
    name_kk: fc.constantFrom(...names),
    kind: fc.constantFrom(...streetKinds.slice(0, 6)),
    settlement: fc.constantFrom(...settlements),
    aliases: fc.option(fc.constantFrom('Фрунзе', 'Мира|Победы', 'Абая'), { freq: 3 }),
  })
  .map(
    (one): ListedStreet => ({
      ...one,
      name_ru: one.name_kk,
      street: streetIdentity({ name: one.name_kk, kind: one.kind, settlement: one.settlement }),
    }),
  );
const list = fc.uniqueArray(street, { selector: one => one.street, maxLength: 12 });
const written = fc.oneof(
  fc.constantFrom(...names, 'Абая', 'Обая', 'Фрунзе', 'Мира', 'ул. Гоголя', 'с. Аксу, Абая', 'Самал'),
  fc.string({ unit: 'grapheme' }),
);

describe('any street list', () => {
  it('is found by whatever its answers propose, and each proposal is another street', () => {
    fc.assert(
      fc.property(list, written, (streets, text) => {
        const index = withAccepted(indexStreets(streets), []);
        const reading = findStreet(text, index);
        if (reading.ok) return;
        const { problem } = reading;
        const proposed =
          problem.code === 'street-ambiguous'
            ? problem.args.candidates
            : problem.code === 'street-unknown'
              ? problem.args.nearest
              : [];
        const found = proposed.map(name => {
          const again = findStreet(name, index);
          return again.ok ? again.value.street : again.problem;
        });
        expect(found.every(one => typeof one === 'string')).toBe(true);
        expect(new Set(found).size).toBe(proposed.length);
      }),
      { numRuns: 500 },
    );
  });

  it('answers the same in whatever order its streets come', () => {
    fc.assert(
      fc.property(list, written, (streets, text) => {
        const one = findStreet(text, indexStreets(streets));
        const other = findStreet(text, indexStreets([...streets].reverse()));
        expect(one.ok).toBe(other.ok);
        if (one.ok && other.ok) expect(one.value).toEqual(other.value);
      }),
    );
  });

  it('finds an accepted spelling unless it knows it itself', () => {
    fc.assert(
      fc.property(list, written, (streets, text) => {
        const [first] = streets;
        fc.pre(first !== undefined);
        const plain = indexStreets(streets);
        const own = findStreet(text, plain);
        const accepted = findStreet(text, withAccepted(plain, [{ written: text, street: first }]));
        expect(accepted.ok && accepted.value.street).toBe(own.ok ? own.value.street : first.street);
      }),
    );
  });
});
