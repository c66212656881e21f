import { existsSync, readFileSync, statSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { isServer, showTarget } from './db/target.ts';
import type { ConfigurationFacts, SettingFact } from './domain/doctor/facts.ts';
import { type Problem, problem, warning } from './domain/problem.ts';
import type { Environment } from './environment.ts';
import { OperatorError } from './errors.ts';

/** The options that a flag, a variable or the configuration file can set. */
export interface Choices {
  readonly db?: string | undefined;
  readonly as?: string | undefined;
  readonly year?: string | undefined;
  readonly profile?: string | undefined;
}

export interface Settings {
  readonly db: string;
  readonly as: string | null;
  readonly year: string | null;
  /** what to tell the person about the configuration */
  readonly warnings: readonly Problem[];
  /** where all of it comes from */
  readonly configuration: ConfigurationFacts;
}

/**
 * Flags win over variables, variables over the profile, the profile over the rest of the configuration file.
 * @throws OperatorError config-unreadable, profile-unknown, password-in-flag
 */
export async function readSettings(flags: Choices, environment: Environment): Promise<Settings> {
  const settings = await surveySettings(flags, environment);
  const { fault } = settings.configuration;
  if (fault !== null) throw new OperatorError(fault);
  return settings;
}

/**
 * The same where a faulty configuration file is no end: nothing of it is used then.
 * @throws OperatorError password-in-flag
 */
export async function surveySettings(flags: Choices, environment: Environment): Promise<Settings> {
  const { env } = environment;
  refusePassword(flags.db);
  const profile = flags.profile ?? filled(env.QABYL_PROFILE) ?? null;
  const file = configurationFile(environment);
  const { found, general, chosen, warnings, fault } = await readLeniently(environment, profile);
  const findSetting = (name: SettingFact['name'], variable: string): SettingFact | null => {
    const said = {
      flag: flags[name],
      variable: filled(env[variable]),
      profile: chosen[name],
      file: general[name],
    };
    for (const origin of ['flag', 'variable', 'profile', 'file'] as const) {
      const value = said[origin];
      if (value !== undefined) return { name, value, origin };
    }
    return null;
  };
  const byDefault = { value: join(dataFolder(environment), 'qabyl.db'), origin: 'default' } as const;
  const db = findSetting('db', 'QABYL_DB') ?? { name: 'db', ...byDefault };
  const as = findSetting('as', 'QABYL_AS');
  const year = findSetting('year', 'QABYL_YEAR');
  const shown = { ...db, value: showTarget(db.value) };
  const settings = [shown, as, year].filter(one => one !== null);
  return {
    db: db.value,
    as: as?.value ?? null,
    year: year?.value ?? null,
    warnings,
    configuration: { file, found, profile, settings, fault, warnings },
  };
}

/** Where the platform keeps a program's data (XDG, macOS, Windows). */
export function dataFolder({ env, home, platform }: Environment): string {
  if (platform === 'win32') return join(filled(env.LOCALAPPDATA) ?? join(home, 'AppData', 'Local'), 'qabyl');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'qabyl');
  return join(absolute(env.XDG_DATA_HOME) ?? join(home, '.local', 'share'), 'qabyl');
}

/** The configuration file of the platform. */
export function configurationFile({ env, home, platform }: Environment): string {
  if (platform === 'win32')
    return join(filled(env.APPDATA) ?? join(home, 'AppData', 'Roaming'), 'qabyl', 'config.json');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'qabyl', 'config.json');
  return join(absolute(env.XDG_CONFIG_HOME) ?? join(home, '.config'), 'qabyl', 'config.json');
}

/** What a configuration file says: for every profile, and in the chosen one. */
interface Configuration {
  readonly found: boolean;
  readonly general: Choices;
  readonly chosen: Choices;
  readonly warnings: readonly Problem[];
}
const NO_FILE: Configuration = { found: false, general: {}, chosen: {}, warnings: [] };

async function readLeniently(
  environment: Environment,
  profile: string | null,
): Promise<Configuration & { readonly fault: Problem | null }> {
  try {
    return { ...(await readConfiguration(environment, profile)), fault: null };
  } catch (error) {
    const [fault] = error instanceof OperatorError ? error.problems : [];
    if (fault === undefined) throw error;
    return { ...NO_FILE, found: existsSync(configurationFile(environment)), fault };
  }
}

async function readConfiguration(environment: Environment, profile: string | null): Promise<Configuration> {
  const file = configurationFile(environment);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (!isAbsent(error)) throw unreadable(file, error);
    if (profile !== null) throw new OperatorError(problem('profile-unknown', { name: profile, known: [] }));
    return NO_FILE;
  }
  const configuration = await parseConfiguration(file, text);
  const profiles = configuration.profiles ?? {};
  const chosen = profile === null ? {} : Object.hasOwn(profiles, profile) ? profiles[profile] : undefined;
  if (chosen === undefined)
    throw new OperatorError(
      problem('profile-unknown', { name: profile ?? '', known: Object.keys(profiles) }),
    );
  const warnings = openToOthers(file, text, environment.platform);
  return { found: true, general: configuration, chosen, warnings };
}

/** zod is loaded only where a configuration file exists. */
async function parseConfiguration(file: string, text: string) {
  const { z } = await import('zod');
  const choices = { db: z.string().optional(), as: z.string().optional(), year: z.string().optional() };
  const schema = z.strictObject({
    ...choices,
    profiles: z.record(z.string(), z.strictObject(choices)).optional(),
  });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw unreadable(file, error);
  }
  const parsed = schema.safeParse(json);
  if (!parsed.success)
    throw new OperatorError(problem('config-unreadable', { file, reason: z.prettifyError(parsed.error) }));
  return parsed.data;
}

/** A command line is open to everybody on the machine (cli.md: no secret is ever a flag's value). */
function refusePassword(db: string | undefined): void {
  const shown = db === undefined || !isServer(db) ? undefined : showTarget(db);
  if (shown !== undefined && shown !== db?.trim())
    throw new OperatorError(problem('password-in-flag', { target: shown }));
}

/** A file that holds a password, in whichever profile, must be the owner's alone, as ~/.pgpass must. */
function openToOthers(file: string, text: string, platform: NodeJS.Platform): Problem[] {
  const holdsPassword = /postgres(ql)?:\/\/[^/@"]*:[^"]*@|[?&](ssl)?password=/i.test(text);
  if (!holdsPassword || platform === 'win32' || (statSync(file).mode & 0o077) === 0) return [];
  return [warning('config-open-to-others', { file })];
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

function unreadable(file: string, error: unknown): OperatorError {
  const reason = error instanceof Error ? error.message : String(error);
  return new OperatorError(problem('config-unreadable', { file, reason }), { cause: error });
}

/** The XDG base directory specification: a path that is not absolute is to be ignored. */
function absolute(value: string | undefined): string | undefined {
  return value !== undefined && isAbsolute(value) ? value : undefined;
}

function filled(value: string | undefined): string | undefined {
  return value === undefined || value === '' ? undefined : value;
}
