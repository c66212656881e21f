import type { Tx } from '../../db/dialect.ts';
import type { BindingRow } from '../../db/schema.ts';
import { bindingsOnStreets, type StoredBinding, streetsNamed } from '../../db/territory.ts';
import { type Holding, settledAll, storedHolding } from '../../domain/territory/holding.ts';
import { setFromText } from '../../domain/territory/house-set.ts';
import { streetLabel } from '../../domain/territory/street-label.ts';
import {
  joinPlans,
  planOfStreet,
  type StreetTurn,
  type TerritoryPlan,
} from '../../domain/territory/territory-plan.ts';
import type { MovedBinding, Undone } from './undone.ts';

/** A street of which an undo touched bindings, with what every school had and has of it. */
export interface UndoneStreet extends StreetTurn {
  /** the schools whose bindings the undo touched; all others have what they had */
  readonly moved: ReadonlySet<string>;
  /** school → the change that wrote its binding */
  readonly writtenBy: ReadonlyMap<string, number>;
}

/** The streets of which an undo touched bindings, by list and code. To be asked once all is written. */
export async function undoneStreets(tx: Tx, undone: Undone): Promise<UndoneStreet[]> {
  const found: UndoneStreet[] = [];
  for (const [list, moved] of undone.bindings) {
    const [year = '', department = ''] = list.split('/');
    const codes = [...moved.keys()].sort();
    const listed = new Map((await streetsNamed(tx, year, department, codes)).map(row => [row.street, row]));
    const bound = Map.groupBy(await bindingsOnStreets(tx, year, department, codes), row => row.street);
    for (const code of codes) {
      const street = listed.get(code);
      found.push({
        street: street === undefined ? code : streetLabel(street),
        known: street?.houses == null ? null : setFromText(street.houses),
        ...turnOf(bound.get(code) ?? [], moved.get(code) ?? new Map()),
      });
    }
  }
  return found;
}

function turnOf(now: readonly StoredBinding[], moved: ReadonlyMap<string, MovedBinding>) {
  const after = new Map(now.map(row => [row.school, storedHolding(row)]));
  const before = new Map<string, Holding>(after);
  for (const [school, { before: row }] of moved)
    if (row === null) before.delete(school);
    else before.set(school, storedHolding(row as BindingRow));
  const writtenBy = new Map(now.map(({ school, change }) => [school, change]));
  return { before, after, moved: new Set(moved.keys()), writtenBy };
}

/** What an undo means for schools, as `bind-streets` shows it: an idle share is told as such, and is none. */
export function territoryOf(streets: readonly UndoneStreet[]): TerritoryPlan {
  return joinPlans(
    streets.map(turn =>
      planOfStreet({ ...turn, before: settledAll(turn.before), after: settledAll(turn.after) }),
    ),
  );
}
