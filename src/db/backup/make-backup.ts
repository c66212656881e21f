import { createWriteStream } from 'node:fs';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { problem } from '../../domain/problem.ts';
import { OperatorError } from '../../errors.ts';
import type { Database } from '../database.ts';
import { lastChange } from '../history.ts';
import { requireCurrentSchema } from '../migrate.ts';
import { copyDatabase } from '../sqlite/copy-database.ts';
import { describeTarget } from '../target.ts';
import { usingDatabase } from '../using-database.ts';
import { makeBackupFile } from './new-backup.ts';
import { type Contents, portableLines } from './portable-lines.ts';
import { storedTables } from './stored-tables.ts';
import { tablePages } from './table-pages.ts';
import { wholeSnapshot } from './whole-snapshot.ts';

/** Where a backup goes, and who makes it. */
export interface BackupPlan {
  readonly path: string;
  /** what people call it */
  readonly file: string;
  /** whether it may take the place of a file that is there */
  readonly replace: boolean;
  readonly signal: AbortSignal;
  /** of this program */
  readonly program: string;
  readonly at: Date;
}

export type Made = Contents & { readonly bytes: number };

/**
 * Copies a database file, while others write, and reads the copy from end to end before it gets its name.
 * @throws OperatorError backup-exists, backup-unwritable, database-not-a-database, database-damaged
 */
export async function copyFile(database: Database, source: string, plan: BackupPlan): Promise<Made> {
  const { path, file, replace, signal } = plan;
  const { made, bytes } = await makeBackupFile(path, file, replace, async copy => {
    await copyDatabase(source, copy, signal);
    return lookedThrough(copy, describeTarget(database.target), signal);
  });
  return { ...made, bytes };
}

/** Every row of the copy, by the indexes that find it: what cannot be read is told now and not when it is needed. */
async function lookedThrough(path: string, source: string, signal: AbortSignal): Promise<Contents> {
  try {
    const options = { create: false, program: 'qabyl backup', signal };
    return await usingDatabase({ kind: 'sqlite', path }, options, async copy => {
      await requireCurrentSchema(copy);
      return copy.read(async db => {
        let rows = 0;
        for (const table of storedTables)
          for await (const page of tablePages(db, table)) rows += page.rows.length;
        const { id, chain } = await lastChange(db, copy.dialect);
        return { rows, change: id, head: chain };
      });
    });
  } catch (error) {
    const [first] = error instanceof OperatorError ? error.problems : [];
    if (first?.code !== 'database-not-a-database' && first?.code !== 'database-damaged') throw error;
    // The copy is gone by now: what is damaged is what it was made of.
    throw new OperatorError(problem(first.code, { target: source }), { cause: error });
  }
}

/**
 * Writes the portable form of a whole database into a file, packed where its name ends in `.gz`.
 * @throws OperatorError backup-exists, backup-unwritable, backup-partial
 */
export async function writePortable(database: Database, plan: BackupPlan): Promise<Made> {
  const { path, file, replace, signal } = plan;
  const packed = /\.gz$/i.test(file);
  const { made, bytes } = await makeBackupFile(path, file, replace, place =>
    portablePieces(database, plan, pieces => {
      const out: Writable = createWriteStream(place, { flags: 'w' });
      const bytesOf = Readable.from(buffers(pieces), { objectMode: false });
      return packed ? pipeline(bytesOf, createGzip(), out, { signal }) : pipeline(bytesOf, out, { signal });
    }),
  );
  return { ...made, bytes };
}

/**
 * Gives the portable form of a whole database to `take`, piece by piece.
 * @throws OperatorError backup-partial; whatever `take` throws
 */
export function portablePieces(
  database: Database,
  made: { readonly program: string; readonly at: Date },
  take: (pieces: AsyncGenerator<string>) => Promise<void>,
): Promise<Contents> {
  return wholeSnapshot(database, async db => {
    let contents: Contents = { rows: 0, change: 0, head: '' };
    async function* pieces(): AsyncGenerator<string> {
      contents = yield* portableLines(db, database.dialect, made);
    }
    await take(pieces());
    return contents;
  });
}

async function* buffers(pieces: AsyncIterable<string>): AsyncGenerator<Buffer> {
  for await (const piece of pieces) yield Buffer.from(piece);
}
