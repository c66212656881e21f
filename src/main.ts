import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CommanderError, Command as Program } from 'commander';
import { type CommandLine, readCommandLine, repeatedOptions } from './command-line.ts';
import { makeContext } from './context.ts';
import { maskTarget } from './db/target.ts';
import { problem } from './domain/problem.ts';
import type { Environment } from './environment.ts';
import { ExitCode, OperatorError } from './errors.ts';
import { reportFailure } from './failure.ts';
import type { Catalogue } from './locales/catalogue.ts';
import { chooseLanguage } from './locales/language.ts';
import { loadCatalogue } from './locales/load-language.ts';
import type { Pasting } from './locales/text.ts';
import { shellLine } from './output/shell-quote.ts';
import { buildProgram, type Call } from './program.ts';
import { readSettings, surveySettings } from './settings.ts';
import { unknownCommand, usageProblem } from './usage.ts';
import { versionJson, versionText } from './version.ts';

export { processEnvironment } from './process-environment.ts';

/**
 * Runs one command line and says how it ended. Never throws, never exits: this is the only place that turns
 * every throw into words and a code.
 * @param argv the words after the program's name
 */
export async function main(argv: readonly string[], environment: Environment): Promise<ExitCode> {
  let catalogue: Catalogue | null = null;
  const line = readCommandLine(argv);
  let ran = false;
  try {
    // `--lang` decides the language of the help and of usage errors too.
    const flag = line.options.get('lang');
    const language = chooseLanguage({ flag: flag === true ? undefined : flag, env: environment.env });
    catalogue = { ...(await loadCatalogue(language)), pasting: pastingOf(line) };
    const code = await run(argv, line, environment, catalogue);
    ran = true;
    // A stream tells of a full disk only after the write.
    await nextTurn();
    const failure = environment.outputFailure();
    if (failure === null) return code;
    throw new OperatorError(problem('output-unwritable', { file: 'stdout', reason: failure.message }), {
      cause: failure,
      exitCode: ExitCode.fault,
    });
  } catch (error) {
    const reason = ran ? error : trueReason(error, environment.signal);
    return reportFailure(reason, argv, line, environment, catalogue ?? (await loadCatalogue('en')));
  }
}

/** An interruption surfaces as whatever it broke off; the signal knows the true reason, unless it came too late. */
function trueReason(error: unknown, signal: AbortSignal): unknown {
  const code = error instanceof OperatorError ? error.problems[0]?.code : undefined;
  // Nobody may say that nothing was written where that is not known.
  const tells = code === 'interrupted' || code === 'commit-unresolved';
  return signal.aborted && !tells ? signal.reason : error;
}

async function run(
  argv: readonly string[],
  line: CommandLine,
  environment: Environment,
  catalogue: Catalogue,
): Promise<ExitCode> {
  const calls: Call[] = [];
  const program = await buildProgram(line, environment, catalogue, versionText, call => calls.push(call));
  const topic = helpTopic(line);
  if (topic !== null) {
    findCommand(program, topic).outputHelp();
    return ExitCode.done;
  }
  if (asksVersion(line)) {
    environment.stdout.write(line.options.has('json') ? versionJson : `${versionText}\n`);
    return ExitCode.done;
  }
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (!isCommanderError(error)) throw error;
    if (error.exitCode === 0) return ExitCode.done;
    throw new OperatorError(usageProblem(error, program), { cause: error });
  }
  const call = calls[0];
  if (call === undefined) throw new OperatorError(problem('argument-missing', { name: 'COMMAND' }));
  return perform(call, argv, line, environment, catalogue);
}

async function perform(
  call: Call,
  argv: readonly string[],
  line: CommandLine,
  environment: Environment,
  catalogue: Catalogue,
): Promise<ExitCode> {
  const { options } = call;
  if (options.json === true && options.format !== undefined && options.format !== 'json')
    throw new OperatorError(
      problem('flags-conflict', { one: '--json', other: `--format ${options.format}` }),
    );
  const settings = await (call.command.diagnoses ? surveySettings : readSettings)(options, environment);
  const context = makeContext({
    environment,
    settings,
    catalogue,
    argv: argv.map(maskTarget),
    command: call.name,
    repeated: repeatedOptions(line),
    manner: {
      json: options.json === true || options.format === 'json',
      sarif: options.format === 'sarif',
      quiet: options.quiet === true,
      input: options['no-input'] !== true,
      color: options['no-color'] !== true,
    },
  });
  if (settings.warnings.length > 0 && !call.command.diagnoses) {
    const { formatProblems } = await import('./output/problem-text.ts');
    context.say(formatProblems(settings.warnings, catalogue, context.messageStyle, false));
  }
  return call.command.run(context, options, call.argument);
}

/** Commands inside sentences go on with the options of this command line. */
function pastingOf(line: CommandLine): Pasting {
  const completed = (whose: 'own' | 'others') => (command: string) => {
    const words = repeatedOptions(line, whose);
    return words.length === 0 ? command : `${command} ${shellLine(words)}`;
  };
  return { own: completed('own'), others: completed('others') };
}

/** `version`, `--version` and `-V` all ask the same (clig.md, 77). */
function asksVersion({ operands, options }: CommandLine): boolean {
  return operands[0] === 'version' || options.has('version') || options.has('V');
}

/** The command that the line asks to explain: '' for the program itself, null when it asks for no explanation. */
function helpTopic({ help, operands, options }: CommandLine): string | null {
  const [first, second] = operands;
  if (first === 'help') return second ?? '';
  if (help) return first ?? '';
  // `qabyl --lang ru` asks for nothing else; a script that wants JSON, or a mistyped option, is told what is missing.
  const idle = [...options].every(
    ([name, value]) => (name === 'lang' && value !== true) || name === 'no-color',
  );
  return first === undefined && idle ? '' : null;
}

/** @throws OperatorError command-unknown */
function findCommand(program: Program, name: string): Program {
  if (name === '' || name === 'help') return program;
  const found = program.commands.find(command => command.name() === name);
  if (found === undefined) throw new OperatorError(unknownCommand(name, program));
  return found;
}

function isCommanderError(error: unknown): error is CommanderError {
  return (
    error instanceof Error &&
    'exitCode' in error &&
    'code' in error &&
    String(error.code).startsWith('commander.')
  );
}
