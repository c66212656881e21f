import type { Queryable } from './dialect.ts';
import type { ChangeRow } from './schema.ts';

const PAGE = 500;

/**
 * Every line of the history, the oldest first, page by page.
 * @param after the number of the line before the first one wanted
 */
export async function* historyPages(db: Queryable, after: number | null = null): AsyncGenerator<ChangeRow[]> {
  for (let last = after; ; ) {
    const oldest = db.selectFrom('change').selectAll().orderBy('id').limit(PAGE);
    const page: ChangeRow[] = await (last === null ? oldest : oldest.where('id', '>', last)).execute();
    if (page.length > 0) yield page;
    if (page.length < PAGE) return;
    last = page.at(-1)?.id ?? 0;
  }
}

/** The organisations that changes touched, in the order of the changes, page by page. */
export async function* orgPages(db: Queryable): AsyncGenerator<{ change: number; org: string }[]> {
  for (let last: { change: number; org: string } | null = null; ; ) {
    const after = last;
    const oldest = db
      .selectFrom('change_org')
      .select(['change', 'org'])
      .orderBy('change')
      .orderBy('org')
      .limit(PAGE);
    const page: { change: number; org: string }[] = await (after === null
      ? oldest
      : oldest.where(({ eb, or, and }) =>
          or([
            eb('change', '>', after.change),
            and([eb('change', '=', after.change), eb('org', '>', after.org)]),
          ]),
        )
    ).execute();
    if (page.length > 0) yield page;
    if (page.length < PAGE) return;
    last = page.at(-1) ?? null;
  }
}

/** Number and time of the last line; null where there is none. */
export async function lastLine(db: Queryable): Promise<{ change: number; at: string } | null> {
  const found = await db
    .selectFrom('change')
    .select(['id as change', 'at'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return found ?? null;
}
