import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { story } from '../../fixtures/story.ts';
import { engines } from '../support/databases.ts';
import type { Answer, District } from '../support/district.ts';
import { everything } from '../support/everything.ts';
import { anyWork, openSmallDistrict, type TakingBack, type Work } from '../support/random-work.ts';
import { expectWhole, undoing, undone } from '../support/undoing.ts';

const admin = story.admin.iin;
const RUNS = { sqlite: 12, postgres: 5 } as const;

describe.each(engines)('undo of any work on $engine', ({ engine, create }) => {
  it('brings back what was, and its undo what had been done; the history stays whole', async () => {
    await fc.assert(
      fc.asyncProperty(anyWork, async work => {
        const district = await openSmallDistrict(create);
        try {
          await carryOut(district, work);
        } finally {
          await district.drop();
        }
      }),
      { numRuns: RUNS[engine] },
    );
  }, 300_000);
});

async function carryOut(district: District, work: readonly (Work | TakingBack)[]): Promise<void> {
  /** what was applied, the last one first, with who may take it back */
  const made: { change: number; as: string }[] = [];
  for (const one of work) {
    const before = await everything(district.db);
    const target = 'ago' in one ? made[one.ago] : null;
    if (target === undefined) continue;
    const as = target?.as ?? ('as' in one ? one.as : admin);
    const answer = target ? await undoing(district, as, target.change) : await running(district, one as Work);
    const { change } = answer.document;
    const after = await everything(district.db);
    expect(answer.code, answer.stdout).not.toBe(1);
    if (change === null) {
      expect(after, 'after what was refused').toEqual(before);
      continue;
    }
    await expectWhole(district, admin);
    const first = await undone(district, as, change);
    expect(await everything(district.db), `after undo ${change}`).toEqual(before);
    await expectWhole(district, admin);
    const second = await undone(district, as, first);
    expect(await everything(district.db), `after undo ${first}`).toEqual(after);
    await expectWhole(district, admin);
    made.unshift({ change, as }, { change: second, as });
  }
}

async function running(district: District, { as, argv, lines }: Work): Promise<Answer> {
  const file = lines ? district.file(...lines) : '';
  const words = [...argv.map(word => (word === 'FILE' ? file : word)), '--yes'];
  const answer = await district.change(as, words);
  const named = answer.document.problems.flatMap(({ fix }) => fix?.match(/--allow-\w+=\d+/g) ?? []);
  return named.length > 0 ? district.change(as, [...words, ...new Set(named)]) : answer;
}
