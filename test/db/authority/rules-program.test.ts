import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Scene, scenes, story } from '../../../fixtures/story.ts';
import { District } from '../../support/district.ts';
import { anyWork, openSmallDistrict } from '../../support/random-work.ts';
import { playScenes } from '../../support/story.ts';
import { createPostgres, RuleBench } from './rule-bench.ts';

/** What the rules find among the rows of every change since one. */
async function brokenSince(bench: RuleBench, change: number): Promise<{ last: number; found: string[] }> {
  const last = await bench.lastChange();
  const found: string[] = [];
  for (let one = change + 1; one <= last; one++) found.push(...(await bench.broken(one)));
  return { last, found };
}

describe('what the program itself writes', () => {
  it('breaks no rule, scene by scene of the story, nor does it when it is taken back', async () => {
    const district = await District.open(createPostgres, scenes.slice(0, 1));
    const bench = await RuleBench.open(district.db);
    try {
      let seen = 0;
      const check = async (title: string) => {
        const { last, found } = await brokenSince(bench, seen);
        expect(found, title).toEqual([]);
        seen = last;
      };
      await check('init');
      for (const scene of scenes.slice(1)) {
        await playScenes(district.db, [scene]);
        await check(String(scene.argv));
      }
      // The last ones first: whatever stands on what a change made is gone by then.
      for (let change = seen; change > 1; change--) {
        const { as, argv } = scenes[change - 1] as Scene;
        await district.change(as ?? story.admin.iin, [
          'undo',
          String(change),
          '--yes',
          '--allow-removals=9999',
          '--allow-changes=9999',
        ]);
        await check(`undo ${argv}`);
      }
      expect(seen, 'changes that were judged').toBeGreaterThan(scenes.length + 5);
    } finally {
      await bench.close();
      await district.drop();
    }
  });

  it('breaks no rule in any random work with its undos', async () => {
    let judged = 0;
    await fc.assert(
      fc.asyncProperty(anyWork, async work => {
        const district = await openSmallDistrict(createPostgres);
        const bench = await RuleBench.open(district.db);
        try {
          let seen = 0;
          /** who made each change that may be taken back, the last one first */
          const made: { change: number; as: string }[] = [];
          for (const one of work) {
            const target = 'ago' in one ? made[one.ago] : null;
            if (target === undefined) continue;
            const as = target?.as ?? ('as' in one ? one.as : story.admin.iin);
            const words =
              'ago' in one
                ? ['undo', String(target?.change)]
                : one.argv.map(word => (word === 'FILE' ? district.file(...(one.lines ?? [])) : word));
            const answer = await district.change(as, [
              ...words,
              '--yes',
              '--allow-removals=99',
              '--allow-changes=99',
            ]);
            const { last, found } = await brokenSince(bench, seen);
            expect(found, words.join(' ')).toEqual([]);
            judged += last - seen;
            seen = last;
            if (answer.document.change !== null) made.unshift({ change: answer.document.change, as });
          }
        } finally {
          await bench.close();
          await district.drop();
        }
      }),
      { numRuns: 6 },
    );
    expect(judged).toBeGreaterThan(30);
  }, 300_000);
});
