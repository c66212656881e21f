import type { Database } from './db/database.ts';
import type { Session } from './db/dialect.ts';
import type { Login } from './db/login.ts';
import type { OpenOptions } from './db/open-database.ts';
import { readIin } from './domain/identity/iin.ts';
import { problem } from './domain/problem.ts';
import type { Environment } from './environment.ts';
import { OperatorError } from './errors.ts';
import type { Catalogue } from './locales/catalogue.ts';
import type { Askable } from './locales/prompt-words.ts';
import { Progress, progressManner } from './output/progress.ts';
import { screenWidth } from './output/screen-width.ts';
import { makeStyle, mayColour, type Style } from './output/style.ts';
import { visibleControls } from './output/visible-controls.ts';
import { watchedStream } from './output/watched-stream.ts';
import type { Prompter } from './prompts/prompter.ts';
import type { Settings } from './settings.ts';

/** The global options that are not settings of the data. */
export interface Manner {
  readonly json: boolean;
  /** one SARIF document instead of text; never together with `json` */
  readonly sarif: boolean;
  readonly quiet: boolean;
  readonly input: boolean;
  readonly color: boolean;
}

/** What a context is made from: what the command line said, and where it is said. */
export interface ContextParts {
  readonly environment: Environment;
  readonly settings: Settings;
  readonly manner: Manner;
  readonly catalogue: Catalogue;
  /** the command's name */
  readonly command: string;
  /** the command as typed, secrets masked, for the history */
  readonly argv: readonly string[];
  /** global options given as flags: a command to paste must repeat them */
  readonly repeated: readonly string[];
}

/** What a command may use. Built once per run; opens nothing until asked. */
export interface Context extends ContextParts {
  /** styles of stdout and stderr, each judged by itself */
  readonly style: Style;
  readonly messageStyle: Style;
  /** columns that a line on stdout and on stderr may take; null = any number */
  readonly width: number | null;
  readonly messageWidth: number | null;
  /** null where nobody can be asked */
  readonly prompter: Prompter | null;
  /** how a server is logged in to, when the command opens a database by itself */
  readonly login: Login;
  /** how far long work has come, on stderr; what else is written takes its line away first */
  readonly progress: Progress;
  /** Writes data to stdout. */
  print(text: string): void;
  /** Writes a message to stderr, unless `--quiet`. */
  say(text: string): void;
  /** Writes an error to stderr, even with `--quiet`. */
  complain(text: string): void;
  /**
   * The IIN of the employee whom the login of the database is tied to; null where the database takes one's word for it.
   * @throws OperatorError login-without-access, or what is wrong with the database
   */
  loggedIn(): Promise<string | null>;
  /** Opens the database, checks its schema, and always closes it; an interruption breaks it off. */
  withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T>;
}

/** Makes what every command works with; the database is opened only where one asks for it. */
export function makeContext(given: ContextParts): Context {
  let told = false;
  const watched = watchedStream(given.environment.stdout, () => {
    told = true;
  });
  const parts = { ...given, environment: { ...given.environment, stdout: watched } };
  const { environment, manner } = parts;
  const { stdout, stderr, stdin, env } = environment;
  const style = (isTTY: boolean | undefined) =>
    makeStyle(mayColour({ isTTY: isTTY === true, env, refused: !manner.color }));
  const facts = { isTTY: stderr.isTTY === true, term: env.TERM ?? '', quiet: manner.quiet };
  const progress = new Progress(stderr, progressManner(facts), parts.catalogue.reports.progress);
  // Whatever is being done goes on until it hears of Ctrl-C: it must not draw over the last words.
  environment.signal.addEventListener('abort', () => progress.silence(), { once: true });
  const canAsk = manner.input && stdin.isTTY === true && stderr.isTTY === true;
  const prompter = canAsk ? environment.prompter(parts.catalogue.prompts) : null;
  const { password } = parts.catalogue.prompts;
  const login: Login = {
    env,
    home: environment.home,
    platform: environment.platform,
    askPassword: prompter && askedOnce(target => prompter.secret(password(target))),
  };
  const open = <T>(work: (database: Database) => Promise<T>) =>
    withDatabase(parts, { login, told: () => told }, work);
  return {
    ...parts,
    style: style(stdout.isTTY),
    messageStyle: style(stderr.isTTY),
    width: screenWidth(stdout, env),
    messageWidth: screenWidth(stderr, env),
    prompter,
    login,
    progress,
    print: text => {
      progress.clear();
      stdout.write(visibleControls(text));
    },
    say: text => {
      progress.clear();
      if (!manner.quiet) stderr.write(visibleControls(text));
    },
    complain: text => {
      progress.clear();
      stderr.write(visibleControls(text));
    },
    loggedIn: async () => {
      const { isServer } = await import('./db/target.ts');
      if (!isServer(parts.settings.db)) return null;
      return open(database => database.ask(async db => (await database.dialect.session(db))?.iin ?? null));
    },
    withDatabase: open,
  };
}

/** A command may open its database more than once; a person is asked once. */
function askedOnce(ask: (target: string) => Promise<string>): (target: string) => Promise<string> {
  const answers = new Map<string, Promise<string>>();
  return target => {
    const answer = answers.get(target) ?? ask(target);
    answers.set(target, answer);
    return answer;
  };
}

async function withDatabase<T>(
  parts: ContextParts,
  opening: Pick<OpenOptions, 'login' | 'told'>,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const [{ readTarget }, { usingDatabase }, { requireCurrentSchema }] = await Promise.all([
    import('./db/target.ts'),
    import('./db/using-database.ts'),
    import('./db/migrate.ts'),
  ]);
  const { cwd, signal } = parts.environment;
  const options = { create: false, program: `qabyl ${parts.command}`, signal, ...opening };
  return usingDatabase(readTarget(parts.settings.db, cwd), options, async database => {
    const session = await database.ask(db => database.dialect.session(db));
    if (session !== null) refuseOther(session, parts.settings.as);
    await database.ask(() => requireCurrentSchema(database));
    return work(database);
  });
}

/**
 * A login acts as its own employee: the database sees to that, and a command that says otherwise is told so.
 * @throws OperatorError login-without-access, as-somebody-else
 */
function refuseOther({ login, iin }: Session, given: string | null): void {
  if (iin === null) throw new OperatorError(problem('login-without-access', { login }));
  const stated = given === null ? null : readIin(given);
  if (stated?.ok && stated.value !== iin)
    throw new OperatorError(problem('as-somebody-else', { login, given: stated.value }));
}

/**
 * A value that the command cannot do without: the flag's, or a person's answer.
 * @param choices the only values there are, where there are few
 * @throws OperatorError flag-missing where nobody can be asked
 */
export async function need(
  context: Context,
  option: Askable,
  given: string | undefined,
  choices?: readonly string[],
): Promise<string> {
  if (given !== undefined && given.trim() !== '') return given;
  if (context.prompter === null) throw new OperatorError(problem('flag-missing', { flag: flagOf(option) }));
  const message = context.catalogue.prompts.ask[option];
  return choices ? context.prompter.choose(message, choices) : context.prompter.text(message);
}

/** How the arguments of commands are written, in every language. */
export const ARGUMENT_NAMES = {
  file: 'FILE',
  'houses-text': 'TEXT',
  address: 'ADDRESS',
  kind: 'KIND',
  change: 'N',
  backup: 'FILE',
} as const;

/** How an option is written: arguments have no dashes. */
function flagOf(option: Askable): string {
  const argumentNames: Partial<Record<Askable, string>> = ARGUMENT_NAMES;
  return argumentNames[option] ?? `--${option}`;
}
