import type { Backup } from '../../db/backup/backup.ts';
import { damaged, refusesRows } from '../../db/backup/damage.ts';
import type { Database, WriteTurn } from '../../db/database.ts';
import type { Tx } from '../../db/dialect.ts';
import { lastChange } from '../../db/history.ts';
import { migrate } from '../../db/migrate.ts';
import { DatabaseAppeared } from '../../db/sqlite/new-file.ts';
import { describeTarget } from '../../db/target.ts';
import { problem } from '../../domain/problem.ts';
import { OperatorError } from '../../errors.ts';
import { hearInterruption } from '../hear-interruption.ts';
import { verifyHistory } from '../verify/verify-history.ts';

/** What was brought back. */
export interface Restored {
  readonly rows: number;
  readonly changes: number;
  /** number and digest of the last change */
  readonly change: number;
  readonly head: string;
}

/**
 * Brings a backup back into an empty database: makes the tables, loads the rows, and checks the whole history and every
 * row against it before the commit. A throw leaves nothing behind.
 * @param file what people call the backup
 * @throws OperatorError restore-target-used, backup-damaged, backup-history-broken
 */
export async function restoreBackup(
  database: Database,
  file: string,
  backup: Backup,
  turn: WriteTurn,
): Promise<Restored> {
  const heard = () => hearInterruption(turn.signal);
  try {
    return await database.write(turn, async (tx, leaves) => {
      await refuseUsed(tx, database);
      await migrate(tx, database);
      const rows = await load(tx, database, backup, heard);
      const verified = await verify(tx, database, file, backup, heard);
      leaves({ id: verified.change, chain: verified.head });
      return { rows, ...verified };
    });
  } catch (error) {
    if (error instanceof DatabaseAppeared) throw used(database);
    throw refusesRows(error) ? damaged(file, 'unusable', null, error) : error;
  }
}

/** @throws OperatorError restore-target-used: what is there is not to be mixed with what was elsewhere */
async function refuseUsed(tx: Tx, database: Database): Promise<void> {
  if (!(await database.dialect.isEmpty(tx))) throw used(database);
}

function used({ target }: Database): OperatorError {
  return new OperatorError(problem('restore-target-used', { target: describeTarget(target) }));
}

async function load(
  tx: Tx,
  { dialect }: Database,
  backup: Backup,
  heard: () => Promise<void>,
): Promise<number> {
  const rows = await backup.read(async page => {
    await dialect.addStored(tx, page.table, page.rows);
    await heard();
  });
  await dialect.checkReferences(tx);
  return rows;
}

/** The history as the backup itself tells it, and every row as the history tells it. */
async function verify(
  tx: Tx,
  { dialect }: Database,
  file: string,
  { header }: Backup,
  heard: () => Promise<void>,
): Promise<Omit<Restored, 'rows'>> {
  const last = await lastChange(tx, dialect);
  if (last.id !== header.change || last.chain !== header.head) throw damaged(file, 'altered', null);
  const { changes, total, breaks } = await verifyHistory(tx, dialect, heard);
  if (total > 0)
    throw new OperatorError([
      problem('backup-history-broken', { file, breaks: total }),
      ...breaks.slice(0, 1),
    ]);
  return { changes, change: last.id, head: last.chain };
}
