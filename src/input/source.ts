import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type Problem, problem } from '../domain/problem.ts';
import { InputSpent, OperatorError } from '../errors.ts';

/** One input of bytes: a file or standard input. Its bytes can be read once. */
export interface Source {
  /** shown in problems; `-` for standard input */
  readonly name: string;
  /** The bytes in pieces. Throws OperatorError (`file-missing`, `file-is-directory`, `file-unreadable`), InputSpent. */
  chunks(): AsyncIterable<Buffer>;
  /** SHA-256 of the bytes in hexadecimal; null until they have been read to the end. */
  sha256(): string | null;
}

/** Large enough that the cost per piece vanishes, small enough (some 500 rows) that Ctrl-C is heard at once between two. */
const CHUNK_BYTES = 64 * 1024;

/** Standard inputs that have been read: their bytes come once. */
const spent = new WeakSet<NodeJS.ReadableStream>();

/**
 * A source for a path, or for `-` standard input. Nothing is opened before `chunks()` is iterated,
 * so a missing file is a problem of the reading, listed with the others.
 * @param name what people call it, where `path` was made absolute
 */
export function openSource(path: string, stdin: NodeJS.ReadableStream, name: string = path): Source {
  const hash = createHash('sha256');
  let digest: string | null = null;
  async function* chunks(): AsyncIterable<Buffer> {
    if (path === '-') {
      if (spent.has(stdin)) throw new InputSpent();
      spent.add(stdin);
    }
    try {
      const stream = path === '-' ? stdin : createReadStream(path, { highWaterMark: CHUNK_BYTES });
      for await (const piece of stream) {
        const chunk = typeof piece === 'string' ? Buffer.from(piece) : piece;
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

/** The operating system's answer as a problem; what is not such an answer is thrown on. */
function openingProblem(path: string, error: unknown): Problem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : null;
  if (code === null) throw error;
  const where = { file: path, line: null, record: null, column: null, value: null };
  if (code === 'ENOENT' || code === 'ENOTDIR') return problem('file-missing', { path }, where);
  if (code === 'EISDIR') return problem('file-is-directory', { path }, where);
  return problem('file-unreadable', { path, reason: code }, where);
}
