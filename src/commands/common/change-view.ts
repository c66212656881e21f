import type { ChangeRow } from '../../db/schema.ts';
import { shellLine } from '../../output/shell-quote.ts';
import type { Acting } from './acting.ts';

/** A change of one organisation is read by its people and those above; one of several by those of the top. */
export function mayReadChange(acting: Acting, row: ChangeRow): boolean {
  if (row.actor === acting.actor.iin) return true;
  const org = row.org === null ? undefined : acting.orgs.get(row.org);
  if (org) return acting.may('read', org);
  return acting.orgs.all.filter(one => one.department === null).some(top => acting.may('read', top));
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
    program: row.program,
  };
}

/** The command as it was typed. */
export function typedCommand(argv: readonly string[]): string {
  return shellLine(['qabyl', ...argv]);
}
