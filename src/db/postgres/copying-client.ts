import type { PostgresCursor, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type pg from 'pg';
import { OpenCopy } from './open-copy.ts';

/**
 * A connection that takes `copy … from stdin` as a query whose one parameter is the data. Such a query is answered once
 * the data are on their way. The same query again goes on with the same COPY; any other waits until the rows are in the
 * table, and fails as they do.
 */
export class CopyingClient implements PostgresPoolClient {
  readonly #client: pg.PoolClient;
  readonly #plain: PostgresPoolClient;
  #copy: OpenCopy | null = null;

  constructor(client: pg.PoolClient) {
    this.#client = client;
    this.#plain = client;
  }

  query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query<R>(asked: string | PostgresCursor<R>, parameters: readonly unknown[] = []) {
    if (typeof asked !== 'string') return this.#plain.query(asked);
    const [data] = parameters;
    if (data instanceof Buffer && asked.startsWith('copy ')) return this.#send<R>(asked, data);
    return this.#copy === null ? this.#plain.query<R>(asked, parameters) : this.#after<R>(asked, parameters);
  }

  release(destroy?: boolean): void {
    this.#client.release(destroy);
  }

  async #send<R>(statement: string, data: Buffer): Promise<PostgresQueryResult<R>> {
    if (this.#copy?.statement !== statement) {
      await this.#finish();
      this.#copy = new OpenCopy(this.#client, statement);
    }
    await this.#copy.write(data);
    return { command: 'INSERT', rowCount: 0, rows: [] };
  }

  async #after<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    if (sql === 'rollback') {
      await this.#copy?.abandon();
      this.#copy = null;
    } else await this.#finish();
    return this.#plain.query<R>(sql, parameters);
  }

  async #finish(): Promise<void> {
    const copy = this.#copy;
    this.#copy = null;
    await copy?.end();
  }
}
