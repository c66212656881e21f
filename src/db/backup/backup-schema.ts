import { problem } from '../../domain/problem.ts';
import { OperatorError } from '../../errors.ts';
import { type Migrations, migrations } from '../migrations/migrations.ts';
import type { BackupHeader } from './backup.ts';

/**
 * Only a backup of this program's own schema is brought back. An older one is restored by the program that made it and
 * then upgraded by `init`, as its database would have been: digests of the history are of rows as they were.
 * @param isKnownForm whether this program knows the form of the file itself
 * @param known every migration in order
 * @throws OperatorError backup-newer, backup-older
 */
export function requireKnownSchema(
  file: string,
  header: BackupHeader,
  isKnownForm = true,
  known: Migrations = migrations,
): void {
  const { databaseSchema: backup, program: made } = header;
  const program = Object.keys(known).at(-1) ?? '';
  if (isKnownForm && backup === program) return;
  if (isKnownForm && Object.hasOwn(known, backup))
    throw new OperatorError(problem('backup-older', { file, backup, program, made }));
  throw new OperatorError(problem('backup-newer', { file, backup, program }));
}
