import type { Queryable } from './dialect.ts';
import type { RowKind } from './tables.ts';

/** What an undo must know of a change. */
export interface ChangeFacts {
  readonly id: number;
  readonly at: string;
  readonly command: string;
  /** the change that it takes back itself */
  readonly undoes: number | null;
}

/** One line of the history, as far as an undo asks. */
export async function changeFacts(db: Queryable, id: number): Promise<ChangeFacts | null> {
  const row = await db
    .selectFrom('change')
    .select(['id', 'at', 'command', 'undoes'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** Which changes had written some rows that a change replaced or removed, by key. */
export async function formerChanges(
  db: Queryable,
  change: number,
  kind: RowKind,
  keys: readonly string[],
): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('former_row')
    .select(['key', 'former_change'])
    .where('change', '=', change)
    .where('kind', '=', kind)
    .where('key', 'in', keys)
    .execute();
  return new Map(rows.map(row => [row.key, row.former_change]));
}

/**
 * The change that took a row away for good, where `first` replaced or removed what was written: what later changes
 * replaced, and what an undo brought back, is followed to its end.
 */
export async function lastRemover(db: Queryable, kind: RowKind, key: string, first: number): Promise<number> {
  let remover = first;
  for (;;) {
    const next =
      (await replacedBy(db, kind, key, remover)) ?? (await replacedAfterUndo(db, kind, key, remover));
    if (next === null) return remover;
    remover = next;
  }
}

/** The change that replaced what another one wrote. */
async function replacedBy(db: Queryable, kind: RowKind, key: string, change: number): Promise<number | null> {
  const row = await db
    .selectFrom('former_row')
    .select('change')
    .where('former_change', '=', change)
    .where('kind', '=', kind)
    .where('key', '=', key)
    .executeTakeFirst();
  return row?.change ?? null;
}

/** The same for what the last undo of that change had brought back. */
async function replacedAfterUndo(
  db: Queryable,
  kind: RowKind,
  key: string,
  change: number,
): Promise<number | null> {
  const row = await db
    .selectFrom('former_row')
    .innerJoin('change', 'change.id', 'former_row.former_change')
    .select('former_row.change')
    .where('change.undoes', '=', change)
    .where('kind', '=', kind)
    .where('key', '=', key)
    .orderBy('former_row.change', 'desc')
    .executeTakeFirst();
  return row?.change ?? null;
}
