import type { EncodingProblems } from '../../../domain/encoding-problems.ts';
import { encodingNames as names } from '../../encoding-names.ts';
import type { Texts } from '../../text.ts';

const SAVE_AS =
  'Откройте исходную таблицу в Excel, выберите «Сохранить как», затем «CSV UTF-8 (разделитель — запятая)» и укажите сохранённый файл.';

export const encoding: Texts<EncodingProblems> = {
  'file-not-utf8': a => ({
    message: `Файл сохранён в кодировке UTF-8, но в этой строке встретился недопустимый байт ${a.byte}.`,
    fix: `Файл повреждён или составлен из нескольких. ${SAVE_AS}`,
  }),
  'byte-undefined': a => ({
    message: `В этой строке встретился байт ${a.byte}, которого нет в кодировке ${names[a.encoding]}.`,
    fix: `Файл повреждён или сохранён в другой кодировке. ${SAVE_AS}`,
  }),
  'encoding-ambiguous': a => ({
    message: `Кодировку файла нельзя определить однозначно; одно из слов читается так: ${a.readings
      .map(one => `«${one.text}» (${names[one.encoding]})`)
      .join(', ')}.`,
    fix: `Укажите ту кодировку, в которой слово написано верно: ${a.readings
      .map(one => `«${one.text}» — --encoding ${one.encoding}`)
      .join('; ')}.`,
  }),
  'encoding-unrecognised': a =>
    a.suspect === 'pt154'
      ? {
          message: 'Похоже, файл сохранён в кодировке PT154.',
          fix: 'Если это так, добавьте --encoding pt154.',
        }
      : {
          message:
            a.suspect === null
              ? 'Кодировка файла не распознана: его текст не читается ни по-казахски, ни по-русски.'
              : `Похоже, файл сохранён в устаревшей кодировке ${names[a.suspect]}, которая здесь не читается.`,
          fix: SAVE_AS,
        },
  'encoding-name-unknown': a => ({
    message: `Кодировка «${a.value}» здесь не читается.`,
    fix: `Укажите одну из кодировок: ${a.known.join(', ')}; без ключа --encoding кодировка определяется автоматически.`,
  }),
  'encoding-contradicted': a => ({
    message: `В ключе --encoding указана кодировка ${names[a.declared]}, но файл сохранён в кодировке ${names[a.found]}.`,
    fix: `Уберите ключ --encoding или укажите --encoding ${a.found}.`,
  }),
};
