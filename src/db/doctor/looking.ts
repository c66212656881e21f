import type { Dialect, Queryable } from '../dialect.ts';
import type { Login } from '../login.ts';
import type { Target } from '../target.ts';

/** A database that is only looked at: whatever its schema is, and whoever the session is. */
export interface Looking {
  readonly target: Target;
  readonly dialect: Dialect;
  /** Reads inside one snapshot. One that fails leaves the next ones alone. */
  read<T>(work: (db: Queryable) => Promise<T>): Promise<T>;
  /** Ends what is under way, and all that comes after it. */
  breakOff(reason: unknown): void;
  close(): Promise<void>;
}

/**
 * Opens a database to look at it. Nothing is written, and no file is made beside a database file where that can be
 * avoided.
 * @param program shown to others who are at work there
 * @throws OperatorError database-missing, database-not-a-database, or what is wrong with the address of a server
 */
export async function openForLooking(target: Target, program: string, login: Login): Promise<Looking> {
  if (target.kind === 'sqlite') {
    const { lookAtFile } = await import('../sqlite/look-at-file.ts');
    return lookAtFile(target.path);
  }
  const { openPostgres } = await import('../postgres/open-postgres.ts');
  return openPostgres(target.url, program, login);
}
