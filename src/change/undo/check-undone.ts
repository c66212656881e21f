import type { Tx } from '../../db/dialect.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Sink } from '../sink.ts';
import { checkOrgs } from './check-orgs.ts';
import { checkPeople } from './check-people.ts';
import { checkReferences } from './check-references.ts';
import { checkSettings } from './check-settings.ts';
import { checkTerritory } from './check-territory.ts';
import type { Undone } from './undone.ts';

/**
 * Every rule that holds after a change holds after an undo. Its rows are unmoved, but what stands beside them may have
 * changed since: a house that another school has by now, an executor who has left.
 * @param sink the number of the undo itself, and the organisations whose rows it touches
 */
export async function checkUndone(
  tx: Tx,
  undone: Undone,
  sink: Pick<Sink, 'change' | 'orgs'>,
): Promise<Problem[]> {
  const undo = sink.change;
  return [
    ...(await checkReferences(tx, undone, undo)),
    ...(await checkOrgs(tx, undone, undo)),
    ...(await checkPeople(tx, undone, sink)),
    ...(await checkTerritory(tx, undone, undo)),
    ...(await checkSettings(tx, undone)),
  ];
}
