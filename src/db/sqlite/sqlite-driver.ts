import { setTimeout as sleep } from 'node:timers/promises';
import {
  CompiledQuery,
  type DatabaseConnection,
  type QueryResult,
  SqliteAdapter,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  type TransactionSettings,
} from 'kysely';
import type { WriteTurn } from '../database.ts';
import { sqliteCode } from './sqlite-dialect.ts';
import type { SqliteHearing } from './sqlite-hearing.ts';

/** Readers may meet a writer that has just begun; SQLite itself waits this long for them, in milliseconds. */
export const READER_PATIENCE_MS = 250;

/** How often a waiting writer asks again, in milliseconds. */
const ASK_EVERY_MS = 25;

/**
 * Kysely's SQLite dialect, changed in three points:
 * a writing transaction begins as IMMEDIATE (a deferred one that reads first loses with SQLITE_BUSY_SNAPSHOT at once),
 * migrations run inside a transaction, which SQLite can do and Kysely does not assume,
 * and Ctrl-C is heard between two queries.
 */
export class PatientSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;
  readonly #hearing: SqliteHearing;
  readonly #turn: () => WriteTurn | null;

  /** @param turn the turn of the writer that is about to begin; null while reading */
  constructor(config: SqliteDialectConfig, hearing: SqliteHearing, turn: () => WriteTurn | null) {
    super(config);
    this.#config = config;
    this.#hearing = hearing;
    this.#turn = turn;
  }

  override createDriver(): SqliteDriver {
    return new PatientSqliteDriver(this.#config, this.#hearing, this.#turn);
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalSqliteAdapter();
  }
}

class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class PatientSqliteDriver extends SqliteDriver {
  readonly #hearing: SqliteHearing;
  readonly #turn: () => WriteTurn | null;
  #hearingConnection: HearingConnection | null = null;

  constructor(config: SqliteDialectConfig, hearing: SqliteHearing, turn: () => WriteTurn | null) {
    super(config);
    this.#hearing = hearing;
    this.#turn = turn;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    this.#hearingConnection ??= new HearingConnection(await super.acquireConnection(), this.#hearing);
    return this.#hearingConnection;
  }

  override async commitTransaction(): Promise<void> {
    await this.#atOnce('commit');
  }

  override async rollbackTransaction(): Promise<void> {
    try {
      await this.#atOnce('rollback');
    } catch (error) {
      // On a full disk or one that fails SQLite has rolled back already: https://www.sqlite.org/lang_transaction.html
      if (!(error instanceof Error && error.message.includes('no transaction is active'))) throw error;
    }
  }

  /** Waiting between two tries, and not in SQLite's busy handler, keeps the process able to hear Ctrl-C. */
  async #beginNow(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('pragma busy_timeout = 0'));
    try {
      await connection.executeQuery(CompiledQuery.raw('begin immediate'));
    } finally {
      await this.#atOnce(`pragma busy_timeout = ${READER_PATIENCE_MS}`);
    }
  }

  /** How a transaction ends is no longer to be interrupted. */
  async #atOnce(statement: string): Promise<void> {
    const connection = await super.acquireConnection();
    await connection.executeQuery(CompiledQuery.raw(statement));
  }

  override async beginTransaction(
    connection: DatabaseConnection,
    settings?: TransactionSettings,
  ): Promise<void> {
    const turn = this.#turn();
    if (settings?.accessMode === 'read only' || turn === null) {
      await connection.executeQuery(CompiledQuery.raw('begin'));
      return;
    }
    const deadline = performance.now() + turn.waitMs;
    for (;;) {
      turn.signal.throwIfAborted();
      try {
        await this.#beginNow(connection);
        return;
      } catch (error) {
        if (sqliteCode(error)?.startsWith('SQLITE_BUSY') !== true || performance.now() >= deadline)
          throw error;
        await sleep(ASK_EVERY_MS);
      }
    }
  }
}

/** A connection that hears between two queries. */
class HearingConnection implements DatabaseConnection {
  readonly #inner: DatabaseConnection;
  readonly #hearing: SqliteHearing;

  constructor(inner: DatabaseConnection, hearing: SqliteHearing) {
    this.#inner = inner;
    this.#hearing = hearing;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    await this.#hearing.listenNowAndThen();
    return this.#inner.executeQuery<R>(query);
  }

  streamQuery<R>(query: CompiledQuery, chunkSize: number): AsyncIterableIterator<QueryResult<R>> {
    return this.#inner.streamQuery<R>(query, chunkSize);
  }
}
