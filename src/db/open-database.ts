import { homedir } from 'node:os';
import type { Database } from './database.ts';
import type { Login } from './login.ts';
import type { Target } from './target.ts';

/** How a database is opened. */
export interface OpenOptions {
  /** make a database file that is absent */
  readonly create: boolean;
  /** the command at work, shown to other writers */
  readonly program: string;
  /** how a server is logged in to; by default as this process would, and nobody is asked */
  readonly login?: Login;
  /** whether something of what was read has been handed on: it is not read, and told, a second time then */
  readonly told?: () => boolean;
}

/**
 * Opens the database behind a target; loads only the driver that is needed.
 * @throws OperatorError when the target cannot be opened
 */
export async function openDatabase(target: Target, options: OpenOptions): Promise<Database> {
  if (target.kind === 'sqlite') {
    const { openSqlite } = await import('./sqlite/open-sqlite.ts');
    return openSqlite(target.path, options.create);
  }
  const { openPostgres } = await import('./postgres/open-postgres.ts');
  return openPostgres(target.url, options.program, options.login ?? ownLogin(), options.told);
}

function ownLogin(): Login {
  return { env: process.env, home: homedir(), platform: process.platform, askPassword: null };
}
