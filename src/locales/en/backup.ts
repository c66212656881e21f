import type { BackupWords } from '../backup-words.ts';
import { enForm, grouped } from '../plural.ts';

const rows = (n: number) => `${grouped(n, ',')} ${enForm(n, 'row', 'rows')}`;

export const backup: BackupWords = {
  made: ({ file, bytes, rows: n, change }) =>
    `Backup ${file}: ${grouped(bytes, ',')} ${enForm(bytes, 'byte', 'bytes')}, ${rows(n)}, up to change ${change}.`,
  restored: ({ file, target, rows: n, change }) =>
    `${target} has all that was in ${file}: ${rows(n)}, up to change ${change}; the history is whole, and the data agree with it.`,
  beforeUpgrade: file => `A copy of the database as it was before the upgrade: ${file}`,
};
