import { describe, expect, it } from 'vitest';
import { readEncodingName } from '../../../src/input/encoding/names.ts';

describe('names of encodings', () => {
  it.each([
    ['utf-8', 'utf-8, UTF8, utf_8, Utf 8'],
    ['utf-16', 'utf-16, UTF16, Unicode'],
    ['utf-16le', 'utf-16le, UTF16-LE'],
    ['utf-16be', 'UTF-16BE'],
    ['windows-1251', 'windows-1251, CP1251, cp-1251, win1251, WIN-1251, 1251, Windows1251'],
    ['kz-1048', 'kz-1048, KZ1048, rk1048, RK-1048, STRK1048-2002, strk 1048-2002'],
    ['pt154', 'pt154, PTCP154, cp154, CP-154'],
  ])('%s is called %s', (encoding, names) => {
    for (const name of names.split(', ')) expect([name, readEncodingName(name)]).toEqual([name, encoding]);
  });

  it.each(['koi8-r', 'latin1', 'utf', '', 'windows-1252'])('%j is none that is read here', name => {
    expect(readEncodingName(name)).toBeNull();
  });
});
