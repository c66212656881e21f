import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OperatorError } from '../../src/errors.ts';
import { readOrderFile } from '../../src/input/order-file.ts';
import { LINEAR } from '../support/work.ts';
import { bytesSource } from './bytes-source.ts';

const beginnings = [
  '',
  '\uFEFF',
  'PK\x03\x04',
  '%PDF-',
  '{\\rtf1',
  '<html>',
  'school;street;houses\n',
  'ул. ',
];
const bytes = fc
  .tuple(fc.constantFrom(...beginnings), fc.uint8Array({ maxLength: 300, size: 'max' }))
  .map(([head, rest]) => Buffer.concat([Buffer.from(head), rest]));
const encodings = fc.constantFrom(null, 'utf-8', 'utf-16le', 'windows-1251', 'kz-1048');

const told = async (content: string | Buffer) => {
  const file = bytesSource(Buffer.from(content), 64, 'order.txt');
  const error: unknown = await readOrderFile(file, null, 'qabyl bind-streets --file order.txt').catch(e => e);
  return error instanceof OperatorError ? (error.problems[0] ?? null) : null;
};

describe('the file of an order', () => {
  it.each([
    ['odt', 'PK\x03\x04…mimetypeapplication/vnd.oasis.opendocument.text'],
    ['ods', 'PK\x03\x04…mimetypeapplication/vnd.oasis.opendocument.spreadsheet'],
    ['archive', 'PK\x03\x04…order.txt'],
    ['image', '\x89PNG\r\n'],
    ['damaged', 'Школа № 2:\nул. Горная\0 1-9\n'],
  ] as const)('says that it is no text: %s', async (format, content) => {
    const bytes = format === 'damaged' ? Buffer.from(content) : Buffer.from(content, 'latin1');
    expect(await told(bytes)).toMatchObject({ code: 'order-is-foreign', args: { format } });
  });

  it.each([
    ['Школа № 2:\nК?ктем к?шесі 1-9', 2, 'К?ктем'],
    ['№ 2 мектеп: Абай к?шесі 1-9', 1, 'к?шесі'],
    ['№ 2 мектеп:\r\n\r\n?лытау даңғылы', 3, '?лытау'],
  ])('is refused where letters were lost: %s', async (text, line, value) => {
    expect(await told(text)).toMatchObject({ code: 'letters-lost', where: { line }, args: { value } });
  });

  it('keeps a question mark that stands for no letter', async () => {
    expect(await told('Школа № 2: ул. Горная? 1-9')).toBeNull();
  });

  it('is looked at for the header of a table in linear work', async () => {
    const work = async (size: number) => {
      const start = process.threadCpuUsage();
      await told('1'.repeat(size));
      const { user, system } = process.threadCpuUsage(start);
      return user + system;
    };
    const least = async (size: number) => Math.min(await work(size), await work(size), await work(size));
    await work(6000);
    expect(await least(60_000)).toBeLessThan(LINEAR * Math.max(await least(6000), 1000));
  });

  it('is read as text or refused with a problem, whatever its bytes are', async () => {
    await fc.assert(
      fc.asyncProperty(
        bytes,
        encodings,
        fc.integer({ min: 1, max: 64 }),
        async (content, encoding, piece) => {
          const read = readOrderFile(bytesSource(content, piece, 'order.txt'), encoding, 'qabyl');
          const told = await read.catch((error: unknown) => error);
          if (typeof told === 'string') expect(told).toMatch(/[\p{L}\p{N}]/u);
          else expect(told).toBeInstanceOf(OperatorError);
        },
      ),
    );
  });
});
