import { CompiledQuery, type KyselyPlugin } from 'kysely';
import type { Queryable } from '../../src/db/dialect.ts';

/** SQLite's plans of the queries that some work makes; nobody has counted anything for them (no `analyze`). */
export async function plansOf(db: Queryable, work: (db: Queryable) => Promise<unknown>): Promise<string[]> {
  const built = new Map<string, CompiledQuery>();
  const asked: CompiledQuery[] = [];
  const recorder: KyselyPlugin = {
    transformQuery({ node, queryId }) {
      built.set(queryId.queryId, db.getExecutor().compileQuery(node, queryId));
      return node;
    },
    // A query within another is built too, and only the other is asked.
    async transformResult({ result, queryId }) {
      const query = built.get(queryId.queryId);
      if (query !== undefined) asked.push(query);
      return result;
    },
  };
  await work(db.withPlugin(recorder));
  const plans: string[] = [];
  for (const { sql, parameters } of asked) {
    const explained = CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]);
    const { rows } = await db.executeQuery<{ detail: string }>(explained);
    plans.push(rows.map(({ detail }) => detail).join('; '));
  }
  return plans;
}
