import { postgresCode } from './postgres-dialect.ts';

/** What the system, or the server with its last words, says of a connection that was there. */
const LOST = [
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  // Connection exceptions, and an outcome that a distributed PostgreSQL cannot tell (08006, 08007, 40003).
  '08003',
  '08006',
  '08007',
  '40003',
  // The server goes down, has crashed, or is coming up.
  '57P01',
  '57P02',
  '57P03',
];

/** What the system says of a server that cannot be reached; after a loss it may be on its way up again. */
const UNREACHABLE = ['ECONNREFUSED', 'ETIMEDOUT', 'EHOSTUNREACH', 'EHOSTDOWN', 'ENETUNREACH', 'ENOENT'];

/** Whether a connection was lost: https://www.postgresql.org/docs/current/errcodes-appendix.html */
export function isLost(error: unknown): boolean {
  const said = error instanceof Error && /^Connection terminated|not queryable/.test(error.message);
  return said || LOST.includes(postgresCode(error) ?? '');
}

/** Whether the server could not be reached at all. */
export function isUnreachable(error: unknown): boolean {
  const said = error instanceof Error && /^timeout exceeded/.test(error.message);
  return said || UNREACHABLE.includes(postgresCode(error) ?? '');
}
