import { setTimeout as sleep } from 'node:timers/promises';
import {
  CompiledQuery,
  type DatabaseConnection,
  SqliteAdapter,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  type TransactionSettings,
} from 'kysely';
import type { WriteTurn } from '../database.ts';
import { sqliteCode } from './sqlite-dialect.ts';

/** How often a waiting writer asks again, in milliseconds. */
const ASK_EVERY_MS = 25;

/**
 * Kysely's SQLite dialect, changed in two points:
 * a writing transaction begins as IMMEDIATE (a deferred one that reads first loses with SQLITE_BUSY_SNAPSHOT at once),
 * and migrations run inside a transaction, which SQLite can do and Kysely does not assume.
 */
export class PatientSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;
  readonly #turn: () => WriteTurn | null;

  /** @param turn the turn of the writer that is about to begin; null while reading */
  constructor(config: SqliteDialectConfig, turn: () => WriteTurn | null) {
    super(config);
    this.#config = config;
    this.#turn = turn;
  }

  override createDriver(): SqliteDriver {
    return new PatientSqliteDriver(this.#config, this.#turn);
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
  readonly #turn: () => WriteTurn | null;

  constructor(config: SqliteDialectConfig, turn: () => WriteTurn | null) {
    super(config);
    this.#turn = turn;
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
        await connection.executeQuery(CompiledQuery.raw('begin immediate'));
        return;
      } catch (error) {
        // Waiting here and not in SQLite's busy handler keeps the process able to hear Ctrl-C.
        if (sqliteCode(error) !== 'SQLITE_BUSY' || performance.now() >= deadline) throw error;
        await sleep(ASK_EVERY_MS);
      }
    }
  }
}
