import type { PoolConfig } from 'pg';
import { OperatorError } from '../../errors.ts';
import type { Login } from '../login.ts';
import type { ServerAddress } from './server-address.ts';
import { chooseTls } from './tls.ts';
import { tlsOptions } from './tls-files.ts';

/** How long to try to reach the server unless the URL says `connect_timeout` (seconds, as for psql), in milliseconds. */
const CONNECT_MS = 10_000;

/** What else of a URL the driver understands; the rest of libpq's words it does not know. */
const PASSED_ON = [
  'application_name',
  'fallback_application_name',
  'options',
  'client_encoding',
  'statement_timeout',
  'lock_timeout',
  'idle_in_transaction_session_timeout',
  'query_timeout',
] as const;

/**
 * The settings of the driver for a server, all but the password. The URL itself is kept from the driver, which would
 * read it once more and in its own way: the host and the TLS that were decided are those that are used.
 * @throws OperatorError tls-mode-unknown, tls-file-unreadable
 */
export function connectionSettings(address: ServerAddress, env: Login['env']): PoolConfig {
  const { host, port, user, database, parameters } = address;
  const tls = chooseTls(address, env);
  if (!tls.ok) throw new OperatorError(tls.problem);
  const ssl = tlsOptions(tls.value, parameters, env);
  const direct = ssl !== false && parameters.get('sslnegotiation') === 'direct';
  const passedOn = PASSED_ON.flatMap(name => {
    const value = parameters.get(name);
    return value === undefined ? [] : [[name, value]];
  });
  const seconds = Number(parameters.get('connect_timeout'));
  return {
    ...Object.fromEntries(passedOn),
    host,
    port,
    user,
    database,
    ssl,
    sslnegotiation: direct ? 'direct' : 'postgres',
    connectionTimeoutMillis: seconds > 0 ? seconds * 1000 : CONNECT_MS,
  };
}
