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
 * Writes what is needed to mend a fault into a file that only its owner can read.
 * @param argv the command line
 * @returns the file's path, null where even the temporary folder cannot be written
 */
export function writeDetails(error: unknown, argv: readonly string[], now: Date): string | null {
  const file = join(tmpdir(), `qabyl-fault-${now.toISOString().replace(/[:.]/g, '-')}-${process.pid}.txt`);
  const about = `qabyl ${version}, Node ${process.version}, ${process.platform} ${process.arch}`;
  try {
    writeFileSync(file, `${about}\n${maskDetails(['qabyl', ...argv].join(' '))}\n\n${debugText(error)}`, {
      mode: 0o600,
    });
    return file;
  } catch {
    return null; // the person is told that there are no details
  }
}
