import { Command as Commander, Help, Option } from 'commander';
import type { Command } from './commands/common/command.ts';
import { GLOBAL_OPTIONS, type OptionValues, optionTable } from './commands/common/options.ts';
import { registry } from './commands/registry.ts';
import type { Environment } from './environment.ts';
import type { Catalogue } from './locales/catalogue.ts';
import { COMMANDS, type CommandName, type OptionName } from './locales/help-words.ts';
import { makeStyle, mayColour } from './output/style.ts';

/** What the command line asks for. */
export interface Call {
  readonly name: CommandName;
  readonly command: Command;
  readonly options: OptionValues;
  readonly argument: string | undefined;
}

/**
 * Builds commander's picture of the command line in one language. Only the commands that the line names are loaded;
 * the others stand there with their summary.
 * @param called receives what is to be run
 */
export async function buildProgram(
  argv: readonly string[],
  environment: Environment,
  catalogue: Catalogue,
  version: string,
  called: (call: Call) => void,
): Promise<Commander> {
  const { help } = catalogue;
  const program = new Commander('qabyl');
  configure(program, argv, environment, catalogue);
  program
    .description(help.program)
    .version(version, '-V, --version', help.versionOption)
    .helpOption('-h, --help', help.helpOption)
    .helpCommand('help [command]', help.helpCommand)
    .addHelpText('after', `\n${exitCodes(catalogue)}\n${help.more}`);
  for (const name of GLOBAL_OPTIONS) program.addOption(makeOption(name, catalogue));
  for (const name of COMMANDS) {
    const words = help.commands[name];
    const entry = registry[name];
    const sub = program
      .command(name)
      .summary(words.summary)
      .description(words.summary)
      .helpGroup(`${help.groups[entry.group]}:`);
    sub.helpOption('-h, --help', help.helpOption);
    if (argv.includes(name)) fill(sub, name, await entry.load(), catalogue, called);
  }
  return program;
}

function configure(
  program: Commander,
  argv: readonly string[],
  environment: Environment,
  catalogue: Catalogue,
): void {
  const { stdout, stderr, env } = environment;
  const refused = argv.includes('--no-color');
  const style = makeStyle(mayColour({ isTTY: stdout.isTTY === true, env, refused }));
  const { headings } = catalogue.help;
  const titles: Record<string, string> = {
    'Usage:': `${headings.usage}:`,
    'Arguments:': `${headings.arguments}:`,
    'Options:': `${headings.options}:`,
    'Global Options:': `${headings.globalOptions}:`,
    'Commands:': `${headings.commands}:`,
  };
  program
    .exitOverride()
    .showSuggestionAfterError(true)
    .configureOutput({
      writeOut: text => void stdout.write(text),
      writeErr: text => void stderr.write(text),
      // main reports errors in the person's language
      outputError: () => undefined,
      getOutHelpWidth: () => helpWidth(stdout.columns, env.COLUMNS),
      getErrHelpWidth: () => helpWidth(stderr.columns, env.COLUMNS),
      getOutHasColors: () => true,
      getErrHasColors: () => true,
    })
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: title => style.strong(titles[title] ?? title),
      optionDescription: option => new Help().optionDescription(option).replace(/ \(default: [^)]*\)$/, ''),
    });
}

const NARROWEST = 40;
const WIDEST = 110;

function helpWidth(columns: number | undefined, wanted: string | undefined): number {
  const width = columns ?? Number(wanted);
  return Number.isFinite(width) && width > 0 ? Math.min(WIDEST, Math.max(NARROWEST, width)) : 80;
}

function fill(
  sub: Commander,
  name: CommandName,
  command: Command,
  catalogue: Catalogue,
  called: (call: Call) => void,
): void {
  const { help } = catalogue;
  const words = help.commands[name];
  sub.description(`${words.summary}\n\n${words.details}`);
  // Examples lead: most people come to a help page for them.
  sub.addHelpText(
    'before',
    `${help.headings.examples}:\n${command.examples.map(line => `  ${line}\n`).join('')}`,
  );
  if (command.argument)
    sub.argument(`[${ARGUMENT_NAMES[command.argument]}]`, help.arguments[command.argument]);
  for (const option of command.options) sub.addOption(makeOption(option, catalogue));
  sub.action(() => {
    called({ name, command, options: readOptions(sub), argument: sub.args[0] });
  });
}

const ARGUMENT_NAMES = { file: 'FILE', 'houses-text': 'TEXT', kind: 'KIND', change: 'N' } as const;

function makeOption(name: OptionName, catalogue: Catalogue): Option {
  const shape = optionTable[name];
  const option = new Option(shape.flags, catalogue.help.options[name]);
  if ('read' in shape) {
    const read = shape.read as (value: string, previous: unknown) => unknown;
    option.argParser((value: string, previous: unknown) => read(value, previous));
  }
  return option;
}

/** Commander keeps camelCase attributes, and `--no-x` as `x: false`; the table's own names are kept instead. */
function readOptions(sub: Commander): OptionValues {
  const values: Record<string, unknown> = {};
  const given: Record<string, unknown> = sub.optsWithGlobals();
  for (const name of Object.keys(optionTable)) {
    if (name.startsWith('no-')) {
      if (given[camelCase(name.slice(3))] === false) values[name] = true;
    } else if (given[camelCase(name)] !== undefined) values[name] = given[camelCase(name)];
  }
  return values as OptionValues;
}

function camelCase(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

function exitCodes({ help }: Catalogue): string {
  const lines = Object.entries(help.exitCodes)
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([code, meaning]) => `  ${code.padEnd(4)}${meaning}\n`);
  return `${help.headings.exitCodes}:\n${lines.join('')}`;
}
