import type { Login } from '../login.ts';

/** A PostgreSQL server as a URL and the variables of libpq name it. */
export interface ServerAddress {
  readonly host: string;
  readonly port: number;
  readonly user: string | undefined;
  readonly database: string | undefined;
  /** the password in the URL */
  readonly password: string | undefined;
  /** what else the URL says */
  readonly parameters: ReadonlyMap<string, string>;
}

const DEFAULT_PORT = 5432;

/**
 * Reads where a URL leads. What it leaves out comes from `PGHOST`, `PGPORT`, `PGUSER`, `PGDATABASE`, as for psql
 * (https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS). The host is decided here and
 * not by the driver: whether it is local must be asked of the very name that is connected to.
 * @param text a URL that `URL` can parse
 */
export function readServerAddress(text: string, env: Login['env']): ServerAddress {
  const url = new URL(text);
  const parameters = new Map(url.searchParams);
  const named = (parameter: string, inUrl: string, variable: string) =>
    filled(parameters.get(parameter)) ?? filled(decoded(inUrl)) ?? filled(env[variable]);
  const user = named('user', url.username, 'PGUSER') ?? filled(env.USER) ?? filled(env.USERNAME);
  const port = Number(named('port', url.port, 'PGPORT'));
  return {
    host: named('host', withoutBrackets(url.hostname), 'PGHOST') ?? 'localhost',
    port: port > 0 ? port : DEFAULT_PORT,
    user,
    database: named('dbname', url.pathname.slice(1), 'PGDATABASE') ?? user,
    password: filled(parameters.get('password')) ?? filled(decoded(url.password)),
    parameters,
  };
}

/** Whether a host is this machine: a Unix socket, `localhost`, or a loopback address (RFC 1122 3.2.1.3, RFC 4291 2.5.3). */
export function isLocalHost(host: string): boolean {
  if (isSocket(host)) return true;
  const name = host.toLowerCase();
  return name === 'localhost' || name === '::1' || /^(?:::ffff:)?127(?:\.\d{1,3}){3}$/.test(name);
}

/** A folder with the server's socket in it: libpq knows one by its first character. */
export function isSocket(host: string): boolean {
  return host.startsWith('/');
}

function withoutBrackets(host: string): string {
  return host.replace(/^\[(.+)\]$/, '$1');
}

/** A `%` that begins no code stands for itself. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function filled(value: string | undefined): string | undefined {
  return value === '' ? undefined : value;
}
