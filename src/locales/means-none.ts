/** What people write into a cell that has nothing to say, in lower case. */
const words: ReadonlySet<string> = new Set([
  'нет',
  'не имеет',
  'не имеется',
  'отсутствует',
  'н/д',
  'жоқ',
  'жок',
  'no',
  'none',
  'n/a',
  'null',
]);

/** Whether the text of a cell is a sign for “none”: a dash, a dot, «нет», «жоқ». A blank text is no sign. */
export function meansNone(text: string): boolean {
  return text !== '' && (!/[\p{L}\p{N}]/u.test(text) || words.has(text.trim().toLowerCase()));
}
