import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { misreadLetters } from '../../../src/domain/text/misread-letters.ts';

/** How a text saved in KZ-1048 looks when it is read as windows-1251. */
const misread = (text: string) => iconv.decode(iconv.encode(text, 'rk1048'), 'win1251');

describe('letters read in a wrong encoding', () => {
  it.each([
    'Тұрсынов',
    'Қайрат',
    'Ғалымжан',
    'Әлия',
    'Оңғарсынов',
    'Жүнісова',
    'Құрманғазы',
    'бастауыш сынып мұғалімі',
  ])('are certain in what windows-1251 makes of «%s»', text => {
    expect(misreadLetters(misread(text))).toMatchObject({ certain: true });
  });

  it.each(['Нұрлан', 'Қанат', 'Әсел', 'Өмірбаева', 'Шаһмардан'])(
    'may be another language in what it makes of «%s»',
    text => {
      expect(misreadLetters(misread(text))).toMatchObject({ certain: false });
    },
  );

  it.each([
    ['Ukrainian', 'Матвієнко Євген Андрійович'],
    ['Ukrainian', 'Ґалаґан Їлина Сергіївна'],
    ['Belarusian', 'Быкаў Аляксандр Уладзіміравіч'],
    ['Belarusian', 'Кавалёў Мікалай'],
    ['Serbian', 'Јовановић Јелена'],
    ['Serbian', 'Ћосић Добрица'],
    ['Macedonian', 'Ќосе Ѕвездан'],
    ['Uzbek', 'Ўткир Дўстов Юлдуз ўғли'],
    ['Azerbaijani', 'Тәјјар Мәммәдов'],
  ])('are only doubted in a real %s name: %s', (_, name) => {
    expect(misreadLetters(name)).toMatchObject({ certain: false });
  });

  it.each(['Әбдірахманов', 'Щукин Семён', 'Smith', 'Құрманғазы Ілияс', ''])('are none in «%s»', name => {
    expect(misreadLetters(name)).toBe(null);
  });

  it('are shown, each once', () => {
    expect(misreadLetters('Ќўрманўлы')).toEqual({ letters: 'Ќў', certain: true });
  });
});
