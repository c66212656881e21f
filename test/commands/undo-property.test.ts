import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { story } from '../../fixtures/story.ts';
import { engines } from '../support/databases.ts';
import type { Answer, District } from '../support/district.ts';
import { everything } from '../support/everything.ts';
import { lookInside } from '../support/look-inside.ts';
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
    await expectRules(district);
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

/** What no command would leave behind, however the change was made. */
async function expectRules(district: District): Promise<void> {
  const inside = await lookInside(district.db);
  try {
    const idle = await inside.rows(`select * from staff_role join staff using (org, iin) where active = 0`);
    expect(idle, 'roles of people who have left').toEqual([]);
    const appointed = await inside.rows(`select executor from appointment where not exists (
      select 1 from staff join staff_role using (org, iin)
      where org = school and iin = executor and active = 1 and role = 'executor')`);
    expect(appointed, 'executors who are none').toEqual([]);
    const placed = await inside.rows(
      `select school from binding join org on org.code = school where territory = 'none'`,
    );
    expect(placed, 'streets of schools without a territory').toEqual([]);
  } finally {
    await inside.close();
  }
  const overlaps = await district.list('overlaps');
  expect(
    overlaps.filter(({ share }) => share === null),
    'houses of two schools',
  ).toEqual([]);
}
