import type { Kysely } from 'kysely';
import { problem } from '../../domain/problem.ts';
import { OperatorError } from '../../errors.ts';
import type { Database } from '../database.ts';
import type { Queryable } from '../dialect.ts';
import { postgresCode } from '../postgres/postgres-dialect.ts';
import { describeTarget } from '../target.ts';

/**
 * Reads all of a database inside one snapshot, or nothing: with row security off, PostgreSQL refuses a login that is
 * not shown every row, where it would leave rows out otherwise
 * (https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-ROW-SECURITY).
 * @throws OperatorError backup-partial
 */
export function wholeSnapshot<T>(database: Database, work: (db: Queryable) => Promise<T>): Promise<T> {
  const { dialect } = database;
  return database.read(async db => {
    try {
      if (dialect.name === 'postgres')
        await dialect.run(db as Kysely<unknown>, 'set local row_security = off');
      return await work(db);
    } catch (error) {
      if (postgresCode(error) !== '42501') throw error;
      const target = describeTarget(database.target);
      throw new OperatorError(problem('backup-partial', { target }), { cause: error });
    }
  });
}
