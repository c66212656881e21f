import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { scenes, story } from '../../../fixtures/story.ts';
import { temporaryFolder } from '../../support/databases.ts';
import { qabyl } from '../../support/run.ts';

it.each(['.', '/dev/null'])(
  'a backup onto %s, which is no file, is refused without an offer to replace it',
  async place => {
    const folder = temporaryFolder();
    try {
      const at = { cwd: folder, db: join(folder, 'x.db'), as: story.admin.iin };
      expect((await qabyl(scenes[0]?.argv ?? [], at)).code).toBe(0);
      const run = await qabyl(['backup', place], at);
      expect(run.code).toBe(7);
      expect(run.stderr).toContain('EISDIR');
      expect(run.stderr).not.toContain('--yes');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
