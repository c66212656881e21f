import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Login } from '../login.ts';
import { isSocket, type ServerAddress } from './server-address.ts';

/** Where a password file is, as for psql: `passfile` in the URL, `PGPASSFILE`, or the one in the home folder. */
export function passwordFile({ parameters }: ServerAddress, { env, home, platform }: Login): string {
  const named = parameters.get('passfile') || env.PGPASSFILE;
  if (named) return named;
  return platform === 'win32'
    ? join(env.APPDATA || join(home, 'AppData', 'Roaming'), 'postgresql', 'pgpass.conf')
    : join(home, '.pgpass');
}

/** What a password file holds for a server; `open`: others may read the file, so that libpq would not look into it. */
export interface FoundPassword {
  readonly password: string;
  readonly open: boolean;
}

/** Looks a server up in a password file; null where there is no file or no line for it. */
export function lookUpPassword(
  file: string,
  address: ServerAddress,
  platform: NodeJS.Platform,
): FoundPassword | null {
  let text: string;
  let open: boolean;
  try {
    text = readFileSync(file, 'utf8');
    open = platform !== 'win32' && (statSync(file).mode & 0o077) !== 0;
  } catch {
    return null; // like libpq: no file is no password
  }
  const password = passwordFor(text, address);
  return password === null ? null : { password, open };
}

/**
 * The password of the first line that fits, `host:port:database:user:password`, where `*` fits everything, and `\`
 * stands before a `:` or `\` that is part of a word (https://www.postgresql.org/docs/current/libpq-pgpass.html).
 */
export function passwordFor(
  text: string,
  { host, port, database, user }: Pick<ServerAddress, 'host' | 'port' | 'database' | 'user'>,
): string | null {
  // A socket may be named by its folder or as `localhost`.
  const wanted = [isSocket(host) ? [host, 'localhost'] : [host], [String(port)], [database], [user]];
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith('#')) continue;
    const fields = fieldsOf(line);
    const password = fields[wanted.length];
    if (password === undefined || password === '') continue;
    if (wanted.every((names, i) => fields[i] === '*' || names.some(name => name === fields[i])))
      return password;
  }
  return null;
}

function fieldsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|:)((?:\\.|[^\\:])*)/gsu)].map(([, field = '']) =>
    field.replace(/\\(.)/gsu, '$1'),
  );
}
