import { hash } from 'node:crypto';
import type { Dialect, Tx } from '../db/dialect.ts';
import { insertChange } from '../db/history.ts';
import type { ChangeRow } from '../db/schema.ts';
import { version } from '../version.ts';
import type { ChangeRequest, ChangeResult, Scope } from './request.ts';

/** The digest of one line of the history: it covers the line's content and the digest before it. */
export function chainDigest(row: Omit<ChangeRow, 'chain'>): string {
  const { id, at, command, argv, actor, org, year, summary, files, digest, program, previous } = row;
  const content = [id, at, command, argv, actor, org, year, summary, files, digest, program, previous];
  return hash('sha256', JSON.stringify(content), 'hex');
}

/** Adds the line of the history that stands for a change. */
export async function recordChange(
  tx: Tx,
  dialect: Dialect,
  before: { id: number; chain: string },
  made: {
    readonly request: ChangeRequest;
    readonly scope: Scope;
    readonly result: ChangeResult;
    readonly orgs: ReadonlySet<string>;
  },
  at: Date,
): Promise<void> {
  const { request, scope, result } = made;
  const orgs = new Set([...made.orgs, ...(scope.org === null ? [] : [scope.org])]);
  const row: Omit<ChangeRow, 'chain'> = {
    id: before.id + 1,
    at: at.toISOString(),
    command: request.command,
    argv: JSON.stringify(request.argv),
    actor: request.actor,
    org: scope.org,
    year: scope.year,
    summary: JSON.stringify(result.summary),
    files: JSON.stringify(request.files()),
    digest: result.digest,
    program: version,
    previous: before.chain,
  };
  await insertChange(tx, dialect, { ...row, chain: chainDigest(row) }, orgs);
}
