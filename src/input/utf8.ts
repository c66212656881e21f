import { isUtf8 } from 'node:buffer';
import { type ProblemArgs, problem } from '../domain/problem.ts';
import { OperatorError } from '../errors.ts';
import type { ByteStream } from './byte-stream.ts';
import { foreignFormat, isUtf16 } from './foreign-format.ts';
import { LineCounter } from './line-count.ts';

/** Enough to tell formats apart: a workbook's first parts are named within it. */
const HEAD_BYTES = 4096;
const LF = 10;
const CR = 13;

/**
 * The text of a source as pieces of valid UTF-8 without byte order mark; pieces may end inside a letter.
 * Throws OperatorError: those of the source, `file-is-utf16`, `file-is-foreign`, `nul-byte`, `file-not-utf8`.
 * Bytes pass through unchanged: the tokenizer works on bytes, and a detour through strings would cost a third of its time.
 */
export async function* utf8Chunks(bytes: ByteStream): AsyncGenerator<Buffer, void, void> {
  const lines = new LineCounter();
  let rest: Buffer = Buffer.alloc(0);
  let atStart = true;
  for (let chunk = await bytes.next(); chunk !== null; chunk = await bytes.next()) {
    rest = rest.length ? Buffer.concat([rest, chunk]) : chunk;
    if (atStart && rest.length < HEAD_BYTES) continue;
    if (atStart) rest = openedText(bytes.name, rest);
    atStart = false;
    const whole = rest.subarray(0, wholeLetters(rest));
    check(bytes.name, whole, lines);
    rest = rest.subarray(whole.length);
    if (whole.length) yield whole;
  }
  if (atStart) rest = openedText(bytes.name, rest);
  check(bytes.name, rest, lines);
  if (rest.length) yield rest;
}

/** The first bytes without their byte order mark, or the reason why this is not a text. */
function openedText(file: string, head: Buffer): Buffer {
  const format = foreignFormat(head);
  if (format) throw fault('file-is-foreign', { format }, file, null);
  if (isUtf16(head)) throw fault('file-is-utf16', {}, file, null);
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? head.subarray(3) : head;
}

function check(file: string, bytes: Buffer, lines: LineCounter): void {
  const nul = bytes.indexOf(0);
  if (nul !== -1 || !isUtf8(bytes)) throw firstFault(file, bytes, lines);
  lines.pass(bytes);
}

/** Goes line by line to the first bad one; line ends never occur inside a letter's bytes. */
function firstFault(file: string, bytes: Buffer, lines: LineCounter): OperatorError {
  for (let start = 0; start < bytes.length; ) {
    let end = start;
    while (end < bytes.length && bytes[end] !== LF && bytes[end] !== CR) end++;
    const line = bytes.subarray(start, end);
    if (line.includes(0)) return fault('nul-byte', {}, file, lineOf(lines, bytes, start));
    if (!isUtf8(line)) {
      const bad = line[firstBadByte(line)] ?? 0;
      const byte = bad.toString(16).toUpperCase().padStart(2, '0');
      return fault('file-not-utf8', { byte }, file, lineOf(lines, bytes, start));
    }
    start = end + 1;
  }
  return fault('file-not-utf8', { byte: '' }, file, lines.line);
}

function lineOf(lines: LineCounter, bytes: Buffer, start: number): number {
  lines.pass(bytes.subarray(0, start));
  return lines.line;
}

/** The longest valid beginning ends before the byte that spoils it. */
function firstBadByte(line: Buffer): number {
  let at = 0;
  while (at < line.length) {
    const next = at + lengthOf(line[at] ?? 0);
    if (next > line.length || !isUtf8(line.subarray(at, next))) return at;
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

function fault<C extends 'file-is-foreign' | 'file-is-utf16' | 'nul-byte' | 'file-not-utf8'>(
  code: C,
  args: ProblemArgs[C],
  file: string,
  line: number | null,
): OperatorError {
  return new OperatorError(problem(code, args, { file, line, record: null, column: null, value: null }));
}
