import { describe, expect, it } from 'vitest';
import { encoderFor } from '../../../src/input/encoding/encoder.ts';

describe('writing in an encoding', () => {
  it.each([
    ['windows-1251', 'Әлия ? Қанат', ['Ә', 'Қ']],
    ['kz-1048', 'Әлия ў', ['ў']],
    ['utf-8', 'a\ud800', ['\ud800']],
  ] as const)('%s tells the letters that it lacks in %j', async (encoding, text, lacking) => {
    expect((await encoderFor(encoding)).encode(text)).toEqual({ ok: false, lacking });
  });

  it.each([
    ['windows-1251', 'Я?', [0xdf, 0x3f]],
    ['kz-1048', 'Әә', [0xa3, 0xbc]],
    ['pt154', 'Әә', [0xaa, 0xba]],
    ['utf-16be', 'Я', [0x04, 0x2f]],
  ] as const)('%s writes %j', async (encoding, text, bytes) => {
    expect((await encoderFor(encoding)).encode(text)).toEqual({ ok: true, bytes: Buffer.from(bytes) });
  });

  it.each([
    ['utf-8', [0xef, 0xbb, 0xbf]],
    ['utf-16le', [0xff, 0xfe]],
    ['utf-16be', [0xfe, 0xff]],
    ['kz-1048', []],
  ] as const)('%s has its mark', async (encoding, mark) => {
    expect((await encoderFor(encoding)).mark).toEqual(Buffer.from(mark));
  });
});
