import { version } from '../version.ts';

/** Who makes a backup, and when, as it says of itself. */
export function backupMaker(at: Date): { readonly program: string; readonly at: Date } {
  return { program: version, at };
}
