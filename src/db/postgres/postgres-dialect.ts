import { CompiledQuery, type Kysely } from 'kysely';
import { problem } from '../../domain/problem.ts';
import { OperatorError } from '../../errors.ts';
import type { Dialect, RowAction } from '../dialect.ts';
import { cell, type Row, type TableShape } from '../tables.ts';
import { loginState, readSession } from './authority/ask-session.ts';
import { guardStatements } from './authority/guards.ts';
import { bulkReference } from './bulk-reference.ts';
import { findUnlike, packedAdder } from './postgres-packed.ts';
import { addStored } from './postgres-stored.ts';

/** PostgreSQL's side of the differences. Bulk writes send one array per column: one round trip a batch. */
export function postgresDialect(target: string): Dialect {
  return {
    name: 'postgres',
    byteOrder: 'collate "C"',
    tableOptions: '',
    bulkTableOptions: '',
    bulkReference,
    guards: schema => guardStatements(schema ?? 'public'),
    session: readSession,
    loginState,
    lastChange: 'last_change()',
    run: async (db: Kysely<unknown>, ...statements) => {
      // All in one message: a schema of two hundred statements is not two hundred ways there and back.
      await db.executeQuery(CompiledQuery.raw(statements.join(';\n')));
    },
    currentSchema: async db => {
      const found = await db.executeQuery<{ schema: string | null }>(
        CompiledQuery.raw('select current_schema() as schema'),
      );
      return found.rows[0]?.schema ?? null;
    },
    hasTable: async (db, table) => {
      const found = await db.executeQuery<{ oid: string | null }>(
        CompiledQuery.raw('select to_regclass($1)::text as oid', [table]),
      );
      return (found.rows[0]?.oid ?? null) !== null;
    },
    holdsForeignTables: async () => false,
    isEmpty: async db => {
      const found = await db.executeQuery<{ some: boolean }>(
        CompiledQuery.raw(
          `select exists (select from pg_class where relnamespace = current_schema()::regnamespace)
             or exists (select from pg_proc where pronamespace = current_schema()::regnamespace) as some`,
        ),
      );
      return found.rows[0]?.some !== true;
    },
    writeRows: async (tx, shape, action, rows, change) => {
      const { text, values } = statementFor(shape, action, rows, change);
      await tx.executeQuery(CompiledQuery.raw(text, values));
    },
    addPacked: packedAdder(),
    addStored,
    findUnlike,
    // A table that nobody has analysed yet would be read from end to end; `limit` holds it to one probe a key.
    joinByKey: (table, on) =>
      `cross join lateral (select * from ${table} as stored where ${on} limit 1) as stored`,
    checkReferences: async tx => {
      // The history's own line is written last: what refers to it waits for the commit.
      const found = await tx.executeQuery<{ names: string | null }>(
        CompiledQuery.raw(
          `select string_agg(distinct quote_ident(conname), ', ') as names from pg_constraint
           where condeferrable and connamespace = current_schema()::regnamespace
             and confrelid <> to_regclass('change') and conname not in ('change_recorded', 'revoke_login')`,
        ),
      );
      const names = found.rows[0]?.names ?? null;
      if (names !== null) await tx.executeQuery(CompiledQuery.raw(`set constraints ${names} immediate`));
    },
    engineVersion: async db => {
      const found = await db.executeQuery<{ version: string }>(
        CompiledQuery.raw(`select current_setting('server_version') as version`),
      );
      return `postgres ${found.rows[0]?.version ?? ''}`.trim();
    },
    explain: error => explainPostgres(error, target),
  };
}

function statementFor(shape: TableShape, action: RowAction, rows: readonly Row[], change: number) {
  const columns = Object.keys(shape.columns);
  const sent = action === 'remove' ? shape.key : columns;
  const arrays = sent.map((column, i) => `$${i + 1}::${shape.columns[column]}[]`).join(', ');
  const given = `unnest(${arrays}) as given (${sent.join(', ')})`;
  const values = sent.map(column => rows.map(row => cell(row, column)));
  const where = shape.key.map(column => `t.${column} = given.${column}`).join(' and ');
  switch (action) {
    case 'add':
      return {
        text: `insert into ${shape.table} (${[...columns, 'change'].join(', ')}) select given.*, $${sent.length + 1}::integer from ${given}`,
        values: [...values, change],
      };
    case 'update': {
      const set = columns.filter(c => !shape.key.includes(c)).map(c => `${c} = given.${c}`);
      return {
        text: `update ${shape.table} as t set ${[...set, `change = $${sent.length + 1}::integer`].join(', ')} from ${given} where ${where}`,
        values: [...values, change],
      };
    }
    case 'remove':
      return { text: `delete from ${shape.table} as t using ${given} where ${where}`, values };
  }
}

/** PostgreSQL's conditions that an operator can act on: https://www.postgresql.org/docs/current/errcodes-appendix.html */
export function explainPostgres(error: unknown, target: string): OperatorError | null {
  const code = postgresCode(error);
  if (code === null) return null;
  const reason = reasonOf(error);
  if (code === '55P03' || isConflict(error))
    return new OperatorError(
      problem('database-locked', { target, holder: null, since: null, command: null }),
      {
        cause: error,
      },
    );
  if (code === '42501')
    return new OperatorError(problem('database-forbids', { target, reason }), { cause: error });
  if (code === '25006') return new OperatorError(problem('database-read-only', { target }), { cause: error });
  if (code === '53100') return new OperatorError(problem('database-full', { target }), { cause: error });
  // 57014: `statement_timeout`; a bulk is one statement as long as the import.
  if (code === '57014' || code.startsWith('53'))
    return new OperatorError(problem('database-refused', { target, reason }), { cause: error });
  const cannotConnect =
    /^(08|28|3D|57P)/.test(code) ||
    /^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EHOST|ENET|EPIPE|ENOENT|EACCES|ERR_TLS|CERT|SELF_SIGNED|DEPTH_ZERO)/.test(
      code,
    );
  return cannotConnect
    ? new OperatorError(problem('database-unreachable', { target, reason }), { cause: error })
    : null;
}

/** Whether a transaction lost against another one (serialization failure, deadlock): run again, it may succeed. */
export function isConflict(error: unknown): boolean {
  return ['40001', '40P01'].includes(postgresCode(error) ?? '');
}

/** An SQLSTATE, a system error's code, or a mark for the driver's own messages about a lost connection; null for any other error. */
export function postgresCode(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return /terminated|not queryable|timeout exceeded|not support SSL|SASL|client password/i.test(error.message)
    ? '08000'
    : null;
}

/** Several addresses of one host fail together as an AggregateError, whose own message is empty. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.message !== '') return error.message;
  const first: unknown = error instanceof AggregateError ? error.errors[0] : undefined;
  return first instanceof Error ? first.message : error.name;
}
