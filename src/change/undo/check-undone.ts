import type { Tx } from '../../db/dialect.ts';
import type { Sink } from '../sink.ts';
import { checkOrgs } from './check-orgs.ts';
import { checkPeople } from './check-people.ts';
import { checkReferences } from './check-references.ts';
import { checkSettings } from './check-settings.ts';
import { checkTerritory } from './check-territory.ts';
import type { Undone } from './undone.ts';
import { territoryOf, undoneStreets } from './undone-streets.ts';

/**
 * Every rule that holds after a change holds after an undo. Its rows are unmoved, but what stands beside them may have
 * changed since: a house that another school has by now, an executor who has left. Tells the sink what is wrong, and
 * what the undo means for the territories of schools.
 */
export async function checkUndone(tx: Tx, undone: Undone, sink: Sink): Promise<void> {
  const undo = sink.change;
  const streets = await undoneStreets(tx, undone);
  if (streets.length > 0) sink.territory = territoryOf(streets);
  sink.problem(
    ...(await checkReferences(tx, undone, undo)),
    ...(await checkOrgs(tx, undone, undo)),
    ...(await checkPeople(tx, undone, sink)),
    ...(await checkTerritory(tx, undone, undo, streets)),
    ...(await checkSettings(tx, undone)),
  );
}
