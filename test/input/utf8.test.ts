import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/domain/problem.ts';
import { OperatorError } from '../../src/errors.ts';
import { ByteStream } from '../../src/input/byte-stream.ts';
import { utf8Chunks } from '../../src/input/utf8.ts';
import { bytesSource } from './bytes-source.ts';

async function textOf(content: string | Uint8Array, pieceSize?: number): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of utf8Chunks(new ByteStream(bytesSource(content, pieceSize)))) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

async function problemOf(content: string | Uint8Array, pieceSize?: number): Promise<Problem | undefined> {
  const error: unknown = await textOf(content, pieceSize).catch((thrown: unknown) => thrown);
  return error instanceof OperatorError ? error.problems[0] : undefined;
}

const utf16 = (text: string) => Buffer.from(text, 'utf16le');

describe('the text of a file', () => {
  it('is what was written, wherever the pieces are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 1, max: 9 }),
        async (text, size) => {
          fc.pre(!text.includes('\0') && !/^[{%<P\ufeff]/.test(text));
          const long = 'ә'.repeat(3000) + text;
          expect(await textOf(long, size * 701)).toBe(long);
          expect(await textOf(text, size)).toBe(text);
        },
      ),
    );
  });

  it('has no byte order mark', async () => {
    expect(await textOf('\ufeffЖСН;Тегі')).toBe('ЖСН;Тегі');
  });

  it.each([
    ['windows-1251', Buffer.from([0x61, 0x0a, 0x62, 0x0d, 0x0a, 0xc0, 0xe1]), 'C0', 3],
    ['a letter cut off by the end of the file', Buffer.from([0x61, 0x0a, 0xd3]), 'D3', 2],
    ['a surrogate', Buffer.from([0x61, 0x62, 0xed, 0xa0, 0x80]), 'ED', 1],
    ['a stray continuation byte', Buffer.from([0x0d, 0x0d, 0x61, 0x80]), '80', 3],
  ])('is refused with the byte and its line: %s', async (_, bytes, byte, line) => {
    for (const size of [1, 2, 100])
      expect(await problemOf(bytes, size)).toMatchObject({
        code: 'file-not-utf8',
        args: { byte },
        where: { line },
      });
  });

  it('is refused with its line far into the file too', async () => {
    const bytes = Buffer.concat([Buffer.from('Абай\r\n'.repeat(20_000)), Buffer.from([0xff])]);
    expect(await problemOf(bytes, 4096)).toMatchObject({ code: 'file-not-utf8', where: { line: 20_001 } });
  });

  it('is refused where it holds a zero byte', async () => {
    expect(await problemOf('ab\nc\0d')).toMatchObject({ code: 'nul-byte', where: { line: 2 } });
  });

  it.each([
    ['with a mark', utf16('\ufeffЖСН\tТегі\n')],
    ['without a mark', utf16('ЖСН\tТегі\n850315400124\tАхметова\n')],
  ])('in UTF-16 %s is named', async (_, bytes) => {
    expect(await problemOf(bytes)).toMatchObject({ code: 'file-is-utf16' });
  });

  it.each([
    ['xlsx', 'PK\x03\x04…[Content_Types].xml…xl/workbook.xml'],
    ['docx', 'PK\x03\x04…word/document.xml'],
    ['zip', 'PK\x03\x04…staff.csv'],
    ['xls', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
    ['pdf', '%PDF-1.7\n'],
    ['rtf', '{\\rtf1'],
    ['html', '\n <!DOCTYPE html><table>'],
    ['image', '\x89PNG\r\n'],
    ['gzip', '\x1f\x8b\x08'],
  ])('%s is named', async (format, head) => {
    const bytes = Buffer.from(head, 'latin1');
    expect(await problemOf(bytes, 3)).toMatchObject({ code: 'file-is-foreign', args: { format } });
  });
});
