import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { Encoding } from '../../../src/domain/encoding-problems.ts';
import type { Problem } from '../../../src/domain/problem.ts';
import { OperatorError } from '../../../src/errors.ts';
import { ByteStream } from '../../../src/input/byte-stream.ts';
import { EncodedText } from '../../../src/input/encoding/encoded-text.ts';
import { encoderFor } from '../../../src/input/encoding/encoder.ts';
import { bytesSource } from '../bytes-source.ts';
import { kazakhTable, russianTable } from './samples.ts';

async function textOf(
  content: string | Uint8Array,
  declared: string | null = null,
  pieceSize?: number,
): Promise<string> {
  const text = await EncodedText.open(new ByteStream(bytesSource(content, pieceSize)), declared);
  const pieces: Buffer[] = [];
  for await (const piece of text.chunks()) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

async function problemOf(
  content: string | Uint8Array,
  declared: string | null = null,
  pieceSize?: number,
): Promise<Problem | undefined> {
  const error: unknown = await textOf(content, declared, pieceSize).catch((thrown: unknown) => thrown);
  return error instanceof OperatorError ? error.problems[0] : undefined;
}

const bytesOf = (...bytes: number[]) => Buffer.from(bytes);

describe('the text of a file', () => {
  it('is what was written, wherever the pieces are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 1, max: 9 }),
        async (text, size) => {
          fc.pre(!text.includes('\0') && !text.startsWith('\ufeff'));
          const long = 'ә'.repeat(3000) + text;
          expect(await textOf(long, null, size * 701)).toBe(long);
          expect(await textOf(text, 'utf-8', size)).toBe(text);
        },
      ),
    );
  });

  it('written in an encoding and read in it is the same, for every Kazakh text', async () => {
    const letter = fc.constantFrom(...'абйрьяАЯёЁәғқңөұүһіӘҒҚҢӨҰҮҺІ;,"\t\r\n 019№«»—'.split(''));
    const encodings: readonly Encoding[] = ['utf-8', 'utf-16le', 'utf-16be', 'kz-1048', 'pt154'];
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: letter, minLength: 1 }),
        fc.constantFrom(...encodings),
        fc.boolean(),
        fc.integer({ min: 1, max: 7 }),
        async (text, encoding, marked, size) => {
          const { mark, encode } = await encoderFor(encoding);
          const encoded = encode(text);
          expect(encoded.ok).toBe(true);
          if (!encoded.ok) return;
          const bytes = marked ? Buffer.concat([mark, encoded.bytes]) : encoded.bytes;
          fc.pre(!encoding.startsWith('utf-16') || marked || bytes.includes(0));
          expect(await textOf(bytes, encoding, size)).toBe(text);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('comes through when the whole of a file is in plain Latin letters', async () => {
    const text = 'iin,surname\r\n850315400124,Smith\r\n';
    for (const declared of [null, 'utf-8', 'cp1251', 'kz1048', 'ptcp154'])
      expect(await textOf(text, declared, 5)).toBe(text);
  });

  it.each([
    ['a letter cut off by the end of the file', Buffer.from('Әлия\nБ\u0431').subarray(0, -1), 'D0', 2],
    ['a surrogate', Buffer.concat([Buffer.from('Әлия '), bytesOf(0xed, 0xa0, 0x80)]), 'ED', 1],
    ['a stray continuation byte', Buffer.concat([Buffer.from('Ә\r\rқ'), bytesOf(0x80)]), '80', 3],
  ])('in UTF-8 is refused with the byte and its line: %s', async (_, bytes, byte, line) => {
    for (const size of [1, 2, 100])
      expect(await problemOf(bytes, null, size)).toMatchObject({
        code: 'file-not-utf8',
        args: { byte },
        where: { line },
      });
  });

  it('in UTF-8 is refused with its line far into the file too, and is not taken for another encoding', async () => {
    const bytes = Buffer.concat([
      Buffer.from('Абай\r\n'.repeat(20_000)),
      iconv.encode('Құрманғазы', 'rk1048'),
    ]);
    expect(await problemOf(bytes, null, 4096)).toMatchObject({
      code: 'file-not-utf8',
      where: { line: 20_001 },
    });
  });

  it.each([
    ['windows-1251', bytesOf(0xc0, 0x0a, 0x0a, 0x98), '98', 3],
    ['kz-1048', bytesOf(0xc0, 0x0d, 0x0a, 0x98), '98', 2],
    ['utf-16le', Buffer.from('\ufeffА\nБ\ud800В', 'utf16le'), 'D800', 2],
    ['utf-16le', Buffer.concat([Buffer.from('\ufeffА\n', 'utf16le'), bytesOf(0x41)]), '41', 2],
  ] as const)('in %s is refused with the byte it lacks: %j', async (encoding, bytes, byte, line) => {
    for (const size of [1, 3, 100])
      expect(await problemOf(bytes, encoding, size)).toMatchObject({
        code: 'byte-undefined',
        args: { encoding, byte },
        where: { line },
      });
  });

  it.each([
    ['utf-8', Buffer.from('ab\nc\0d')],
    ['utf-16le', Buffer.from('\ufeffab\nc\0d', 'utf16le')],
    ['windows-1251', iconv.encode('абв\nгде\0жзи', 'win1251')],
  ])('in %s is refused where it holds a zero byte', async (encoding, bytes) => {
    for (const size of [1, 100])
      expect(await problemOf(bytes, encoding, size)).toMatchObject({ code: 'nul-byte', where: { line: 2 } });
  });
});

describe('a declared encoding', () => {
  const utf16 = Buffer.from(`\ufeff${kazakhTable}`, 'utf16le');

  it('is taken where the bytes could be read otherwise too', async () => {
    const bytes = iconv.encode('ФИО\nЄрмек\n', 'win1251');
    expect(await textOf(bytes, 'KZ-1048')).toBe('ФИО\nҒрмек\n');
    expect(await textOf(bytes, 'win1251')).toBe('ФИО\nЄрмек\n');
    expect(await textOf(iconv.encode(kazakhTable, 'pt154'), 'PTCP154')).toBe(kazakhTable);
  });

  it('utf-16 leaves the order of bytes to the file', async () => {
    expect(await textOf(utf16, 'UTF-16')).toBe(kazakhTable);
    expect(await textOf(Buffer.from(utf16).swap16(), 'UTF-16')).toBe(kazakhTable);
  });

  it.each([
    ['windows-1251', utf16, 'windows-1251', 'utf-16le'],
    ['utf-8', utf16, 'utf-8', 'utf-16le'],
    ['utf-16be', utf16, 'utf-16be', 'utf-16le'],
    ['kz-1048', Buffer.from(kazakhTable), 'kz-1048', 'utf-8'],
    ['cp1251', Buffer.from(`\ufeff${russianTable}`), 'windows-1251', 'utf-8'],
    ['utf-16', Buffer.from('iin;surname\n1;A\n'), 'utf-16le', 'utf-8'],
  ])('%s is refused where the bytes contradict it', async (name, bytes, declared, found) => {
    expect(await problemOf(bytes, name)).toMatchObject({
      code: 'encoding-contradicted',
      args: { declared, found },
    });
  });

  it.each([
    ['from its first letters', ''],
    ['only far below', 'A;B\n'.repeat(30_000)],
  ])('utf-8 is refused where the file is in another encoding %s', async (_, before) => {
    const bytes = Buffer.concat([Buffer.from(before), iconv.encode(russianTable, 'win1251')]);
    expect(await problemOf(bytes, 'utf-8')).toMatchObject({
      code: 'encoding-contradicted',
      args: { declared: 'utf-8', found: 'windows-1251' },
    });
  });

  it('utf-8 that is damaged is not said to be another encoding', async () => {
    const bytes = Buffer.concat([Buffer.from(kazakhTable), Buffer.from([0xd2, 0x0a])]);
    expect(await problemOf(bytes, 'utf-8')).toMatchObject({ code: 'file-not-utf8', args: { byte: 'D2' } });
  });

  it('that is none is answered with those that are', async () => {
    expect(await problemOf('a', 'koi8-r')).toMatchObject({
      code: 'encoding-name-unknown',
      args: { value: 'koi8-r', known: expect.arrayContaining(['utf-8', 'windows-1251', 'kz-1048']) },
    });
  });
});
