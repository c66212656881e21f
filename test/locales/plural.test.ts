import { describe, expect, it } from 'vitest';
import { reports as en } from '../../src/locales/en/reports.ts';
import { reports as kk } from '../../src/locales/kk/reports.ts';
import { enCount, kkCount, ruCount } from '../../src/locales/plural.ts';
import { findings as ruFindings } from '../../src/locales/ru/findings.ts';
import { reports as ru } from '../../src/locales/ru/reports.ts';

describe('a noun after a number', () => {
  it.each([
    [0, '0 строк', '0 rows', '0 жол'],
    [1, '1 строка', '1 row', '1 жол'],
    [2, '2 строки', '2 rows', '2 жол'],
    [5, '5 строк', '5 rows', '5 жол'],
    [11, '11 строк', '11 rows', '11 жол'],
    [21, '21 строка', '21 rows', '21 жол'],
    [22, '22 строки', '22 rows', '22 жол'],
    [111, '111 строк', '111 rows', '111 жол'],
  ])('%i takes the form of its language', (n, russian, english, kazakh) => {
    expect(ruCount(n, 'строка', 'строки', 'строк')).toBe(russian);
    expect(enCount(n, 'row', 'rows')).toBe(english);
    expect(kkCount(n, 'жол')).toBe(kazakh);
    expect([ru.rowCount(n), en.rowCount(n), kk.rowCount(n)]).toEqual([russian, english, kazakh]);
  });

  it.each([
    [1, '1 увольнение', '1 замена исполнителя'],
    [3, '3 увольнения', '3 замены исполнителя'],
    [104, '104 увольнения', '104 замены исполнителя'],
    [112, '112 увольнений', '112 замен исполнителя'],
  ])('%i approvals agree in Russian', (n, dismissals, executors) => {
    expect(ru.approvals.dismissal(n)).toBe(dismissals);
    expect(ru.approvals['executor-replaced'](n)).toBe(executors);
  });

  it.each([
    [1, 'На 1 улице нет пропущенных домов.'],
    [21, 'На 21 улице нет пропущенных домов.'],
    [22, 'На 22 улицах нет пропущенных домов.'],
    [60, 'На 60 улицах нет пропущенных домов.'],
  ])('%i streets agree after a preposition', (streets, sentence) => {
    expect(ruFindings['territory-without-gap']({ streets })).toBe(sentence);
  });

  it.each([
    [1, 'Не готово: 1 из 1 организации.'],
    [6, 'Не готово: 1 из 6 организаций.'],
    [21, 'Не готово: 1 из 21 организации.'],
  ])('%i organisations agree after «из»', (orgs, sentence) => {
    expect(ru.notReadyAll(1, orgs)).toBe(sentence);
  });
});
