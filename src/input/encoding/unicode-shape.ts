import type { Encoding } from '../../domain/encoding-problems.ts';

/** A byte order mark: what it says, and how many bytes it takes. */
export interface Mark {
  readonly encoding: Encoding;
  readonly length: number;
}

/** The mark at the beginning of a file (The Unicode Standard, 23.8), or null. */
export function markOf(head: Uint8Array): Mark | null {
  const [a, b, c] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', length: 2 };
  return null;
}

/** Where in the file the shape is looked for. */
const SAMPLE = 4096;

/**
 * UTF-16 without a mark. Latin letters and signs have the high byte 00, Cyrillic ones 04, so nearly every other byte
 * is one of the two; other texts have neither.
 */
export function utf16Shape(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const size = Math.min(head.length, SAMPLE);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < size; i++)
    if (head[i] === 0 || head[i] === 4) {
      if (i % 2 === 0) even++;
      else odd++;
    }
  const most = size * 0.35;
  const few = size * 0.05;
  if (size < 4) return null;
  if (odd > most && even <= few) return 'utf-16le';
  return even > most && odd <= few ? 'utf-16be' : null;
}
