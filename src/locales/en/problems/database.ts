import type { OperationProblems } from '../../../domain/operation-problems.ts';
import type { Texts } from '../../text.ts';

/** The database, and the program itself. */
export const database = {
  'database-missing': (a, run) => ({
    message: `There is no qabyl database in “${a.target}”.`,
    fix: `Create it with ${run.others('qabyl init')}, or name another one with --db.`,
  }),
  'database-not-a-database': a => ({
    message: `“${a.target}” is not a database.`,
    fix: 'Name another file with --db; this one was left as it is.',
  }),
  'database-foreign': a => ({
    message: `The database “${a.target}” belongs to another program: it has tables, but not those of qabyl.`,
    fix: 'Name another file with --db; this one was left as it is.',
  }),
  'database-newer': a => ({
    message: `The database “${a.target}” (schema ${a.database}) is newer than the program (schema ${a.program}).`,
    fix: 'Install a newer qabyl.',
  }),
  'database-older': (a, run) => ({
    message: `The database “${a.target}” is older than the program.`,
    fix: `Upgrade it with ${run.others('qabyl init')}. Of a file a copy is kept beside it; of a server, make a backup with the older program first.`,
  }),
  'database-unreachable': a => ({
    message: `The database “${a.target}” cannot be reached: ${a.reason}.`,
    fix: 'Check the address, the password and the network, then run the command again.',
  }),
  'connection-lost': a => ({
    message: `The connection to the database “${a.target}” was lost (${a.reason}); nothing was written.`,
    fix: 'Check the server and the network, then run the command again.',
  }),
  'commit-unresolved': (a, run) => ({
    message: `The connection to the database “${a.target}” was lost while change ${a.change} was being saved (${a.reason}), and the server does not answer, so whether it was saved cannot be told yet.`,
    fix: `Before you run the command again, look once the server answers: ${run.own(`qabyl show ${a.change}`)} shows your command if it was saved; a change that is unknown or somebody else's means that nothing was written.`,
  }),
  'database-damaged': (a, run) => ({
    message: `The database file “${a.target}” is damaged; nothing was written.`,
    fix: `Move this file aside and bring the last backup back in its place: ${run.others('qabyl restore BACKUP')}`,
  }),
  'database-full': a => ({
    message: `There is no room left where the database “${a.target}” is kept; nothing was written.`,
    fix: 'Free some space on that disk (df -h shows it), then run the command again.',
  }),
  'database-read-only': a => ({
    message: `The database “${a.target}” can only be read.`,
    fix: 'Ask for the right to write, or name another database with --db.',
  }),
  'database-locked': a => ({
    message:
      a.holder === null
        ? `Another program is writing to the database “${a.target}”.`
        : `${a.holder} is writing to the database “${a.target}”${a.command === null ? '' : ` (${a.command})`}${a.since === null ? '' : ` since ${a.since}`}.`,
    fix: 'Try again later, or wait longer with --wait 60s.',
  }),
  'database-encoding': a => ({
    message: `The file “${a.target}” keeps its texts in ${a.encoding}; qabyl keeps them in UTF-8.`,
    fix: 'Name another file with --db, or one that does not exist yet, and run qabyl init.',
  }),
  'database-refused': a => ({
    message: `The database “${a.target}” refused: ${a.reason}.`,
    fix: 'Check your rights to it and the free space of its disk.',
  }),
  interrupted: (a, run) => ({
    message: a.written ? 'Interrupted after the change was written.' : 'Interrupted: nothing was written.',
    fix: a.written ? `See what was written: ${run.own('qabyl history')}` : null,
  }),
  fault: a => ({
    message: `This is a fault of the program: ${a.reason}.`,
    fix:
      a.details === null
        ? 'Report it with the command you ran; the details could not be written to a file.'
        : `Report it with this file: ${a.details}`,
  }),
} satisfies Partial<Texts<OperationProblems>>;
