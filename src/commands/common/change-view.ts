import type { ChangeRow } from '../../db/schema.ts';
import { shellLine } from '../../output/shell-quote.ts';
import type { Acting } from './acting.ts';

/**
 * Whether the rows of an organisation may be looked at: what somebody may not read does not exist for them. An
 * organisation that is gone belongs to the top.
 */
export function mayReadOrg(acting: Acting): (code: string) => boolean {
  const top = acting.orgs.all.find(({ department }) => department === null);
  return code => {
    const org = acting.orgs.get(code) ?? top;
    return org !== undefined && acting.may('read', org);
  };
}

/** A line of the history as JSON and people see it. */
export function changeView(row: ChangeRow) {
  return {
    change: row.id,
    at: row.at,
    command: row.command,
    argv: JSON.parse(row.argv) as string[],
    actor: row.actor,
    org: row.org,
    year: row.year,
    summary: JSON.parse(row.summary) as Record<
      'read' | 'add' | 'update' | 'remove' | 'unchanged' | 'rejected',
      number
    >,
    files: JSON.parse(row.files) as { name: string; sha256: string }[],
    digest: row.digest,
    undoes: row.undoes,
    program: row.program,
    node: row.node,
    engine: row.engine,
    host: row.host,
    os_user: row.os_user,
  };
}

/** The command as it was typed. */
export function typedCommand(argv: readonly string[]): string {
  return shellLine(['qabyl', ...argv]);
}
