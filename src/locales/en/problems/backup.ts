import type { BackupProblems } from '../../../domain/backup-problems.ts';
import { operand } from '../../shell-word.ts';
import type { Texts } from '../../text.ts';

const damage = {
  'cut-off': 'its end is missing',
  altered: 'it is not what was written any more',
  miscounted: 'rows are missing, or there are too many',
  unusable: 'the database does not take its rows',
};

/** What can go wrong with a backup, and with bringing one back. */
export const backup: Texts<BackupProblems> = {
  'backup-exists': (a, run) => ({
    message: `The file “${a.file}” is there already.`,
    fix: `Choose another name, or replace it: ${run.own('qabyl backup --yes')} ${operand(a.file)}`,
  }),
  'backup-unwritable': a => ({
    message: `The backup “${a.file}” could not be written: ${a.reason}.`,
    fix: 'Choose a folder that you may write to, on a disk with room for it. No half-made file was left behind.',
  }),
  'backup-on-terminal': (_, run) => ({
    message: 'A backup is not for a terminal: “-” writes it to the standard output.',
    fix: `Send it to a file or to another program: ${run.own('qabyl backup -')} > qabyl.backup`,
  }),
  'backup-broken-off': (a, run) => ({
    message: `The standard output took only a part of the backup (${a.reason}): what has arrived is not whole.`,
    fix: `Throw that part away and write the backup where there is room: ${run.own('qabyl backup FILE')}`,
  }),
  'backup-partial': a => ({
    message: `Your login is not shown all of “${a.target}”: a backup of what it sees would lack the rest.`,
    fix: 'Run the command with the login that owns the database: name it in --db postgres://LOGIN@HOST/NAME.',
  }),
  'backup-damaged': a => ({
    message: `The backup “${a.file}” is damaged: ${damage[a.reason]}${a.line === null ? '' : ` (line ${a.line})`}. Nothing was written.`,
    fix: 'Copy it again from where it is kept, or take another backup.',
  }),
  'backup-foreign': (a, run) => ({
    message: `“${a.file}” is no backup of qabyl.`,
    fix: `Name a file that ${run.own('qabyl backup FILE')} has made. Tables of employees or streets are imported: qabyl help import-staff`,
  }),
  'backup-newer': a => ({
    message: `The backup “${a.file}” (schema ${a.backup}) is newer than the program (schema ${a.program}).`,
    fix: 'Install a newer qabyl.',
  }),
  'backup-older': (a, run) => ({
    message: `The backup “${a.file}” (schema ${a.backup}) is older than the program (schema ${a.program}).`,
    fix: `Restore it with qabyl ${a.made}, then upgrade the database with this program: ${run.others('qabyl init')}`,
  }),
  'backup-needs-name': (_, run) => ({
    message: 'A backup that is a database file cannot be read from the standard input.',
    fix: `Name the file: ${run.own('qabyl restore FILE')}`,
  }),
  'backup-history-broken': a => ({
    message: `In the backup “${a.file}” the data and their history do not agree (${a.breaks} ${a.breaks === 1 ? 'break' : 'breaks'}): they were altered past the program. Nothing was written.`,
    fix: 'Take a backup made before that. The first break is named below.',
  }),
  'restore-target-used': a => ({
    message: `“${a.target}” is not empty, and a backup is only restored into an empty database.`,
    fix: 'Name a file that does not exist yet, or an empty database, with --db; this one was left as it is.',
  }),
};
