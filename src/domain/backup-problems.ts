/** What can go wrong with a backup, and with bringing one back: code → arguments. */
export interface BackupProblems {
  /** FILE is there already */
  'backup-exists': { file: string };
  /** the disk is full, the folder may not be written to, and the like */
  'backup-unwritable': { file: string; reason: string };
  /** the portable form on a terminal */
  'backup-on-terminal': Record<never, never>;
  /** standard output took a part of it and no more */
  'backup-broken-off': { reason: string };
  /** this login is not shown all rows */
  'backup-partial': { target: string };
  /** `line` is where a text breaks off or goes wrong; null in a file without lines */
  'backup-damaged': { file: string; line: number | null; reason: BackupDamage };
  'backup-foreign': { file: string };
  'backup-newer': { file: string; backup: string; program: string };
  /** `made` is the version of the program that made it */
  'backup-older': { file: string; backup: string; program: string; made: string };
  /** a database file through standard input */
  'backup-needs-name': Record<never, never>;
  /** the data and their history do not agree: breaks that `verify-history` would find */
  'backup-history-broken': { file: string; breaks: number };
  'restore-target-used': { target: string };
}

/** How a backup is damaged. */
export type BackupDamage =
  /** its end is missing */
  | 'cut-off'
  /** bytes are not what was written */
  | 'altered'
  /** rows are missing or too many */
  | 'miscounted'
  /** a value is none that the table takes */
  | 'unusable';
