/**
 * Letters that look alike, or that one keyboard writes for another, folded onto one: after it `ТЕЛЕФОН` typed with
 * Latin letters, `Әкесінің` typed without Kazakh letters and `приёма` with or without its dots are the same header.
 */
const folds: Readonly<Record<string, string>> = {
  а: 'a',
  ә: 'a',
  ə: 'a',
  в: 'b',
  ғ: 'г',
  е: 'e',
  ё: 'e',
  к: 'k',
  қ: 'k',
  м: 'm',
  н: 'h',
  ң: 'h',
  ӊ: 'h',
  о: 'o',
  ө: 'o',
  р: 'p',
  с: 'c',
  т: 't',
  у: 'y',
  ұ: 'y',
  ү: 'y',
  х: 'x',
  һ: 'h',
  і: 'i',
  ї: 'i',
};

/** What headers are compared by: letters and digits only, lower case, look-alikes folded. May be empty. */
export function headerKey(text: string): string {
  let key = '';
  for (const letter of text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ''))
    key += folds[letter] ?? letter;
  return key;
}
