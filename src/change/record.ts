import { hash } from 'node:crypto';
import type { HistoryLine } from '../db/database.ts';
import type { Dialect, Tx } from '../db/dialect.ts';
import { insertChange } from '../db/history.ts';
import type { ChangeRow } from '../db/schema.ts';
import { version } from '../version.ts';
import { SumDigest } from './digest.ts';
import type { ChangeRequest, ChangeResult, Scope } from './request.ts';

/** The digest of one line of the history: it covers the line's content and the digest before it. */
export function chainDigest(row: Omit<ChangeRow, 'chain'>): string {
  const { id, at, command, argv, actor, org, year, summary, files, digest, orgs, undoes } = row;
  const { program, node, engine, host, os_user, previous } = row;
  const made = [id, at, command, argv, actor, org, year, summary, files, digest, orgs, undoes];
  const content = [...made, program, node, engine, host, os_user, previous];
  return hash('sha256', JSON.stringify(content), 'hex');
}

/** Adds the digest of an organisation that a change touched to the sum that the line of the history keeps. */
export function addOrg(sum: SumDigest, org: string): void {
  sum.add(hash('sha256', org, 'binary'));
}

/** Adds the line of the history that stands for a change. @returns what it is found by */
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
): Promise<HistoryLine> {
  const { request, scope, result } = made;
  const orgs = new Set([...made.orgs, ...(scope.org === null ? [] : [scope.org])]);
  const orgsSum = new SumDigest();
  for (const org of orgs) addOrg(orgsSum, org);
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
    orgs: orgsSum.toString(),
    undoes: request.undoes,
    program: version,
    node: request.machine.node,
    engine: await dialect.engineVersion(tx),
    host: request.machine.host,
    os_user: request.machine.user,
    previous: before.chain,
  };
  const chain = chainDigest(row);
  await insertChange(tx, dialect, { ...row, chain }, orgs);
  return { id: row.id, chain };
}
