import { describe, expect, it } from 'vitest';
import { en } from '../../src/locales/en/catalogue.ts';
import { kk } from '../../src/locales/kk/catalogue.ts';
import { ru } from '../../src/locales/ru/catalogue.ts';
import { asTheyStand } from '../../src/locales/text.ts';

describe.each([
  ['en', en.problems, /leave (the|its) cell blank/u, /surname/u],
  ['ru', ru.problems, /ячейку пустой/u, /фамилию/u],
  ['kk', kk.problems, /бос қалдырыңыз/u, /Тегі/u],
] as const)('a cell that says there is nothing, in %s', (_, problems, blank, surname) => {
  it.each(['phone-malformed', 'email-malformed', 'date-malformed'] as const)(
    '%s: may be left blank',
    code => {
      for (const value of ['-', '—', 'нет', 'Жоқ', 'н/д', 'n/a'])
        expect([value, problems[code]({ value }, asTheyStand).fix]).toEqual([
          value,
          expect.stringMatching(blank),
        ]);
      for (const value of ['', '8-705', 'asel@', '1 қыркүйек', 'тамыз'])
        expect([value, problems[code]({ value }, asTheyStand).fix]).toEqual([
          value,
          expect.not.stringMatching(blank),
        ]);
    },
  );

  it('as a patronymic it may be left blank, and nobody asks for the surname', () => {
    const { message, fix } = problems['name-empty']({ value: '-' }, asTheyStand);
    expect(message).toMatch(/[“«]-[”»]/u);
    expect(fix).toMatch(blank);
    expect(fix).not.toMatch(surname);
  });
});
