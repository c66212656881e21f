import type { HelpWords } from '../help-words.ts';
import { commands } from './help-commands.ts';
import { options } from './help-options.ts';

export const help: HelpWords = {
  program: `Makes an education department and its schools ready to admit children to grade 1, in nine steps.
If you are new here, begin with qabyl init, then let qabyl check-readiness tell you what is missing.`,
  headings: {
    usage: 'Usage',
    arguments: 'Arguments',
    options: 'Options',
    globalOptions: 'Options of every command',
    examples: 'Examples',
    exitCodes: 'Exit codes',
    commands: 'Commands',
  },
  groups: {
    begin: 'To begin, and people (steps 1, 2, 5, 6)',
    department: 'Department (steps 3, 4)',
    school: 'School (steps 7, 8, 9)',
    check: 'To check',
    look: 'To look up',
    keep: 'Keeping',
  },
  commands,
  options,
  arguments: {
    file: 'a CSV file or an Excel workbook (.xlsx); - is the standard input',
    'houses-text': 'the house list, in quotes',
    address: 'the address as it is written, in quotes',
    kind: 'orgs, staff, roles, streets, bindings, settings, appointments, years, overlaps or gaps',
    change: 'the number of the change',
    backup: 'the file of the backup; - is the standard output of backup, and the standard input of restore',
  },
  exitCodes: {
    0: 'done, or nothing to do',
    1: 'a fault of the program',
    2: 'wrong usage or settings',
    3: 'input rejected, nothing written',
    4: 'not permitted',
    5: 'needs approval, nothing written',
    6: 'rows were left out (--skip-invalid only)',
    7: 'the database is locked or cannot be reached; try again',
    8: 'not ready, or an address without exactly one school',
    130: 'interrupted',
  },
  helpOption: 'show this help',
  versionOption: 'show the versions of the program and of the database schema',
  helpCommand: 'explain a command',
  more: 'qabyl help COMMAND explains a command with examples. The README of the package tells the whole way and where to report a fault.',
};
