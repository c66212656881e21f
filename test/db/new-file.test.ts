import { existsSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scenes, story } from '../../fixtures/story.ts';
import { migrate } from '../../src/db/migrate.ts';
import { openDatabase } from '../../src/db/open-database.ts';
import { DatabaseAppeared } from '../../src/db/sqlite/new-file.ts';
import { temporaryFolder } from '../support/databases.ts';
import { qabyl } from '../support/run.ts';

const initArgv = scenes[0]?.argv ?? [];
const wrongArgv = initArgv.map(word => (word === story.department.bin ? '000813159890' : word));
const turn = { waitMs: 1000, signal: new AbortController().signal, command: 'init' };

describe('a database file that is not there yet', () => {
  let folder: string;
  let db: string;
  beforeEach(() => {
    folder = temporaryFolder();
    db = join(folder, 'жаңа', 'qabyl.db');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const list = () => qabyl(['list', 'orgs', '--json'], { db, as: story.admin.iin });
  const open = () => openDatabase({ kind: 'sqlite', path: db }, { create: true, program: 'qabyl init' });

  it('is not lost when others try it out, or go wrong, while one makes it', async () => {
    for (let round = 0; round < 10; round++) {
      const dry = [...initArgv, '--dry-run'];
      const answers = await Promise.all(
        [dry, initArgv, wrongArgv, dry].map(argv => qabyl([...argv, '--json'], { db })),
      );
      expect(answers.map(answer => answer.code)).toEqual([0, 0, 2, 0]);
      expect((await list()).code).toBe(0);
      expect(readdirSync(join(folder, 'жаңа')).filter(name => name.endsWith('.new'))).toEqual([]);
      rmSync(join(folder, 'жаңа'), { recursive: true });
    }
  });

  it('is nobody’s before the first commit: whoever gives up takes only what is their own', async () => {
    const first = await open();
    const second = await open();
    expect(existsSync(db)).toBe(false);
    await first.write(turn, tx => migrate(tx, first));
    expect(existsSync(db)).toBe(true);
    await second.close();
    await first.close();
    expect(readdirSync(join(folder, 'жаңа'))).toEqual(['qabyl.db']);
    expect(statSync(db).mode & 0o777).toBe(0o600);
  });

  it('that another run has made meanwhile is not replaced', async () => {
    const late = await open();
    expect((await qabyl(initArgv, { db })).code).toBe(0);
    const before = statSync(db).ino;
    await expect(late.write(turn, tx => migrate(tx, late))).rejects.toBeInstanceOf(DatabaseAppeared);
    await late.close();
    expect(statSync(db).ino).toBe(before);
    expect((await list()).code).toBe(0);
    expect(readdirSync(join(folder, 'жаңа'))).toEqual(['qabyl.db']);
  });

  it('is made where a symbolic link leads', async () => {
    const link = join(folder, 'link.db');
    symlinkSync(join('жаңа', 'qabyl.db'), link);
    expect((await qabyl(initArgv, { db: link })).code).toBe(0);
    expect((await list()).code).toBe(0);
  });
});
