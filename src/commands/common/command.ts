import type { Context } from '../../context.ts';
import type { ExitCode } from '../../errors.ts';
import type { ArgumentName, OptionName } from '../../locales/help-words.ts';
import type { OptionValues } from './options.ts';

/** One subcommand: what it takes, and what it does. Words for people are in the catalogue, under its name. */
export interface Command<O extends OptionName = OptionName> {
  /** its one kind of positional argument; asked for or refused by the command itself when absent */
  readonly argument?: ArgumentName;
  readonly options: readonly O[];
  /** shown first in its help, ready to paste */
  readonly examples: readonly string[];
  /** it looks at what is wrong: a configuration file that cannot be used does not keep it from running */
  readonly diagnoses?: true;
  run(context: Context, options: Pick<OptionValues, O>, argument: string | undefined): Promise<ExitCode>;
}

/** Ties the options a command names to those it may read. */
export function defineCommand<O extends OptionName>(command: Command<O>): Command<O> {
  return command;
}
