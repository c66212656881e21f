import { describe, expect, it } from 'vitest';
import { foreignFormat } from '../../src/input/foreign-format.ts';

const latin1 = (text: string) => Buffer.from(text, 'latin1');

describe('what a file is, by its first bytes', () => {
  it.each([
    ['xlsx', 'PK\x03\x04…[Content_Types].xml…xl/workbook.xml'],
    ['docx', 'PK\x03\x04…word/document.xml'],
    ['ods', 'PK\x03\x04…mimetypeapplication/vnd.oasis.opendocument.spreadsheet'],
    ['odt', 'PK\x03\x04…mimetypeapplication/vnd.oasis.opendocument.text'],
    ['zip', 'PK\x03\x04…staff.csv'],
    ['xls', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
    ['pdf', '%PDF-1.7\n'],
    ['rtf', '{\\rtf1'],
    ['html', '\n <!DOCTYPE html><table>'],
    ['html', '<?xml version="1.0"?><html>'],
    ['html', 'MIME-Version: 1.0\r\nContent-Type: multipart/related'],
    ['html', '\xef\xbb\xbf<table>'],
    ['xml', '<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'],
    ['image', '\x89PNG\r\n'],
    ['image', 'GIF89a'],
    ['image', 'BM\x9a\x05\0\0\0\0\0\0\x36\0\0\0'],
    ['gzip', '\x1f\x8b\x08'],
    ['rar', 'Rar!\x1a\x07\x01\0'],
    ['7z', '7z\xbc\xaf\x27\x1c'],
    ['sqlite', 'SQLite format 3\0'],
  ])('%s: %j', (format, head) => {
    expect(foreignFormat(latin1(head))).toBe(format);
  });

  it('a page in UTF-16', () => {
    const page = Buffer.from('\ufeff<html>', 'utf16le');
    expect(foreignFormat(page)).toBe('html');
    expect(foreignFormat(Buffer.from(page).swap16())).toBe('html');
  });

  it.each(['ЖСН;Тегі', 'BMI;IIN;surname', 'PDF;ИИН', '"<b>";ИИН', ''])('may be a table: %j', text => {
    expect(foreignFormat(Buffer.from(text))).toBeNull();
  });
});
