import type { Made } from '../../../domain/doctor/right-facts.ts';
import { guardStatements } from '../authority/guards.ts';

/** What the guards of a schema are made of, each with the statement that makes it. */
export interface MadeObjects {
  /** tables that must be under row-level security */
  readonly tables: readonly string[];
  readonly policies: readonly Made[];
  readonly triggers: readonly Made[];
  readonly functions: readonly Made[];
  readonly views: readonly Made[];
  /** functions that nobody may call but who owns the tables */
  readonly closed: ReadonlySet<string>;
  /** the rows of `permission`, as `values` */
  readonly permissions: Made;
}

/** Reads them out of the statements themselves, so that a new guard is looked at without a line here. */
export function madeObjects(schema: string): MadeObjects {
  const statements = guardStatements(schema);
  /** The pattern has the groups `name` and maybe `table`. */
  const madeBy = (pattern: RegExp): Made[] =>
    statements.flatMap(statement => {
      const { name, table = '' } = pattern.exec(statement)?.groups ?? {};
      return name === undefined ? [] : [{ name, table, statement }];
    });
  const revoked = madeBy(/^revoke execute on function (?<name>\w+) from public$/);
  const [permissions] = madeBy(/^insert into (?<name>permission) /);
  if (permissions === undefined) throw new Error('the guards have no permissions');
  return {
    tables: madeBy(/^alter table (?<name>\w+) enable row level security$/).map(({ name }) => name),
    policies: madeBy(/^create policy (?<name>\w+) on (?<table>\w+)/),
    triggers: madeBy(/^create (?:constraint )?trigger (?<name>\w+)\s[^$]*?\son (?<table>\w+)/),
    functions: madeBy(/^create function (?<name>\w+)\s*\(/),
    views: madeBy(/^create view (?<name>\w+)\s/),
    closed: new Set(revoked.map(({ name }) => name)),
    permissions,
  };
}
