import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OperatorError } from '../../src/errors.ts';
import { readOrderFile } from '../../src/input/order-file.ts';
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

describe('the file of an order', () => {
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
