import { PostgresAdapter, PostgresDialect, type PostgresDialectConfig, PostgresDriver } from 'kysely';
import { isLost } from './lost-line.ts';

/**
 * Kysely's PostgreSQL dialect, changed in two points.
 * Migrations run inside a transaction that holds the write lock. Kysely's own lock would be given back by a query,
 * which a transaction that has failed refuses: its complaint would hide why the migration failed.
 * And a lost line, over which nothing can be rolled back, does not hide what came before: the server rolls back itself.
 */
export class LockedPostgresDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig;

  constructor(config: PostgresDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): PostgresDriver {
    return new ForgivingPostgresDriver(this.#config);
  }

  override createAdapter(): PostgresAdapter {
    return new LockedPostgresAdapter();
  }
}

class LockedPostgresAdapter extends PostgresAdapter {
  override async acquireMigrationLock(): Promise<void> {}
  override async releaseMigrationLock(): Promise<void> {}
}

class ForgivingPostgresDriver extends PostgresDriver {
  override async rollbackTransaction(
    connection: Parameters<PostgresDriver['rollbackTransaction']>[0],
  ): Promise<void> {
    try {
      await super.rollbackTransaction(connection);
    } catch (error) {
      if (!isLost(error)) throw error;
    }
  }
}
