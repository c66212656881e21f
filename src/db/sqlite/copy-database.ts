import BetterSqlite from 'better-sqlite3';
import { READER_PATIENCE_MS } from './sqlite-driver.ts';

/** So many pages are copied at once: a megabyte or two, a few milliseconds, and Ctrl-C is heard in between. */
const PAGES_AT_ONCE = 200;

/**
 * Copies a database file while others read and write it (https://www.sqlite.org/backup.html). The copy is one file,
 * with nothing beside it: it can be read from a disk that takes no writing.
 * @param to an empty file
 * @throws the reason of `signal`; SqliteError
 */
export async function copyDatabase(from: string, to: string, signal: AbortSignal): Promise<void> {
  const handle = new BetterSqlite(from, { fileMustExist: true, timeout: READER_PATIENCE_MS });
  try {
    const isWriteAhead = handle.pragma('journal_mode', { simple: true }) === 'wal';
    if (isWriteAhead) {
      // Within one snapshot the copy goes through to its end; else it would begin again after every commit of another.
      handle.exec('begin');
      handle.prepare('select count(*) from sqlite_master').get();
    }
    await handle.backup(to, {
      progress: () => {
        signal.throwIfAborted();
        return PAGES_AT_ONCE;
      },
    });
  } finally {
    handle.close();
  }
  signal.throwIfAborted();
  leaveWriteAhead(to);
}

function leaveWriteAhead(path: string): void {
  const copy = new BetterSqlite(path, { timeout: READER_PATIENCE_MS });
  try {
    copy.pragma('journal_mode = DELETE');
  } finally {
    copy.close();
  }
}

/** Whether SQLite finds nothing wrong in any table or index; reads the file from end to end, deaf meanwhile. */
export function isIntact(path: string): boolean {
  const copy = new BetterSqlite(path, { readonly: true });
  try {
    return copy.pragma('integrity_check(1)', { simple: true }) === 'ok';
  } finally {
    copy.close();
  }
}
