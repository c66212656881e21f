import { problem } from '../../domain/problem.ts';
import { OperatorError } from '../../errors.ts';
import { migrations, schemaVersion } from '../migrations/migrations.ts';
import type { BackupHeader } from './backup.ts';

/**
 * Only a backup of this program's own schema is brought back. An older one is restored by the program that made it and
 * then upgraded by `init`, as its database would have been: digests of the history are of rows as they were.
 * @param form whether this program knows the form of the file itself
 * @throws OperatorError backup-newer, backup-older
 */
export function requireKnownSchema(file: string, header: BackupHeader, form = true): void {
  const { databaseSchema: backup, program: made } = header;
  if (form && backup === schemaVersion) return;
  if (form && Object.hasOwn(migrations, backup))
    throw new OperatorError(problem('backup-older', { file, backup, program: schemaVersion, made }));
  throw new OperatorError(problem('backup-newer', { file, backup, program: schemaVersion }));
}
