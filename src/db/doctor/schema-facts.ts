import type { SchemaFacts } from '../../domain/doctor/facts.ts';
import { databaseVersion } from '../migrate.ts';
import { migrations } from '../migrations/migrations.ts';
import { describeTarget } from '../target.ts';
import type { Looking } from './looking.ts';

/**
 * Which schema a database has, whoever made it.
 * @param closed the schema that the login may not use, though the tables are there
 * @param known every migration of the program, in order
 */
export function schemaFacts(
  { target, dialect, read }: Looking,
  closed: SchemaFacts['closed'],
  known: readonly string[] = Object.keys(migrations),
): Promise<SchemaFacts> {
  return read(async db => {
    const version = closed === null ? await databaseVersion(db, dialect) : null;
    const foreign = version === null && (await dialect.holdsForeignTables(db));
    return { target: describeTarget(target), version, foreign, known, closed };
  });
}
