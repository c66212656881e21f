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
export async function schemaFacts(
  { target, dialect, read }: Looking,
  closed: SchemaFacts['closed'],
  known: readonly string[] = Object.keys(migrations),
): Promise<SchemaFacts> {
  const facts = await read(async db => {
    const version = closed === null ? await databaseVersion(db, dialect) : null;
    const foreign = version === null && (await dialect.holdsForeignTables(db));
    return { target: describeTarget(target), version, foreign, known, closed };
  });
  const isOlder = known.indexOf(facts.version ?? '') >= 0 && facts.version !== known.at(-1);
  return { ...facts, first: isOlder ? await firstDepartment(read) : null };
}

async function firstDepartment(read: Looking['read']): Promise<SchemaFacts['first']> {
  try {
    const found = await read(db =>
      db
        .selectFrom('org')
        .select(['name_kk as name', 'code', 'bin'])
        .where('department', 'is', null)
        .orderBy('code')
        .executeTakeFirst(),
    );
    return found ?? null;
  } catch {
    return null; // an older schema may have other columns, and a login may not see them
  }
}
