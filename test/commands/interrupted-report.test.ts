import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { scenes, story } from '../../fixtures/story.ts';
import { problem } from '../../src/domain/problem.ts';
import { OperatorError } from '../../src/errors.ts';
import { engines } from '../support/databases.ts';
import { inventedIins, STAFF_HEADER, staffLines } from '../support/invented-staff.ts';
import { qabyl } from '../support/run.ts';
import { playScenes } from '../support/story.ts';

it.each(engines)(
  'Ctrl-C after the commit on $engine never says that nothing was written',
  async ({ create }) => {
    const place = await create();
    await playScenes(place.target, scenes.slice(0, 1));
    const file = join(place.folder, 'staff.csv');
    writeFileSync(file, STAFF_HEADER + staffLines(inventedIins(3)));
    const ctrlC = new AbortController();
    const given = { db: place.target, as: story.admin.iin };
    const argv = ['import-staff', file, '--org', story.department.code, '--lang', 'en'];
    const whenPrinted = () => {
      ctrlC.abort(new OperatorError(problem('interrupted', { written: false })));
      throw new Error('the report was broken off');
    };
    const { code, stderr } = await qabyl(argv, { ...given, signal: ctrlC.signal, whenPrinted });
    expect(code).toBe(130);
    expect(stderr).toContain('Interrupted after the change was written.');
    expect(stderr).not.toContain('nothing was written');
    const history = await qabyl(['history', '--json'], given);
    expect((JSON.parse(history.stdout) as { changes: unknown[] }).changes).toHaveLength(2);
    await place.drop();
  },
);
