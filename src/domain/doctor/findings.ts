import type { PathBits, SettingFact } from './facts.ts';

/** What the checks of `doctor` can find, besides problems that have sentences already: code → arguments. */
export interface DoctorFindings {
  'program-at-work': { program: string; schema: string; node: string; platform: string };
  'settings-at-work': {
    settings: readonly SettingFact[];
    profile: string | null;
    file: string;
    found: boolean;
  };
  'file-opened': { target: string; engine: string };
  'server-answered': { engine: string; milliseconds: number; secure: 'verified' | 'unverified' | 'open' };
  'server-overheard': { engine: string; milliseconds: number; secure: 'unverified' | 'open' };
  'file-private': { file: string; bits: PathBits };
  'file-open-to-others': { path: string; bits: PathBits };
  'folder-open-to-others': { path: string; bits: PathBits };
  'file-read-only': { file: string };
  'file-intact': { bytes: number };
  'file-damaged': { found: string };
  'file-too-large': { bytes: number };
  'file-without-wal': { file: string };
  'disk-enough': { free: number; needed: number };
  'disk-short': { free: number; needed: number };
  'disk-full': { free: number };
  'schema-current': { version: string };
  'schema-pending': { version: string; pending: readonly string[] };
  'schema-closed': { schema: string; login: string };
  'lock-free': Record<never, never>;
  'lock-held': { holder: string | null; since: string | null; command: string | null };
  'clock-right': { seconds: number | null };
  'clock-off': { seconds: number };
  'clock-day-off': { seconds: number };
  'last-change-ahead': { change: number; at: string };
  'history-whole': { lines: number };
  'history-end-whole': { lines: number };
  'history-empty': Record<never, never>;
  'owner-sees-all': { login: string };
  'login-owns': { login: string };
  'login-tied': { login: string; iin: string };
  'login-lacks': { login: string; lacks: readonly string[] };
  'logins-none': Record<never, never>;
  'logins-right': { logins: number };
  'logins-exceed': { logins: readonly string[]; exceeds: readonly string[] };
  'logins-lack': { logins: readonly string[] };
  'logins-above': { logins: readonly string[] };
  'logins-gone': { logins: readonly string[] };
  'logins-idle': { logins: readonly string[] };
  'rows-secured': { tables: number };
  'rows-unsecured': {
    tables: readonly string[];
    absent: readonly string[];
    altered: readonly string[];
    foreign: readonly string[];
  };
  'guards-whole': { guards: number };
  'guards-broken': { absent: readonly string[]; disabled: readonly string[]; altered: readonly string[] };
  'public-shut-out': { schema: string };
  'public-let-in': { schema: string; create: boolean; tables: readonly string[] };
  'depends-on': { check: string };
  'could-not-run': { reason: string };
}
