import { isAscii, isUtf8 } from 'node:buffer';
import type { Decoder } from './decoder.ts';
import { Undecodable } from './undecodable.ts';

const nothing = Buffer.alloc(0);

/** Checks UTF-8 and passes it through: a detour through strings would cost a third of the reading's time. */
export class Utf8Decoder implements Decoder {
  #rest: Buffer = nothing;

  decode(piece: Buffer): Buffer {
    const bytes = this.#rest.length ? Buffer.concat([this.#rest, piece]) : piece;
    const whole = bytes.subarray(0, wholeLetters(bytes));
    this.#rest = bytes.subarray(whole.length);
    return checked(whole);
  }

  end(): Buffer {
    return checked(this.#rest);
  }
}

/** True when these bytes begin a UTF-8 text that has letters of several bytes; only the last may be cut off. */
export function beginsAsUtf8(bytes: Buffer): boolean {
  const whole = bytes.subarray(0, wholeLetters(bytes));
  return isUtf8(whole) && !isAscii(whole);
}

function checked(bytes: Buffer): Buffer {
  if (isUtf8(bytes)) return bytes;
  const at = firstBadByte(bytes);
  throw new Undecodable(bytes[at] ?? 0, bytes.subarray(0, at));
}

/** The longest valid beginning ends before the byte that spoils it. */
function firstBadByte(bytes: Buffer): number {
  let at = 0;
  while (at < bytes.length) {
    const next = at + lengthOf(bytes[at] ?? 0);
    if (next - at > 1 || (bytes[at] ?? 0) >= 0x80)
      if (next > bytes.length || !isUtf8(bytes.subarray(at, next))) return at;
    at = next;
  }
  return at;
}

/** How many bytes of this buffer are whole letters: the beginning of a letter at its end waits for the next piece. */
function wholeLetters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const at = bytes.length - back;
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) return lengthOf(byte) > back ? at : bytes.length;
  }
  return bytes.length;
}

function lengthOf(lead: number): number {
  if (lead >= 0xf0) return 4;
  if (lead >= 0xe0) return 3;
  return lead >= 0xc0 ? 2 : 1;
}
