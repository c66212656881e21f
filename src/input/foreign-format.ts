import type { ForeignFormat } from '../domain/input-problems.ts';
import { markOf } from './encoding/unicode-shape.ts';

/** First bytes, as latin1. Most are public registrations; BMP and gzip have only two, which no header begins with. */
const signatures: readonly (readonly [bytes: string, format: ForeignFormat])[] = [
  ['%PDF', 'pdf'],
  ['{\\rtf', 'rtf'],
  ['\x1f\x8b', 'gzip'],
  ['PK\x05\x06', 'zip'],
  ['Rar!\x1a\x07', 'rar'],
  ['7z\xbc\xaf\x27\x1c', '7z'],
  ['SQLite format 3\0', 'sqlite'],
  ['\x89PNG', 'image'],
  ['\xff\xd8\xff', 'image'],
  ['GIF8', 'image'],
  ['BM', 'image'],
  ['II*\0', 'image'],
  ['MM\0*', 'image'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'xls'],
];

/** A workbook names its parts near its beginning; any of these is enough to tell it from a plain archive. */
const zipParts: readonly (readonly [part: string, format: ForeignFormat])[] = [
  ['xl/', 'xlsx'],
  ['word/', 'docx'],
  ['opendocument.spreadsheet', 'ods'],
  ['opendocument.text', 'odt'],
];

/** `BM` could begin a header; a bitmap has zero bytes where its size and reserve stand. */
const BITMAP_RESERVE = '\0\0\0\0';

/** Web pages that call themselves .xls: many registers "export to Excel" this way. */
const HTML = /^\s*<(?:!doctype|html|head|meta|table|body|style)/i;
const XML = /^\s*<\?xml/i;
const XHTML = /<html/i;
const MHTML = /^\s*MIME-Version:/i;

/** What a file really is, by its first bytes (never by its name); null for anything that may be text. */
export function foreignFormat(head: Buffer): ForeignFormat | null {
  const text = head.toString('latin1');
  if (text.startsWith('PK\x03\x04')) return zipParts.find(([part]) => text.includes(part))?.[1] ?? 'zip';
  const found = signatures.find(([bytes]) => text.startsWith(bytes))?.[1];
  if (found && !(text.startsWith('BM') && text.slice(6, 10) !== BITMAP_RESERVE)) return found;
  const page = beginningOf(head);
  if (XML.test(page)) return XHTML.test(page) ? 'html' : 'xml';
  return HTML.test(page) || MHTML.test(page) ? 'html' : null;
}

/** The first letters; pages are in plain Latin letters there. */
function beginningOf(head: Buffer): string {
  const mark = markOf(head);
  const bytes = head.subarray(mark?.length ?? 0, 1024);
  if (mark?.encoding === 'utf-16le') return bytes.toString('utf16le');
  if (mark?.encoding === 'utf-16be') return bytes.toString('latin1').replaceAll('\0', '');
  return bytes.toString('latin1');
}
