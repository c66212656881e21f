import fc from 'fast-check';

/** One thing that happens to the bytes of a file; places are shares of its length, so that a damage fits any file. */
export type Damage =
  | { readonly kind: 'flip'; readonly at: number; readonly bit: number }
  | { readonly kind: 'insert'; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: 'delete'; readonly at: number; readonly length: number }
  | { readonly kind: 'duplicate'; readonly at: number; readonly length: number }
  | { readonly kind: 'swap'; readonly at: number; readonly other: number; readonly length: number }
  | { readonly kind: 'replace'; readonly from: string; readonly to: string }
  | { readonly kind: 'cut'; readonly at: number };

/** Evenly: a damage at the very start makes every file alike. */
const place = fc.noBias(fc.integer({ min: 0, max: 9999 })).map(part => part / 10_000);
const length = fc.integer({ min: 1, max: 40 });
/** What decides how a text is cut into cells, and what stands between the parts of a workbook. */
const marks = [
  ...['"', ';', ',', '\t', '\n', '\r', '\r\n', "'", '\0', ' ', '?', '=', '|', '\ufeff', '\u00a0', 'і', 'ә'],
  ...['\ufffd', 'sep=;\n', 'PK\x03\x04', '""', '";"', '\n\n\n', '<', '&', '>', '\x1a', '\u2028'],
];
const mark = fc.constantFrom(...marks);

export const damage: fc.Arbitrary<Damage> = fc.oneof(
  fc.record({ kind: fc.constant('flip' as const), at: place, bit: fc.nat({ max: 7 }) }),
  fc.record({
    kind: fc.constant('insert' as const),
    at: place,
    bytes: fc.oneof(
      fc.uint8Array({ minLength: 1, maxLength: 6 }),
      mark.map(text => new Uint8Array(Buffer.from(text))),
    ),
  }),
  fc.record({ kind: fc.constant('delete' as const), at: place, length }),
  fc.record({ kind: fc.constant('duplicate' as const), at: place, length: fc.integer({ min: 1, max: 200 }) }),
  fc.record({ kind: fc.constant('swap' as const), at: place, other: place, length }),
  fc.record({ kind: fc.constant('replace' as const), from: mark, to: mark }),
  fc.record({ kind: fc.constant('cut' as const), at: place.map(part => 1 - part * part) }),
);

export function damaged(content: Uint8Array, damages: readonly Damage[]): Buffer {
  let bytes = Buffer.from(content);
  for (const one of damages) bytes = hurt(bytes, one);
  return bytes;
}

function hurt(bytes: Buffer, one: Damage): Buffer<ArrayBuffer> {
  if (one.kind === 'replace')
    return Buffer.from(bytes.toString('latin1').replaceAll(latin1(one.from), latin1(one.to)), 'latin1');
  const at = Math.min(Math.floor(one.at * bytes.length), Math.max(bytes.length - 1, 0));
  const [head, tail] = [bytes.subarray(0, at), bytes.subarray(at)];
  switch (one.kind) {
    case 'flip':
      return Buffer.concat([
        head,
        Buffer.from(tail.subarray(0, 1).map(byte => byte ^ (1 << one.bit))),
        tail.subarray(1),
      ]);
    case 'insert':
      return Buffer.concat([head, one.bytes, tail]);
    case 'delete':
      return Buffer.concat([head, tail.subarray(one.length)]);
    case 'duplicate':
      return Buffer.concat([head, tail.subarray(0, one.length), tail]);
    case 'cut':
      return Buffer.from(head);
    case 'swap': {
      const other = Math.floor(one.other * bytes.length);
      const swapped = Buffer.from(bytes);
      bytes.copy(swapped, at, other, other + one.length);
      bytes.copy(swapped, other, at, at + one.length);
      return swapped;
    }
  }
}

/** The bytes of a text as letters of one byte each. */
function latin1(text: string): string {
  return Buffer.from(text).toString('latin1');
}
