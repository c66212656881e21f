import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import type { LockHolder } from '../dialect.ts';

/**
 * SQLite cannot tell who holds its lock, so the writer leaves a note beside the file while it works.
 * The note is only for people: the lock itself is SQLite's, and a note left by a killed process does no harm.
 */
const notePath = (path: string) => `${path}-writer`;

/** Leaves the note of the writer that has just begun. */
export function announceWriter(path: string, command: string): void {
  const note: LockHolder = {
    holder: `${userName()}@${hostname()} (${process.pid})`,
    since: new Date().toISOString(),
    command,
  };
  writeFileSync(notePath(path), JSON.stringify(note), { mode: 0o600 });
}

/** Takes the note away. */
export function withdrawWriter(path: string): void {
  rmSync(notePath(path), { force: true });
}

/** Reads the note of the writer at work; all null when there is none. */
export function readWriter(path: string): LockHolder {
  const unknown: LockHolder = { holder: null, since: null, command: null };
  let note: unknown;
  try {
    note = JSON.parse(readFileSync(notePath(path), 'utf8'));
  } catch {
    return unknown; // just gone, or only half written: nobody to name
  }
  if (typeof note !== 'object' || note === null) return unknown;
  const { holder, since, command }: Partial<Record<keyof LockHolder, unknown>> = note;
  return { holder: textOrNull(holder), since: textOrNull(since), command: textOrNull(command) };
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.() ?? '?'); // a container's user may have no name
  }
}
