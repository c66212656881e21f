import type { Problem } from '../problem.ts';
import type { DoctorCheckId } from './check.ts';
import type {
  GuardFacts,
  LoginFacts,
  PublicFacts,
  RowSecurityFacts,
  TiedLoginsFacts,
} from './right-facts.ts';

/** Where a setting was said, the strongest first. */
export type Origin = 'flag' | 'variable' | 'profile' | 'file' | 'default';

/** Why something could not be looked at: a problem, another check that fails, or an error in the words of the system. */
export type Obstacle =
  | { readonly problem: Problem }
  | { readonly needs: DoctorCheckId }
  | { readonly reason: string };

/** What a check looks at, or what kept it from being looked at. */
export type Section<T> = { readonly value: T } | { readonly obstacle: Obstacle };

export interface ProgramFacts {
  readonly program: string;
  readonly schema: string;
  readonly node: string;
  readonly platform: string;
}

/** A setting that somebody made, or the default of the database; as it may be shown. */
export interface SettingFact {
  readonly name: 'db' | 'as' | 'year';
  readonly value: string;
  readonly origin: Origin;
}

export interface ConfigurationFacts {
  readonly file: string;
  readonly found: boolean;
  readonly profile: string | null;
  readonly settings: readonly SettingFact[];
  /** what is wrong with the configuration: nothing of it was used then */
  readonly fault: Problem | null;
  readonly warnings: readonly Problem[];
}

export type ReachFacts =
  | { readonly kind: 'file'; readonly target: string; readonly engine: string }
  | {
      readonly kind: 'server';
      readonly engine: string;
      readonly milliseconds: number;
      readonly local: boolean;
      readonly secure: 'verified' | 'unverified' | 'open';
    };

/** The last nine bits of a file's mode, written in octal: `0600`. */
export type PathBits = string;

export interface FileModeFacts {
  readonly file: string;
  readonly mode: number;
  readonly folder: string;
  readonly folderMode: number;
  readonly writable: boolean;
}

export interface FileFacts {
  readonly file: string;
  readonly bytes: number;
  /** whether readers and a writer do not hinder each other */
  readonly writeAhead: boolean;
  /** what SQLite says of the file: `ok`, or its first complaint; null where it is too large to be read for this */
  readonly found: string | null;
}

/** In bytes. */
export interface DiskFacts {
  readonly free: number;
  readonly size: number;
}

export interface SchemaFacts {
  readonly target: string;
  /** name of the database's last migration; null where it has none */
  readonly version: string | null;
  readonly foreign: boolean;
  /** every migration of the program, in order */
  readonly known: readonly string[];
  /** the first department, whose super-administrator upgrades the database; null where it cannot be read */
  readonly first: { readonly name: string; readonly code: string; readonly bin: string | null } | null;
  /** the tables are there and the login may not even look at them */
  readonly closed: { readonly schema: string; readonly login: string } | null;
}

export interface LockFacts {
  readonly held: boolean;
  readonly holder: string | null;
  readonly since: string | null;
  readonly command: string | null;
}

export interface ClockFacts {
  readonly now: Date;
  /** how far this machine's clock is ahead of the server's, in seconds; null where there is no server */
  readonly ahead: number | null;
  /** whether the server judges the changes of this session, and their times with them */
  readonly judged: boolean;
  readonly last: { readonly change: number; readonly at: string } | null;
}

export interface HistoryFacts {
  /** the login that sees only a part of the history; null for whoever sees all */
  readonly partly: string | null;
  /** lines that were looked at */
  readonly lines: number;
  /** whether they are all there are, and not only the last */
  readonly all: boolean;
  /** the first line that does not follow */
  readonly broken: Problem | null;
}

/** Everything that the checks look at. What an engine does not have is absent. */
export interface DoctorFacts {
  readonly program: Section<ProgramFacts>;
  readonly configuration: Section<ConfigurationFacts>;
  readonly 'database-reachable': Section<ReachFacts>;
  readonly 'file-mode'?: Section<FileModeFacts>;
  readonly 'file-intact'?: Section<FileFacts>;
  readonly 'disk-space'?: Section<DiskFacts>;
  readonly schema: Section<SchemaFacts>;
  readonly 'write-lock': Section<LockFacts>;
  readonly clock: Section<ClockFacts>;
  readonly history: Section<HistoryFacts>;
  readonly login?: Section<LoginFacts>;
  readonly 'tied-logins'?: Section<TiedLoginsFacts>;
  readonly 'row-security'?: Section<RowSecurityFacts>;
  readonly guards?: Section<GuardFacts>;
  readonly 'public-rights'?: Section<PublicFacts>;
}
