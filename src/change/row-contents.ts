import { hash } from 'node:crypto';

/** What the digests of rows are made of: `rowDigest` of additions, before it is hashed. */
export interface RowContents {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** where each row begins and ends, two numbers a row */
  readonly bounds: Uint32Array;
}

/** The digest of row `i` as an addition: 32 bytes, each a character. */
export function contentDigest({ bytes, bounds }: RowContents, i: number): string {
  return hash('sha256', bytes.subarray(bounds[i * 2], bounds[i * 2 + 1]), 'binary');
}
