import type { ByteStream } from '../byte-stream.ts';

/** The stream of an OLE file that holds a workbook under a password ([MS-OFFCRYPTO] 2.3.4.4), as its directory names it. */
const MARK = Buffer.from('EncryptedPackage', 'utf16le');

/** Reads an OLE file, the old Excel's container, in search of an encrypted workbook; what was read is gone. */
export async function holdsEncryptedWorkbook(bytes: ByteStream): Promise<boolean> {
  let tail = Buffer.alloc(0);
  for (let piece = await bytes.next(); piece !== null; piece = await bytes.next()) {
    const text = Buffer.concat([tail, piece]);
    if (text.includes(MARK)) return true;
    tail = text.subarray(Math.max(0, text.length - MARK.length));
  }
  return false;
}
