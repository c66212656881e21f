import { describe, expect, it } from 'vitest';
import { closingOf } from '../../../../src/domain/territory/order/order-closing.ts';
import { readOrder } from '../../../../src/domain/territory/order/read-order.ts';

const read = (...lines: readonly string[]) => {
  const found = closingOf(['Школа № 2: ул. Горная 1-9', ...lines], () => false);
  return { passed: found?.passed?.words ?? null, unread: found?.unread.map(({ words }) => words) ?? [] };
};

describe('the end of an order', () => {
  it.each([
    '2. Контроль за исполнением настоящего приказа возложить на заместителя руководителя Сериков Б.',
    '3. Приказ вступает в силу со дня подписания.',
    '3. Настоящий приказ вступает в силу с 1 марта 2027 года.',
    '4) Признать утратившим силу приказ отдела образования от 12.03.2025 № 114-ө.',
    '2. Осы бұйрықтың орындалуын бақылау басшының орынбасары С. Серіковке жүктелсін.',
    '3. Бұйрық қол қойылған күннен бастап күшіне енеді.',
    '3. Осы бұйрық қол қойылған күнінен бастап қолданысқа енгізіледі.',
    '4. Білім бөлімінің 2025 жылғы 12 наурыздағы № 114-ө бұйрығының күші жойылды деп танылсын.',
    'Руководитель отдела образования ____________ Қ. Тұрсынов',
    'И.о. руководителя К. Турсынов',
    'Бөлім басшысы               Қ. Тұрсынов',
    'Басшының м.а. Қ. Тұрсынов',
    'М.О.',
    'М.П.',
    'Келісілді: заңгер А. Ахметова',
    'Согласовано:',
    'С приказом ознакомлены:',
    'Исп. Ахметова А., тел. 8 (7112) 50-86-31',
    'Head of the department K. Tursynov',
    'This order comes into force on 01.03.2027',
  ])('passes over %s', line => {
    expect(read(line)).toEqual({ passed: line, unread: [] });
  });

  it('goes on in the lines of a clause, and below it with signatures and dates', () => {
    const lines = [
      '2. Контроль за исполнением настоящего приказа возложить на',
      'заместителя руководителя отдела.',
      '',
      'Руководитель',
      '',
      'Турсынов К. А.',
      '«15» января 2027 года',
      '______________ (подпись)',
    ];
    expect(read(...lines)).toEqual({
      passed:
        '2. Контроль за исполнением настоящего приказа возложить на заместителя руководителя отдела. Руководитель Турсынов К. А. «15» января 2027 года',
      unread: [],
    });
  });

  it.each([
    'Директор школы № 3',
    '2. Контроль за исполнением возложить на школу № 3',
    'Руководитель: ул. Лесная 1-9',
    '2. Исключить Горную',
    'ул. Лесная 2',
    'Лесная 2',
  ])('is none where streets or schools may be meant: %s', line => {
    expect(read(line)).toEqual({ passed: null, unread: [] });
  });

  it('is no end where streets follow', () => {
    expect(read('Контроль за исполнением приказа', 'ул. Лесная 1').passed).toBeNull();
  });

  it('tells what stands in it and is not recognised, and never reads it as a street', () => {
    const lines = ['3. Приказ вступает в силу со дня подписания.', '4. Отделу кадров: Лесная', 'Лесная 5'];
    expect(read(...lines)).toEqual({ passed: lines[0], unread: lines.slice(1) });
    expect(read('Руководитель отдела, каб. 5')).toEqual({
      passed: null,
      unread: ['Руководитель отдела, каб. 5'],
    });
  });

  it('keeps the lines that no opening word explains, for the street list to be asked', () => {
    const found = readOrder('Школа № 2: ул. Горная 1-9\nРуководитель\nЛесная К.').closing;
    expect(found).toMatchObject({ line: 2, school: 0, lines: ['Лесная К.'] });
  });

  it('is cut off before the street above it reads on', () => {
    const { items, behind } = readOrder('Школа № 2: ул. Горная 1-9,\n3. Приказ вступает в силу.');
    expect(items.map(({ words }) => words)).toEqual(['ул. Горная 1-9']);
    expect(behind).toEqual([]);
  });

  it('stands below a table too', () => {
    const table = '| Школа | Улица | Дома |\n| № 2 | ул. Горная | 1-9 |\n\nРуководитель К. Турсынов';
    const { items, closing } = readOrder(table);
    expect(items.map(({ words }) => words)).toEqual(['ул. Горная | 1-9']);
    expect(closing?.words).toBe('Руководитель К. Турсынов');
  });
});
