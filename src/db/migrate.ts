import { Migrator } from 'kysely/migration';
import { problem } from '../domain/problem.ts';
import { OperatorError } from '../errors.ts';
import type { Database } from './database.ts';
import type { Dialect, Queryable, Tx } from './dialect.ts';
import { type Migrations, migrations } from './migrations/migrations.ts';
import { describeTarget } from './target.ts';

const MIGRATION_TABLE = 'schema_migration';

/** The name of the last migration a database has, null when it has none. */
export async function databaseVersion(db: Queryable, dialect: Dialect): Promise<string | null> {
  if (!(await dialect.hasTable(db, MIGRATION_TABLE))) return null;
  const table = db.withTables<{ schema_migration: { name: string } }>();
  const rows = await table.selectFrom('schema_migration').select('name').orderBy('name').execute();
  return rows.at(-1)?.name ?? null;
}

/**
 * Brings the schema up to this program's version, inside the given transaction.
 * @param known every migration in order
 * @returns whether anything was migrated
 * @throws OperatorError database-newer, database-foreign
 */
export async function migrate(tx: Tx, database: Database, known: Migrations = migrations): Promise<boolean> {
  const { dialect, target } = database;
  const version = await databaseVersion(tx, dialect);
  if (version === null) await refuseForeign(tx, database);
  refuseNewer(version, describeTarget(target), known);
  // Whoever only uses the schema has no rights to make one.
  if (version === latest(known)) return false;
  const schema = await dialect.currentSchema(tx);
  const migrator = new Migrator({
    db: tx,
    provider: {
      getMigrations: async () =>
        Object.fromEntries(Object.entries(known).map(([name, up]) => [name, { up: db => up(db, dialect) }])),
    },
    migrationTableName: MIGRATION_TABLE,
    migrationLockTableName: `${MIGRATION_TABLE}_lock`,
    // Otherwise the tables of a neighbour in another schema pass for ours.
    ...(schema === null ? {} : { migrationTableSchema: schema }),
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
  return (results ?? []).length > 0;
}

/**
 * Makes sure that program and database speak of the same schema.
 * @param known every migration in order
 * @throws OperatorError database-missing, database-foreign, database-newer, database-older
 */
export async function requireCurrentSchema(
  database: Database,
  known: Migrations = migrations,
): Promise<void> {
  const target = describeTarget(database.target);
  const version = await databaseVersion(database.kysely, database.dialect);
  if (version === null) {
    await refuseForeign(database.kysely, database);
    throw new OperatorError(problem('database-missing', { target }));
  }
  refuseNewer(version, target, known);
  if (version !== latest(known)) throw new OperatorError(problem('database-older', { target }));
}

/** What another program keeps in a file of its own is nothing to put our tables beside. */
async function refuseForeign(db: Queryable, { dialect, target }: Database): Promise<void> {
  if (await dialect.holdsForeignTables(db))
    throw new OperatorError(problem('database-foreign', { target: describeTarget(target) }));
}

function refuseNewer(version: string | null, target: string, known: Migrations): void {
  if (version === null || Object.hasOwn(known, version)) return;
  throw new OperatorError(problem('database-newer', { target, database: version, program: latest(known) }));
}

function latest(known: Migrations): string {
  return Object.keys(known).at(-1) ?? '';
}
