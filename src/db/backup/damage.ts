import type { BackupDamage } from '../../domain/backup-problems.ts';
import { problem } from '../../domain/problem.ts';
import { OperatorError } from '../../errors.ts';
import { postgresCode } from '../postgres/postgres-dialect.ts';
import { sqliteCode } from '../sqlite/sqlite-dialect.ts';
import type { TablePage } from './backup.ts';

/** @param line where a text goes wrong, null for a file without lines */
export function damaged(
  file: string,
  reason: BackupDamage,
  line: number | null,
  cause?: unknown,
): OperatorError {
  return new OperatorError(problem('backup-damaged', { file, line, reason }), { cause });
}

/** Whether every cell is what its column takes; SQLite's tables and PostgreSQL's would answer each in its own way. */
export function fitsTable({ table, rows }: TablePage): boolean {
  const types = Object.values(table.columns);
  return rows.every(
    row =>
      row.length === types.length &&
      row.every((cell, i) => {
        if (cell === null) return true;
        return types[i] === 'text' ? typeof cell === 'string' : Number.isSafeInteger(cell);
      }),
  );
}

/**
 * Whether a database has refused the rows for what they are: a constraint (SQLite), a data exception or an integrity
 * constraint (PostgreSQL's classes 22 and 23: https://www.postgresql.org/docs/current/errcodes-appendix.html).
 */
export function refusesRows(error: unknown): boolean {
  return (
    /^SQLITE_(CONSTRAINT|MISMATCH|TOOBIG)/.test(sqliteCode(error) ?? '') ||
    /^2[23]/.test(postgresCode(error) ?? '')
  );
}

/** Whether SQLite says of a file that it could open that it is not as it was written: all but the system's own words. */
export function tellsDamage(error: unknown): boolean {
  const code = sqliteCode(error);
  return code !== null && !/^SQLITE_(BUSY|LOCKED|CANTOPEN|IOERR|FULL|READONLY|PERM|AUTH)/.test(code);
}
