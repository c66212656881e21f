import { problem, type Reading } from '../../domain/problem.ts';
import { isLocalHost, isSocket, type ServerAddress } from './server-address.ts';

/**
 * How a server is spoken to: in the open, or over TLS. `full` verifies that an authority vouches for the certificate
 * and that it is this host's; `chain` the former alone; `none` neither.
 */
export type Tls = 'off' | 'full' | 'chain' | 'none';

/**
 * Decides about TLS. A host that is not local is verified in full unless the URL itself says `sslmode=disable`,
 * `sslmode=no-verify`, or `sslmode=verify-ca` with the authority's file. libpq's `allow`, `prefer` and `require`
 * (https://www.postgresql.org/docs/current/libpq-ssl.html#LIBPQ-SSL-SSLMODE-STATEMENTS) would take any certificate
 * or none without a word about it, so they weaken nothing here; node-postgres 8 reads them the same way.
 * `PGSSLMODE` may ask for TLS where the URL says nothing, and takes nothing away: who reads the URL knows what holds.
 * @returns `tls-mode-unknown` for a word that is none of them
 */
export function chooseTls(
  { host, parameters }: ServerAddress,
  env: { PGSSLMODE?: string | undefined },
): Reading<Tls> {
  const said = modeOf(parameters);
  if (said === undefined) return unknownMode(`ssl=${parameters.get('ssl') ?? ''}`);
  const variable = env.PGSSLMODE || null;
  for (const [name, mode] of [
    ['sslmode', said],
    ['PGSSLMODE', variable],
  ] as const)
    if (mode !== null && !isMode(mode)) return unknownMode(`${name}=${mode}`);
  if (isSocket(host)) return chosen('off'); // as in libpq: nobody listens between two programs of one machine
  if (said === 'disable') return chosen('off');
  if (said === 'no-verify') return chosen('none');
  // Among all public authorities anybody can get a certificate of some name: without its file the name must be right.
  if (said === 'verify-ca' && !['', 'system'].includes(parameters.get('sslrootcert') ?? ''))
    return chosen('chain');
  const asked = STRICT.has(said ?? variable ?? '') || wantsTls(parameters);
  return chosen(asked || !isLocalHost(host) ? 'full' : 'off');
}

const STRICT = new Set(['require', 'verify-ca', 'verify-full']);
const MODES = new Set([...STRICT, 'disable', 'no-verify', 'allow', 'prefer']);

function isMode(text: string): boolean {
  return MODES.has(text);
}

/** What the URL says; null when it says nothing, undefined when its `ssl` is no word. libpq takes `ssl=true` from JDBC. */
function modeOf(parameters: ReadonlyMap<string, string>): string | null | undefined {
  const mode = parameters.get('sslmode');
  if (mode !== undefined) return mode;
  const ssl = parameters.get('ssl');
  if (ssl === undefined) return null;
  return ssl === 'true' || ssl === '1' ? 'require' : undefined;
}

/** Files for TLS, or its direct negotiation, mean nothing without it. */
function wantsTls(parameters: ReadonlyMap<string, string>): boolean {
  return (
    ['sslrootcert', 'sslcert', 'sslkey'].some(name => (parameters.get(name) ?? '') !== '') ||
    parameters.get('sslnegotiation') === 'direct'
  );
}

function chosen(value: Tls): Reading<Tls> {
  return { ok: true, value };
}

function unknownMode(value: string): Reading<Tls> {
  return { ok: false, problem: problem('tls-mode-unknown', { value }) };
}
