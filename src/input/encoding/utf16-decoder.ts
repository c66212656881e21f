import type { Decoder } from './decoder.ts';
import { Undecodable } from './undecodable.ts';

const nothing = Buffer.alloc(0);

/** UTF-16 in either order of bytes. Half a surrogate pair is no letter, and is refused. */
export class Utf16Decoder implements Decoder {
  readonly #swap: boolean;
  #rest: Buffer = nothing;

  constructor(encoding: 'utf-16le' | 'utf-16be') {
    this.#swap = encoding === 'utf-16be';
  }

  decode(piece: Buffer): Buffer {
    const bytes = this.#rest.length ? Buffer.concat([this.#rest, piece]) : piece;
    let whole = bytes.length - (bytes.length % 2);
    if (whole > 0 && isHighSurrogate(this.#unitAt(bytes, whole - 2))) whole -= 2;
    this.#rest = bytes.subarray(whole);
    return this.#text(bytes.subarray(0, whole));
  }

  end(): Buffer {
    if (this.#rest.length % 2 === 1) throw new Undecodable(this.#rest.at(-1) ?? 0, nothing);
    return this.#text(this.#rest);
  }

  #text(bytes: Buffer): Buffer {
    const text = (this.#swap ? Buffer.from(bytes).swap16() : bytes).toString('utf16le');
    if (text.isWellFormed()) return Buffer.from(text);
    const at = [...text].findIndex(letter => !letter.isWellFormed());
    const before = [...text].slice(0, at).join('');
    throw new Undecodable(text.charCodeAt(before.length), Buffer.from(before));
  }

  #unitAt(bytes: Buffer, at: number): number {
    return this.#swap ? bytes.readUInt16BE(at) : bytes.readUInt16LE(at);
  }
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
