import type { BackupProblems } from '../../../src/domain/backup-problems.ts';
import type { Samples } from './samples.ts';

const file = 'аудан.backup.gz';

export const backupSamples: Samples<BackupProblems> = {
  'backup-exists': [{ file }],
  'backup-unwritable': [{ file, reason: 'ENOSPC' }],
  'backup-broken-off': [{ reason: 'ENOSPC' }],
  'backup-on-terminal': [{}],
  'backup-partial': [{ target: 'postgres://aigul@db.example.kz/qabyl' }],
  'backup-damaged': [
    { file, line: 12, reason: 'cut-off' },
    { file, line: 12, reason: 'altered' },
    { file, line: 12, reason: 'miscounted' },
    { file, line: null, reason: 'unusable' },
  ],
  'backup-foreign': [{ file }],
  'backup-newer': [{ file, backup: '0002-second', program: '0001-first' }],
  'backup-older': [{ file, backup: '0001-first', program: '0002-second', made: '0.1.0' }],
  'backup-needs-name': [{}],
  'backup-history-broken': [
    { file, breaks: 1 },
    { file, breaks: 7 },
  ],
  'restore-target-used': [{ target: '/var/qabyl.db' }],
};
