import type { Queryable } from '../../db/dialect.ts';
import { readOrgTree } from '../../db/organisations.ts';
import { grantsOf } from '../../db/staff.ts';
import { type Action, mayDo } from '../../domain/authority/permissions.ts';
import { type Problem, problem } from '../../domain/problem.ts';

/**
 * What concerns the whole database is asked of the first department, the one that has none above it.
 * @returns why somebody may not do it; null for who may
 */
export async function refusalAtTop(db: Queryable, iin: string, action: Action): Promise<Problem | null> {
  const grants = await grantsOf(db, iin);
  if (grants.length === 0) return problem('actor-unknown', { iin });
  const tops = (await readOrgTree(db)).all.filter(({ department }) => department === null);
  for (const { code, kind } of tops) {
    const verdict = mayDo(grants, action, { org: code, kind, ancestors: [] });
    if (verdict.allowed) continue;
    const offices = verdict.by.map(({ role }) => ({ role, org: code }));
    return problem('not-permitted', { actor: iin, action, org: code, offices });
  }
  return null;
}
