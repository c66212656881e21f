import type { Tx } from '../../db/dialect.ts';
import { readOrgTree } from '../../db/organisations.ts';
import { misplacedBindings } from '../../db/undo-checks.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import type { Undone } from './undone.ts';

/**
 * The rules about organisations after an undo, as `import-orgs` holds them: each stands under a department and never
 * under itself, and a school has streets only of its department, and only with a territory.
 */
export async function checkOrgs(tx: Tx, undone: Undone, undo: number): Promise<Problem[]> {
  const found: Problem[] = [];
  if (undone.orgs.size > 0) {
    const tree = await readOrgTree(tx);
    for (const code of undone.orgs) {
      const parent = tree.get(tree.get(code)?.department ?? '');
      if (parent && parent.kind !== 'department')
        found.push(problem('parent-not-department', { code, parent: parent.code }));
      if (tree.ancestors(code).includes(code)) found.push(problem('parent-cycle', { code }));
    }
  }
  if (undone.orgs.size === 0 && undone.bindings.size === 0) return found;
  const misplaced = await misplacedBindings(tx, undo);
  for (const [school, rows] of Map.groupBy(misplaced, row => row.school)) {
    const [first] = rows;
    if (!first) continue;
    const column = first.territory === 'none' ? 'territory' : 'department';
    const by = first.org_change === undo ? Math.max(...rows.map(row => row.change)) : first.org_change;
    const args = { school, column, streets: rows.length, year: first.year, by } as const;
    found.push(problem('undo-misplaces-streets', args));
  }
  return found;
}
