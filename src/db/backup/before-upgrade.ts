import { problem } from '../../domain/problem.ts';
import { OperatorError } from '../../errors.ts';
import type { Database } from '../database.ts';
import type { Tx } from '../dialect.ts';
import { databaseVersion } from '../migrate.ts';
import { type Migrations, migrations } from '../migrations/migrations.ts';
import { copyDatabase, isIntact } from '../sqlite/copy-database.ts';
import { makeBackupFile } from './new-backup.ts';

/**
 * Keeps a database file as it is, beside it, where the migrations that follow would change it. Called by the writer
 * whose turn it is, before it writes: nothing can come between the copy and the upgrade.
 * @param copied where a copy of this run is already, which gives way to the new one
 * @param known every migration in order
 * @returns where the copy is; null where there is nothing to keep: a new database, one of this version, or a server
 * @throws OperatorError backup-exists, backup-unwritable, database-not-a-database: the upgrade must not go on then
 */
export async function backupBeforeUpgrade(
  tx: Tx,
  { target, dialect }: Database,
  { at, signal, copied = null }: { at: Date; signal: AbortSignal; copied?: string | null },
  known: Migrations = migrations,
): Promise<string | null> {
  if (target.kind !== 'sqlite') return null;
  const version = await databaseVersion(tx, dialect);
  if (version === null || !Object.hasOwn(known, version) || version === Object.keys(known).at(-1))
    return null;
  const stamp = at.toISOString().replace(/[-:]|\.\d+/g, '');
  const path = `${target.path}.${version}.${stamp}.backup`;
  await makeBackupFile(path, path, path === copied, async copy => {
    await copyDatabase(target.path, copy, signal);
    if (!isIntact(copy)) throw new OperatorError(problem('database-not-a-database', { target: target.path }));
  });
  return path;
}
