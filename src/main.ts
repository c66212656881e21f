import type { CommanderError } from 'commander';
import { makeContext } from './context.ts';
import { problem } from './domain/problem.ts';
import type { Environment } from './environment.ts';
import { ExitCode, OperatorError } from './errors.ts';
import { reportFailure } from './failure.ts';
import { type Catalogue, loadCatalogue } from './locales/catalogue.ts';
import { chooseLanguage } from './locales/language.ts';
import { buildProgram, type Call } from './program.ts';
import { readSettings } from './settings.ts';
import { usageProblem } from './usage.ts';
import { versionText } from './version.ts';

export { processEnvironment } from './process-environment.ts';

/**
 * Runs one command line and says how it ended. Never throws, never exits: this is the only place that turns
 * every throw into words and a code.
 * @param argv the words after the program's name
 */
export async function main(argv: readonly string[], environment: Environment): Promise<ExitCode> {
  let catalogue: Catalogue | null = null;
  try {
    catalogue = await loadCatalogue(chooseLanguage({ flag: languageFlag(argv), env: environment.env }));
    const words = argv.length === 1 && argv[0] === 'version' ? ['--version'] : [...argv];
    return await run(words, environment, catalogue);
  } catch (error) {
    // An interruption surfaces as whatever it broke off; the signal knows the true reason.
    const reason: unknown = environment.signal.aborted ? environment.signal.reason : error;
    return reportFailure(reason, argv, environment, catalogue ?? (await loadCatalogue('en')));
  }
}

async function run(
  argv: readonly string[],
  environment: Environment,
  catalogue: Catalogue,
): Promise<ExitCode> {
  const calls: Call[] = [];
  const program = await buildProgram(argv, environment, catalogue, versionText, call => calls.push(call));
  if (argv.length === 0) {
    program.outputHelp();
    return ExitCode.done;
  }
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (!isCommanderError(error)) throw error;
    if (error.exitCode === 0) return ExitCode.done;
    if (error.code === 'commander.help') return ExitCode.usage;
    throw new OperatorError(usageProblem(error, program), { cause: error });
  }
  const call = calls[0];
  if (call === undefined)
    throw new OperatorError(problem('command-unknown', { name: argv.join(' '), nearest: [] }));
  return perform(call, argv, environment, catalogue);
}

async function perform(
  call: Call,
  argv: readonly string[],
  environment: Environment,
  catalogue: Catalogue,
): Promise<ExitCode> {
  const { options } = call;
  const settings = await readSettings(options, environment);
  const context = makeContext({
    environment,
    settings,
    catalogue,
    argv,
    command: call.name,
    repeated: repeatable(call.name).flatMap(name => {
      const value = options[name];
      return value === undefined ? [] : [`--${name}`, value];
    }),
    manner: {
      json: options.json === true,
      quiet: options.quiet === true,
      input: options['no-input'] !== true,
      color: options['no-color'] !== true,
      debug: options.debug === true,
    },
  });
  if (settings.warnings.length > 0) {
    const { formatProblems } = await import('./output/problem-text.ts');
    context.say(formatProblems(settings.warnings, catalogue, context.messageStyle, false));
  }
  return call.command.run(context, options, call.argument);
}

/** The options that a suggested command must repeat; for `init` the year is what it makes, not where it looks. */
function repeatable(name: string): readonly ('db' | 'profile' | 'year')[] {
  return name === 'init' ? ['db', 'profile'] : ['db', 'profile', 'year'];
}

/** `--lang` decides the language of the help and of usage errors too, so it is read before commander reads the line. */
function languageFlag(argv: readonly string[]): string | undefined {
  const at = argv.findIndex(word => word === '--lang' || word.startsWith('--lang='));
  const word = argv[at];
  return word?.startsWith('--lang=')
    ? word.slice('--lang='.length)
    : word === undefined
      ? undefined
      : argv[at + 1];
}

function isCommanderError(error: unknown): error is CommanderError {
  return (
    error instanceof Error &&
    'exitCode' in error &&
    'code' in error &&
    String(error.code).startsWith('commander.')
  );
}
