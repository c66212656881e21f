import { homedir } from 'node:os';
import type { Database } from './database.ts';
import type { Login } from './login.ts';
import type { Target } from './target.ts';

/**
 * Opens the database behind a target; loads only the driver that is needed.
 * @param options.create make a database file that is absent
 * @param options.program the command at work, shown to other writers
 * @param options.login how a server is logged in to; by default as this process would, and nobody is asked
 * @throws OperatorError when the target cannot be opened
 */
export async function openDatabase(
  target: Target,
  options: { create: boolean; program: string; login?: Login },
): Promise<Database> {
  if (target.kind === 'sqlite') {
    const { openSqlite } = await import('./sqlite/open-sqlite.ts');
    return openSqlite(target.path, options.create);
  }
  const { openPostgres } = await import('./postgres/open-postgres.ts');
  return openPostgres(target.url, options.program, options.login ?? ownLogin());
}

function ownLogin(): Login {
  return { env: process.env, home: homedir(), platform: process.platform, askPassword: null };
}
