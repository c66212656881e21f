import type { PostgresCursor, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type pg from 'pg';
import { OpenCopy } from './open-copy.ts';

/**
 * So many bytes are copied before what follows a COPY is run, where something does: some 25,000 employees, and what may
 * wait for the line (AHEAD_BYTES in open-copy.ts), so that the next ones are there when the server is through with these.
 */
const BYTES_A_COPY = 4 << 20;

/**
 * A connection that takes `copy … from stdin` as a query whose one parameter is the data. Such a query is answered once
 * the data are on their way. The same query again goes on with the same COPY; any other waits until the rows are in the
 * table, and fails as they do. A second parameter is a statement that follows the COPY, now and then in between too.
 */
export class CopyingClient implements PostgresPoolClient {
  readonly #client: pg.PoolClient;
  readonly #plain: PostgresPoolClient;
  #copy: OpenCopy | null = null;
  /** COPYs that have ended for this side and, with what follows them, not yet for the server */
  #ending: Promise<unknown> = Promise.resolve();

  constructor(client: pg.PoolClient) {
    this.#client = client;
    this.#plain = client;
  }

  query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query<R>(asked: string | PostgresCursor<R>, parameters: readonly unknown[] = []) {
    if (typeof asked !== 'string') return this.#plain.query(asked);
    const [data, after] = parameters;
    if (data instanceof Buffer && asked.startsWith('copy '))
      return this.#send<R>(asked, data, typeof after === 'string' ? after : null);
    return this.#copy === null ? this.#plain.query<R>(asked, parameters) : this.#after<R>(asked, parameters);
  }

  release(destroy?: boolean): void {
    this.#client.release(destroy);
  }

  async #send<R>(statement: string, data: Buffer, after: string | null): Promise<PostgresQueryResult<R>> {
    if (this.#copy?.statement !== statement) {
      await this.#finish();
      this.#copy = new OpenCopy(this.#client, statement, after);
    } else if (after !== null && this.#copy.sent > BYTES_A_COPY) {
      // The one before must be through, or more and more would wait for the server.
      await this.#ending;
      this.#ending = this.#end(this.#copy);
      // It is listened to later, by whatever comes next.
      this.#ending.catch(() => undefined);
      this.#copy = new OpenCopy(this.#client, statement, after);
    }
    await this.#copy.write(data);
    return { command: 'INSERT', rowCount: 0, rows: [] };
  }

  async #after<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    if (sql === 'rollback') {
      const copy = this.#copy;
      this.#copy = null;
      await copy?.abandon();
    } else await this.#finish();
    return this.#plain.query<R>(sql, parameters);
  }

  async #finish(): Promise<void> {
    const copy = this.#copy;
    this.#copy = null;
    await this.#ending;
    if (copy !== null) await this.#end(copy);
  }

  /** The line takes queries in turn: what follows is sent at once, and runs when the rows are there. */
  #end(copy: OpenCopy): Promise<unknown> {
    const ended = copy.end();
    return copy.after === null ? ended : Promise.all([ended, this.#plain.query(copy.after, [])]);
  }
}
