import { PostgresAdapter, PostgresDialect } from 'kysely';

/**
 * Migrations run inside a transaction that holds the write lock. Kysely's own lock would be given back by a query,
 * which a transaction that has failed refuses: its complaint would hide why the migration failed.
 */
export class LockedPostgresDialect extends PostgresDialect {
  override createAdapter(): PostgresAdapter {
    return new LockedPostgresAdapter();
  }
}

class LockedPostgresAdapter extends PostgresAdapter {
  override async acquireMigrationLock(): Promise<void> {}
  override async releaseMigrationLock(): Promise<void> {}
}
