import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type Problem, problem } from '../domain/problem.ts';
import { OperatorError } from '../errors.ts';
import { spoolOf } from './spool.ts';

/** One input of bytes: a file or standard input. */
export interface Source {
  /** shown in problems; `-` for standard input */
  readonly name: string;
  /** The bytes in pieces, from the start each time. Throws OperatorError (`file-missing`, `file-is-directory`, `file-unreadable`). */
  chunks(): AsyncIterable<Buffer>;
  /** SHA-256 of the bytes in hexadecimal; null until they have been read to the end. */
  sha256(): string | null;
}

/** Where a source's bytes are, as plain data: another thread can open it again by `sourceAt`. */
export interface SourceFile {
  readonly name: string;
  readonly path: string;
  /** the descriptor of what has no name any more (a spooled standard input); null = open it by its path */
  readonly fd: number | null;
}

/** Large enough that the cost per piece vanishes, small enough (some 500 rows) that Ctrl-C is heard at once between two. */
const CHUNK_BYTES = 64 * 1024;

/**
 * A source for a path, or for `-` standard input, which is spooled when it is first read. Nothing is opened before
 * `chunks()` is iterated, so a missing file is a problem of the reading, listed with the others.
 * @param name what people call it, where `path` was made absolute
 */
export function openSource(path: string, stdin: NodeJS.ReadableStream, name: string = path): Source {
  return source(name, () => locateSource(path, stdin, name));
}

/** A source for bytes that have been located. */
export function sourceAt(file: SourceFile): Source {
  return source(file.name, async () => file);
}

/**
 * Finds out where the bytes of a path, or of `-`, can be read from any thread; standard input is spooled for it.
 * @throws what the operating system answers when standard input cannot be spooled
 */
export async function locateSource(
  path: string,
  stdin: NodeJS.ReadableStream,
  name: string = path,
): Promise<SourceFile> {
  return path === '-' ? { name, ...(await spoolOf(stdin)) } : { name, path, fd: null };
}

function source(name: string, locate: () => Promise<SourceFile>): Source {
  let digest: string | null = null;
  async function* chunks(): AsyncIterable<Buffer> {
    const hash = createHash('sha256');
    try {
      for await (const chunk of bytesOf(await locate())) {
        hash.update(chunk);
        yield chunk;
      }
    } catch (error) {
      throw new OperatorError(openingProblem(name, error), { cause: error });
    }
    digest = hash.digest('hex');
  }
  return { name, chunks, sha256: () => digest };
}

function bytesOf({ path, fd }: SourceFile): AsyncIterable<Buffer> {
  const options = { highWaterMark: CHUNK_BYTES };
  return fd === null
    ? createReadStream(path, options)
    : createReadStream(path, { ...options, fd, start: 0, autoClose: false });
}

/** The operating system's answer as a problem; what is not such an answer is thrown on. */
function openingProblem(path: string, error: unknown): Problem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : null;
  if (code === null) throw error;
  const where = { file: path, line: null, record: null, column: null, value: null };
  if (code === 'ENOENT' || code === 'ENOTDIR') return problem('file-missing', { path }, where);
  if (code === 'EISDIR') return problem('file-is-directory', { path }, where);
  return problem('file-unreadable', { path, reason: code }, where);
}
