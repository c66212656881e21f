import { closeSync, mkdtempSync, openSync, rmSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A temporary file that holds what came in through a stream, so that it can be read again, also by another thread. */
export interface Spool {
  readonly path: string;
  /** the descriptor it stays open under: on POSIX the file has no name any more, so no crash leaves it behind */
  readonly fd: number;
}

/** A stream's bytes come once: what is spooled of it is kept for as long as the stream is. */
const spools = new WeakMap<NodeJS.ReadableStream, Promise<Spool>>();

/**
 * Copies a stream to a private temporary file (mode 0600: it may hold personal data); the same stream gives the same
 * file every time. @throws what the operating system answers when there is no room for it
 */
export function spoolOf(stream: NodeJS.ReadableStream): Promise<Spool> {
  const known = spools.get(stream);
  if (known) return known;
  const fresh = spool(stream);
  spools.set(stream, fresh);
  return fresh;
}

async function spool(stream: NodeJS.ReadableStream): Promise<Spool> {
  const folder = mkdtempSync(join(tmpdir(), 'qabyl-'));
  const path = join(folder, 'input');
  const fd = openSync(path, 'wx+', 0o600);
  forget(folder, path, fd);
  for await (const piece of stream) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
    for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
  }
  return { path, fd };
}

/** Takes the name away at once where the system allows it for an open file; elsewhere (Windows) when the process ends. */
function forget(folder: string, path: string, fd: number): void {
  try {
    unlinkSync(path);
    rmSync(folder, { recursive: true });
  } catch {
    process.once('exit', () => {
      closeSync(fd);
      rmSync(folder, { recursive: true, force: true });
    });
  }
}
