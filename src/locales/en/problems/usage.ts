import type { OperationProblems } from '../../../domain/operation-problems.ts';
import type { Texts } from '../../text.ts';
import { nearestOr } from '../nearest.ts';

/** Options that a variable can stand for. */
const variables: Readonly<Record<string, string>> = { '--as': 'QABYL_AS', '--year': 'QABYL_YEAR' };

/** Usage and settings. */
export const usage = {
  'flag-missing': ({ flag }) => ({
    message: `${flag} is missing.`,
    fix: variables[flag]
      ? `Add ${flag} or set ${variables[flag]}, or run the command in a terminal to be asked.`
      : `Add ${flag}, or run the command in a terminal to be asked.`,
  }),
  'flag-invalid': a =>
    a.flag === ''
      ? { message: `The command line cannot be read: ${a.value}.`, fix: 'See qabyl help.' }
      : {
          message:
            a.value.trim() === ''
              ? `${a.flag} was given an empty value.`
              : `“${a.value}” is not a value of ${a.flag}.`,
          fix:
            a.allowed !== ''
              ? `Write for example: ${a.allowed}.`
              : a.value.trim() === ''
                ? `Write a value or leave out ${a.flag}.`
                : 'See qabyl help.',
        },
  'flags-conflict': a => ({
    message: `${a.one} and ${a.other} cannot stand together.`,
    fix: `Leave out ${a.one} or ${a.other}.`,
  }),
  'flag-needs': a => ({
    message: `${a.flag} means nothing without ${a.needs}.`,
    fix: `Add ${a.needs} or leave out ${a.flag}.`,
  }),
  'answers-are-csv': (a, run) => ({
    message:
      'The answers to a table are CSV and take standard output; --json tells how many there are of each kind.',
    fix: `Write the answers to a file: ${run.own(a.command)}`,
  }),
  'command-unknown': a => ({
    message: `There is no command “${a.name}”.`,
    fix: nearestOr(a.nearest, 'qabyl help lists all commands.'),
  }),
  'option-unknown': a => ({
    message: `The command has no option “${a.name}”.`,
    fix: nearestOr(a.nearest, 'Add --help to the command to see its options.'),
  }),
  'option-argument-missing': a => ({
    message: `The option ${a.name} has no value.`,
    fix: 'Write the value after the option.',
  }),
  'argument-missing': a => ({
    message: `${a.name} is missing.`,
    fix: `Add ${a.name} to the command; --help shows where it stands.`,
  }),
  'stdin-is-keyboard': () => ({
    message: '“-” stands for standard input, but that is the keyboard here: nothing is piped in.',
    fix: 'Name a file instead of “-”, or add < FILE to the command.',
  }),
  'arguments-too-many': a => ({
    message:
      a.command === '' ? 'The command line has too many words.' : `${a.command} was given too many words.`,
    fix: 'Put a value with blanks in quotes.',
  }),
  'config-unreadable': a => ({
    message: `The configuration file “${a.file}” cannot be read: ${a.reason}.`,
    fix: 'Mend the file, or move it away to work without it.',
  }),
  'output-in-use': a => ({
    message: `“${a.file}” is a database or is read by this same command: it is not overwritten.`,
    fix: 'Name another file to write to.',
  }),
  'password-in-flag': a => ({
    message: `The password of ${a.target} stands in the command line, where others on this machine can see it: the command was not run.`,
    fix: 'Leave it out there, and change it if somebody may have seen it. Write it into ~/.pgpass or the file that PGPASSFILE names (chmod 600 ~/.pgpass), or the whole address into a profile of the configuration file (chmod 600) or the variable QABYL_DB, or run the command in a terminal to be asked.',
  }),
  'config-open-to-others': a => ({
    message: `The configuration file “${a.file}” holds a password and others may read it.`,
    fix: `Close it to others: chmod 600 "${a.file}"`,
  }),
  'profile-unknown': a => ({
    message: `The configuration has no profile “${a.name}”.`,
    fix: a.known.length === 0 ? 'Leave out --profile.' : `Its profiles are: ${a.known.join(', ')}.`,
  }),
  'target-malformed': a => ({
    message: `“${a.value}” does not name a database.`,
    fix: 'Write --db FILE, --db sqlite:FILE or --db postgres://USER@HOST/NAME.',
  }),
  'language-unknown': a => ({
    message: `The program does not speak the language “${a.value}”.`,
    fix: 'Write --lang kk, --lang ru or --lang en.',
  }),
  'output-unwritable': a => ({
    message: `The file “${a.file}” cannot be written (${a.reason}).`,
    fix: 'Check that the folder exists and that you may write there.',
  }),
} satisfies Partial<Texts<OperationProblems>>;
