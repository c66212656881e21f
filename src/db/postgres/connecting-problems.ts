import type { TlsDoubt } from '../../domain/operation-problems.ts';
import { problem } from '../../domain/problem.ts';
import { OperatorError } from '../../errors.ts';

/** OpenSSL's reasons not to believe a certificate, as Node names them: https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const DOUBTS: Readonly<Record<string, TlsDoubt>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'issuer',
  SELF_SIGNED_CERT_IN_CHAIN: 'issuer',
  UNABLE_TO_GET_ISSUER_CERT: 'issuer',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'issuer',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'issuer',
  CERT_UNTRUSTED: 'issuer',
  CERT_HAS_EXPIRED: 'date',
  CERT_NOT_YET_VALID: 'date',
  ERR_TLS_CERT_ALTNAME_INVALID: 'name',
};

/**
 * Explains why no connection came about, where TLS or the password is why; any other error comes back as it is.
 * @param target the server as it may be shown
 */
export function explainConnecting(error: unknown, target: string, host: string): unknown {
  if (!(error instanceof Error) || error instanceof OperatorError) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const explained = (found: ReturnType<typeof problem>) => new OperatorError(found, { cause: error });
  // invalid_password: https://www.postgresql.org/docs/current/errcodes-appendix.html
  if (code === '28P01') return explained(problem('password-refused', { target }));
  if (/not support SSL/.test(error.message)) return explained(problem('tls-not-offered', { target }));
  const doubt =
    DOUBTS[code] ?? (/^(?:CERT|CRL|INVALID|ERROR_IN_CERT|HOSTNAME|PATH_LENGTH)_/.test(code) ? 'other' : null);
  const reason = error.message.trim().replace(/\.+$/, '');
  if (doubt !== null) return explained(problem('tls-not-verified', { target, host, doubt, reason }));
  if (/^(?:ERR_SSL|ERR_TLS|EPROTO)/.test(code))
    return explained(problem('database-unreachable', { target, reason }));
  return error;
}
