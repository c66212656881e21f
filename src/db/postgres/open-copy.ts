import { once } from 'node:events';
import type pg from 'pg';
import { type CopyStreamQuery, from } from 'pg-copy-streams';

/** So many bytes may wait for the line before the sender waits: three batches of a large file. */
const AHEAD_BYTES = 4 << 20;

/** A COPY that is under way: bytes leave while the next ones are made, whatever the length of the line. */
export class OpenCopy {
  readonly statement: string;
  /** what is run when the rows are in the table; null for nothing */
  readonly after: string | null;
  readonly #stream: CopyStreamQuery;
  /** bytes so far */
  sent = 0;
  #failure: { error: unknown } | null = null;

  /** @param statement `copy … from stdin` */
  constructor(client: pg.ClientBase, statement: string, after: string | null = null) {
    this.statement = statement;
    this.after = after;
    this.#stream = client.query(from(statement, { highWaterMark: AHEAD_BYTES }));
    // Between two writes nobody listens: the next one tells. What still waits for the line must not follow.
    this.#stream.on('error', error => {
      this.#failure ??= { error };
      this.#stream.destroy();
    });
  }

  /** Hands bytes to the line; waits where too much is ahead of it. @throws what the server says to any bytes so far */
  async write(bytes: Buffer): Promise<void> {
    this.#tell();
    this.sent += bytes.length;
    if (!this.#stream.write(bytes)) await once(this.#stream, 'drain');
    this.#tell();
  }

  /** Resolves when all rows are in the table. @throws what the server says to them */
  async end(): Promise<void> {
    this.#tell();
    this.#stream.end();
    await once(this.#stream, 'finish');
  }

  /** Takes back what was sent, and leaves the line free for a `rollback`. */
  async abandon(): Promise<void> {
    if (this.#failure !== null) return;
    this.#stream.destroy(new Error('rolled back'));
    if (!this.#stream.closed) await new Promise(closed => this.#stream.once('close', closed));
  }

  #tell(): void {
    if (this.#failure !== null) throw this.#failure.error;
  }
}
