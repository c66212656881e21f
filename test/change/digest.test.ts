import { hash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SumDigest } from '../../src/change/digest.ts';
import { type RowChange, rowDigest } from '../../src/change/row-change.ts';
import { contentDigest } from '../../src/change/row-contents.ts';
import { RowPacker } from '../../src/change/row-packer.ts';
import type { RowOf } from '../../src/db/tables.ts';

const value = fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.constant(null));
const text = fc.string({ unit: 'grapheme' });
/** What all the packed streets have in common. */
const constant = {
  street: 'abaia',
  name_kk: 'Абай',
  name_ru: 'Абая',
  kind: 'street',
  settlement: null,
  houses: '1-9',
};
const row: fc.Arbitrary<RowChange> = fc.record({
  action: fc.constantFrom('add', 'update', 'remove'),
  kind: fc.constant('year'),
  key: fc.string(),
  label: fc.constant(null),
  before: fc.constant(null),
  after: fc.record({ year: fc.string(), current: fc.constantFrom(0, 1) }),
});

function digestOf(rows: readonly RowChange[]): string {
  const digest = new SumDigest();
  for (const one of rows) digest.add(rowDigest(one));
  return digest.toString();
}

describe('the digest of a plan', () => {
  it('is the same in whatever order the rows come', () => {
    const shuffled = fc
      .array(row, { maxLength: 30 })
      .chain(rows =>
        fc.tuple(
          fc.constant(rows),
          fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length }),
        ),
      );
    fc.assert(fc.property(shuffled, ([rows, others]) => digestOf(rows) === digestOf(others)));
  });

  it('differs when one value of one row differs', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 10 }), row, value, value, (rows, one, a, b) => {
        fc.pre(JSON.stringify(a) !== JSON.stringify(b));
        const withValue = (year: unknown) => ({ ...one, after: { year, current: 1 } }) as RowChange;
        expect(digestOf([...rows, withValue(a)])).not.toBe(digestOf([...rows, withValue(b)]));
      }),
    );
  });

  it('counts a row that comes twice twice', () => {
    fc.assert(fc.property(row, one => digestOf([one, one]) !== digestOf([one])));
  });

  it('does not depend on what people call a row', () => {
    fc.assert(
      fc.property(row, fc.string(), (one, label) => digestOf([one]) === digestOf([{ ...one, label }])),
    );
  });

  it('is the sum modulo 2^256, carries included', () => {
    const digests = fc.array(
      fc.string().map(text => hash('sha256', text, 'binary')),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(digests, rows => {
        const digest = new SumDigest();
        for (const one of rows) digest.add(one);
        const sum = rows.reduce(
          (total, one) => total + BigInt(`0x${Buffer.from(one, 'latin1').toString('hex')}`),
          0n,
        );
        expect(digest.toString()).toBe((sum % 2n ** 256n).toString(16).padStart(64, '0'));
      }),
    );
  });

  it('is the same for rows that come packed', () => {
    const cells = fc.record({ year: text, department: text, aliases: fc.option(text) });
    fc.assert(
      fc.property(fc.array(cells, { minLength: 1, maxLength: 5 }), rows => {
        const packer = new RowPacker('street', ['year', 'department', 'aliases'], constant);
        for (const { year, department, aliases } of rows) packer.add([year, department, aliases]);
        const order = Uint32Array.from(rows.keys()).reverse();
        const contents = packer.contents(order);
        const digests = rows.map((_, i) => contentDigest(contents, i)).reverse();
        const change = { action: 'add', kind: 'street', key: '', label: null, before: null } as const;
        expect(digests).toEqual(
          rows.map(one => rowDigest({ ...change, after: { ...constant, ...one } as RowOf['street'] })),
        );
      }),
    );
  });

  it('overflows into nothing: the largest digest and one make zero', () => {
    const digest = new SumDigest();
    digest.add('\xff'.repeat(32));
    digest.add(`${'\0'.repeat(31)}\x01`);
    expect(digest.toString()).toBe('0'.repeat(64));
  });
});
