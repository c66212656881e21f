import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scenes, story } from '../../fixtures/story.ts';
import { engines, type TestDatabase } from '../support/databases.ts';
import { inventedIins, STAFF_HEADER, staffLines } from '../support/invented-staff.ts';
import { runProgram } from '../support/program.ts';

const as = story.admin.iin;
const WRITERS = 50;
/** Of each writer: people whom nobody else has. */
const PEOPLE = 20;
/** Long enough for all the others on a machine that is busy with something else: nobody may give up. */
const wait = ['--wait', '600s'];

describe.each(engines)('fifty processes that write at once on $engine', ({ create }) => {
  let place: TestDatabase;
  let env: Record<string, string>;
  beforeEach(async () => {
    place = await create();
    env = { QABYL_DB: place.target, QABYL_AS: as };
    expect((await runProgram(scenes[0]?.argv ?? [], { env })).code).toBe(0);
  });
  afterEach(() => place.drop());

  const json = async <T>(...argv: string[]) => {
    const { code, stdout } = await runProgram([...argv, '--json'], { env });
    return { code, document: JSON.parse(stdout) as T };
  };

  it('every change lands exactly once, and the history is one whole chain', async () => {
    const everybody = inventedIins(WRITERS * PEOPLE);
    const runs = Array.from({ length: WRITERS }, (_, i) =>
      runProgram(['import-staff', '-', '--org', story.department.code, '--json', ...wait], {
        env,
        input: STAFF_HEADER + staffLines(everybody.slice(i * PEOPLE, (i + 1) * PEOPLE)),
      }),
    );
    const answers = await Promise.all(runs);
    const documents = answers.map(({ code, stdout, stderr }) => {
      expect(code, `${stdout}\n${stderr}`).toBe(0);
      return JSON.parse(stdout) as { outcome: string; change: number; summary: { add: number } };
    });
    for (const { outcome, summary } of documents)
      expect({ outcome, add: summary.add }).toEqual({ outcome: 'applied', add: PEOPLE });
    const numbers = documents.map(({ change }) => change).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: WRITERS }, (_, i) => i + 2));

    const { rows } = (await json<{ rows: { iin: string }[] }>('list', 'staff')).document;
    expect(rows.map(({ iin }) => iin).sort()).toEqual([as, ...everybody].sort());
    expect(await json('verify-history')).toMatchObject({
      code: 0,
      document: { ok: true, changes: WRITERS + 1 },
    });
  }, 900_000);
});
