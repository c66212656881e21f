import type { Place } from '../../domain/problem.ts';
import { OperatorError } from '../../errors.ts';
import type { ByteStream } from '../byte-stream.ts';
import { tooLarge } from './archive.ts';

/** Packed; Excel's million rows of eight columns take about 70 MB. */
const MAX_FILE_BYTES = 256 * 1024 * 1024;

/**
 * All bytes of a file, which an archive needs because its table of contents stands at its end.
 * Throws OperatorError: workbook-too-large, and those of the source.
 */
export async function wholeFile(bytes: ByteStream, place: Place): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for (let piece = await bytes.next(); piece !== null; piece = await bytes.next()) {
    pieces.push(piece);
    size += piece.length;
    if (size > MAX_FILE_BYTES) throw new OperatorError(tooLarge(size, MAX_FILE_BYTES, place));
  }
  return Buffer.concat(pieces, size);
}
