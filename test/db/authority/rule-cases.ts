import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenes } from '../../../fixtures/story.ts';
import { ROW_RULES } from '../../../src/db/postgres/authority/rules/row-rules.ts';
import type { RowKind } from '../../../src/db/tables.ts';
import { District } from '../../support/district.ts';
import { createPostgres, RuleBench } from './rule-bench.ts';
import { CHANGE } from './written-rows.ts';

/** What somebody writes, and the code of the problem that must be found; null = it must pass. */
type Case = readonly [what: string, code: string | null, ...statements: readonly string[]];

/** Tries rows of some kinds beside the district of the story: none of them stays. */
export function describeRules(cases: Readonly<Partial<Record<RowKind, readonly Case[]>>>): void {
  let district: District;
  let bench: RuleBench;
  beforeAll(async () => {
    district = await District.open(createPostgres, scenes);
    bench = await RuleBench.open(district.db);
  });
  afterAll(async () => {
    await bench.close();
    await district.drop();
  });

  for (const kind of Object.keys(cases) as RowKind[])
    describe(kind, () => {
      for (const [what, code, ...statements] of cases[kind] ?? [])
        it(`${what}: ${code ?? 'passes'}`, async () => {
          const found = await bench.tried(CHANGE, kind, ...statements);
          if (code === null) expect(found).toEqual([]);
          else expect(found).toContain(code);
        });

      it('every rule is broken by one of these', () => {
        const broken = new Set((cases[kind] ?? []).map(([, code]) => code));
        expect(ROW_RULES[kind].map(({ code }) => code).filter(code => !broken.has(code))).toEqual([]);
      });
    });
}
