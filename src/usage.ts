import type { Command, CommanderError } from 'commander';
import { nearest } from './domain/nearest.ts';
import { type Problem, problem } from './domain/problem.ts';

/** Commander's usage errors as problems, so that they are told in the person's language and as JSON. */
export function usageProblem(error: CommanderError, program: Command): Problem {
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  switch (error.code) {
    case 'commander.unknownCommand':
      return unknownCommand(quoted, program);
    case 'commander.help':
      return problem('argument-missing', { name: 'COMMAND' });
    case 'commander.unknownOption':
      return problem('option-unknown', { name: quoted, nearest: nearestOptions(quoted, error.message) });
    case 'commander.optionMissingArgument':
      return problem('option-argument-missing', { name: quoted });
    case 'commander.missingArgument':
      return problem('argument-missing', { name: quoted });
    case 'commander.excessArguments':
      return problem('arguments-too-many', { command: quoted });
    default:
      return problem('flag-invalid', { flag: quoted, value: error.message, allowed: '' });
  }
}

/** What is said of a command that does not exist: the ones that may have been meant. */
export function unknownCommand(name: string, program: Command): Problem {
  const known = program.commands.map(command => command.name());
  return problem('command-unknown', { name, nearest: nearest(name, known, 3) });
}

/** Commander has already looked among the options of the right command: `(Did you mean --x?)`, `(Did you mean one of --x, --y?)`. */
function nearestOptions(name: string, message: string): string[] {
  return [...message.matchAll(/--[a-z-]+/g)].map(match => match[0]).filter(found => found !== name);
}
