import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import tls, { type ConnectionOptions, createSecureContext, type SecureContext } from 'node:tls';
import { problem } from '../../domain/problem.ts';
import { OperatorError } from '../../errors.ts';
import type { Login } from '../login.ts';
import type { Tls } from './tls.ts';

type TlsFile = 'sslrootcert' | 'sslcert' | 'sslkey';

/**
 * What the driver needs to know about TLS. The files come from the URL's `sslrootcert`, `sslcert` and `sslkey`
 * (`sslpassword` opens the key), or from `PGSSLROOTCERT`, `PGSSLCERT` and `PGSSLKEY`; without a root certificate the
 * public authorities that Node knows are believed, with `sslrootcert=system` those of the machine.
 * @throws OperatorError tls-file-unreadable, flag-needs
 */
export function tlsOptions(
  verified: Tls,
  parameters: ReadonlyMap<string, string>,
  env: Login['env'],
): ConnectionOptions | false {
  if (verified === 'off') return false;
  const fileOf = (name: TlsFile) => parameters.get(name) || env[`PG${name.toUpperCase()}`] || null;
  const root = fileOf('sslrootcert');
  const ca = root === null ? undefined : root === 'system' ? ofTheMachine() : authorities(root);
  const cert = fileOf('sslcert');
  const key = fileOf('sslkey');
  if ((cert === null) !== (key === null))
    throw new OperatorError(
      problem(
        'flag-needs',
        key === null ? { flag: 'sslcert', needs: 'sslkey' } : { flag: 'sslkey', needs: 'sslcert' },
      ),
    );
  const own =
    cert === null || key === null
      ? {}
      : { cert: read('sslcert', cert), key: read('sslkey', key), passphrase: parameters.get('sslpassword') };
  return {
    // Made here, so that a key that does not fit is told of by its file; and no options hold the key for a log to print.
    secureContext: contextOf({ ...(ca === undefined ? {} : { ca }), ...own }, key ?? ''),
    rejectUnauthorized: verified !== 'none',
    ...(verified === 'full' ? {} : { checkServerIdentity: () => undefined }),
  };
}

/** The named import would keep the whole program from starting on a Node that has no such function. */
function ofTheMachine(): string[] {
  if (typeof tls.getCACertificates === 'function') return tls.getCACertificates('system');
  throw unreadable('sslrootcert', 'system', 'Node 22.15 or later');
}

function authorities(file: string): string {
  const text = read('sslrootcert', file);
  try {
    new X509Certificate(text);
  } catch (error) {
    throw unreadable('sslrootcert', file, error);
  }
  return text;
}

function contextOf(options: Parameters<typeof createSecureContext>[0], key: string): SecureContext {
  try {
    return createSecureContext(options);
  } catch (error) {
    throw unreadable('sslkey', key, error);
  }
}

function read(option: TlsFile, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw unreadable(option, file, error);
  }
}

function unreadable(option: TlsFile, file: string, error: unknown): OperatorError {
  const reason = error instanceof Error ? error.message : String(error);
  return new OperatorError(problem('tls-file-unreadable', { option, file, reason }), { cause: error });
}
