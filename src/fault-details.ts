import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { maskTarget } from './db/target.ts';
import { maskPersonal } from './domain/identity/mask-personal.ts';
import { version } from './version.ts';

/** A secret after its name, as errors and settings print it: `password: '…'`, `PGPASSWORD=…`. */
const SECRET =
  /(pass(?:word|phrase|wd)["']?\s*[:=]\s*)(?:'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|[^\s,&}'"]+)/giu;

/** A text as it may be sent to whoever mends the program: without passwords, IINs and telephones. */
export function maskDetails(text: string): string {
  return maskPersonal(maskTarget(text).replace(SECRET, '$1***'));
}

/** An error with its stack, its causes and all that it carries, as `--debug` shows it. */
export function debugText(error: unknown): string {
  return `${maskDetails(inspect(error))}\n`;
}

/**
 * Writes what is needed to mend a fault into a file that only its owner can read. The file is always a new one: what
 * somebody has put there beforehand under that name, or a link to elsewhere, is left alone.
 * @param argv the command line
 * @returns the file's path, null where even the temporary folder cannot be written
 */
export function writeDetails(error: unknown, argv: readonly string[], now: Date): string | null {
  const name = `qabyl-fault-${now.toISOString().replace(/[:.]/g, '-')}-${process.pid}`;
  const about = `qabyl ${version}, Node ${process.version}, ${process.platform} ${process.arch}`;
  const text = `${about}\n${maskDetails(['qabyl', ...argv].join(' '))}\n\n${debugText(error)}`;
  for (const file of [name, `${name}-${randomUUID()}`].map(path => join(tmpdir(), `${path}.txt`)))
    try {
      writeFileSync(file, text, { mode: 0o600, flag: 'wx' });
      return file;
    } catch {
      // the name is taken; after the second the person is told that there are no details
    }
  return null;
}
