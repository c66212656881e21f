import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { engines } from '../support/databases.ts';
import { start } from '../support/program.ts';
import { openInitialised } from './small-change.ts';

describe.each(engines)('a batch on $engine', ({ create }) => {
  it('during which Ctrl-C comes is the last one: it is heard before anything else happens', async () => {
    const place = await create();
    const database = await openInitialised(place.target);
    const running = start(process.execPath, [
      join(import.meta.dirname, 'interrupted-flush.ts'),
      place.target,
    ]);
    running.child.stdin.end();
    expect(await running.ended).toMatchObject({ code: 0, stdout: 'heard', stderr: '' });
    expect(await database.kysely.selectFrom('staff').select('iin').execute()).toHaveLength(1);
    await database.close();
    await place.drop();
  });
});
