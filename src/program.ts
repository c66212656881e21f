import { Command as Commander, Help, Option } from 'commander';
import type { CommandLine } from './command-line.ts';
import type { Command } from './commands/common/command.ts';
import { GLOBAL_OPTIONS, type OptionValues, optionShape, optionTable } from './commands/common/options.ts';
import { registry } from './commands/registry.ts';
import { ARGUMENT_NAMES } from './context.ts';
import type { Environment } from './environment.ts';
import type { Catalogue } from './locales/catalogue.ts';
import { COMMANDS, type CommandName, type OptionName } from './locales/help-words.ts';
import { makeStyle, mayColour, type Style } from './output/style.ts';

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
  line: CommandLine,
  environment: Environment,
  catalogue: Catalogue,
  version: string,
  called: (call: Call) => void,
): Promise<Commander> {
  const { help } = catalogue;
  const program = new Commander('qabyl');
  configure(program, line, environment, catalogue);
  program
    .description(help.program)
    .version(version, '-V, --version', help.versionOption)
    .helpOption('-h, --help', help.helpOption)
    .usage(`COMMAND [${help.headings.options.toLowerCase()}]`)
    .helpCommand('help [COMMAND]', help.helpCommand)
    .addHelpText('before', examples(ROOT_EXAMPLES, catalogue));
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
    // `help NAME` names it second.
    if (line.operands.slice(0, 2).includes(name)) fill(sub, name, await entry.load(), catalogue, called);
  }
  // main answers it itself; here it stands for the list and for its help.
  program.command('version').summary(help.versionOption).description(help.versionOption);
  return program;
}

/** The three commonest command lines, for whoever opens the first page. */
const ROOT_EXAMPLES = [
  'qabyl check-readiness',
  'qabyl help import-staff',
  'qabyl import-staff staff.csv --org school-3 --dry-run',
];

function examples(lines: readonly string[], { help }: Catalogue): string {
  return `${help.headings.examples}:\n${lines.map(line => `  ${line}\n`).join('')}`;
}

function configure(
  program: Commander,
  line: CommandLine,
  environment: Environment,
  catalogue: Catalogue,
): void {
  const { stdout, stderr, env } = environment;
  const refused = line.options.has('no-color');
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
      // main reports errors, in the person's language or as JSON
      writeErr: () => undefined,
      outputError: () => undefined,
      getOutHelpWidth: () => helpWidth(stdout.columns, env.COLUMNS),
      getErrHelpWidth: () => helpWidth(stderr.columns, env.COLUMNS),
      getOutHasColors: () => true,
      getErrHasColors: () => true,
    })
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: title => style.strong(titles[title] ?? title),
      // Beside the longest name this is what a terminal of 40 columns has left.
      minWidthToWrap: 8,
      formatHelp: (command, helper) => {
        const page = Help.prototype.formatHelp.call(helper, command, helper);
        if (command.commands.length > 0) return firstPage(page, helper, catalogue, style);
        return page;
      },
      optionDescription: option => new Help().optionDescription(option).replace(/ \(default: [^)]*\)$/, ''),
    });
}

/** The commands are what the first page is opened for; commander puts the options before them. */
function firstPage(page: string, helper: Help, { help }: Catalogue, style: Style): string {
  const title = style.strong(`${help.headings.options}:`);
  const sections = page.trimEnd().split('\n\n');
  const options = sections.filter(section => section.startsWith(title));
  const others = sections.filter(section => !section.startsWith(title));
  const codes = Object.entries(help.exitCodes)
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([code, meaning]) => helper.formatItem(code, 3, meaning, helper));
  const exitCodes = [style.strong(`${help.headings.exitCodes}:`), ...codes].join('\n');
  const more = helper.boxWrap(help.more, helper.helpWidth ?? DEFAULT_WIDTH);
  return `${[...others, ...options, exitCodes, more].join('\n\n')}\n`;
}

const NARROWEST = 40;
const WIDEST = 110;
const DEFAULT_WIDTH = 80;

/** COLUMNS is exported only by whoever wants another width than the terminal's. */
function helpWidth(columns: number | undefined, wanted: string | undefined): number {
  const width = Number(wanted) || (columns ?? DEFAULT_WIDTH);
  return Math.min(WIDEST, Math.max(NARROWEST, width));
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
  sub.addHelpText('before', examples(command.examples, catalogue));
  const options = `[${help.headings.options.toLowerCase()}]`;
  if (command.argument) {
    const argument = `[${ARGUMENT_NAMES[command.argument]}]`;
    sub.argument(argument, help.arguments[command.argument]).usage(`${options} ${argument}`);
  } else sub.usage(options);
  for (const option of command.options) sub.addOption(makeOption(option, catalogue, command.options));
  sub.action(() => {
    called({ name, command, options: readOptions(sub), argument: sub.args[0] });
  });
}

function makeOption(name: OptionName, catalogue: Catalogue, command: readonly OptionName[] = []): Option {
  const { flags, read } = optionShape(name, command);
  const option = new Option(flags, catalogue.help.options[name]);
  if (read) option.argParser((value: string, previous: unknown) => read(value, previous));
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
