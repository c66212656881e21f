import type { Database } from './database.ts';
import { type OpenOptions, openDatabase } from './open-database.ts';
import type { Target } from './target.ts';

/**
 * Opens a database, works with it, and always closes it. An interruption breaks off whatever the database is busy with.
 * @param options as for openDatabase; `signal` is the interruption
 * @throws OperatorError when the target cannot be opened or used
 */
export async function usingDatabase<T>(
  target: Target,
  options: OpenOptions & { readonly signal: AbortSignal },
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const { signal } = options;
  const database = await openDatabase(target, options);
  const breakOff = () => database.breakOff(signal.reason);
  signal.addEventListener('abort', breakOff);
  try {
    signal.throwIfAborted();
    return await work(database);
  } catch (error) {
    throw database.dialect.explain(error) ?? error;
  } finally {
    await database.close();
    signal.removeEventListener('abort', breakOff);
  }
}
