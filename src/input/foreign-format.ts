import type { ForeignFormat } from '../domain/input-problems.ts';

const signatures: readonly (readonly [bytes: string, format: ForeignFormat])[] = [
  ['%PDF', 'pdf'],
  ['{\\rtf', 'rtf'],
  ['\x1f\x8b', 'gzip'],
  ['\x89PNG', 'image'],
  ['\xff\xd8\xff', 'image'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'xls'],
];

/** A workbook names its parts near its beginning; any of these is enough to tell it from a plain archive. */
const zipParts: readonly (readonly [part: string, format: ForeignFormat])[] = [
  ['xl/', 'xlsx'],
  ['word/', 'docx'],
  ['opendocument.spreadsheet', 'ods'],
];

/** Web pages that call themselves .xls: many registers "export to Excel" this way. */
const HTML = /^\s*<(?:!doctype|html|head|meta|table|\?xml)/i;

/** What a file really is, by its first bytes (never by its name); null for anything that may be text. */
export function foreignFormat(head: Buffer): ForeignFormat | null {
  const text = head.toString('latin1');
  if (text.startsWith('PK\x03\x04')) return zipParts.find(([part]) => text.includes(part))?.[1] ?? 'zip';
  const found = signatures.find(([bytes]) => text.startsWith(bytes));
  if (found) return found[1];
  return HTML.test(text.slice(0, 512).replace(/^\xef\xbb\xbf/, '')) ? 'html' : null;
}

/** UTF-16 by its byte order mark, or by zero bytes in every other place of a text that has no mark. */
export function isUtf16(head: Buffer): boolean {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return true;
  const sample = head.subarray(0, 1024);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) i % 2 ? odd++ : even++;
  // Cyrillic letters have no zero byte in UTF-16, so a quarter of the places is already telling.
  const enough = sample.length / 8;
  return even + odd >= 3 && (even > enough || odd > enough) && Math.min(even, odd) === 0;
}
