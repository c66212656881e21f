import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scenes } from '../../../fixtures/story.ts';
import { backupBeforeUpgrade } from '../../../src/db/backup/before-upgrade.ts';
import type { Database } from '../../../src/db/database.ts';
import { migrate } from '../../../src/db/migrate.ts';
import { type Migrations, migrations } from '../../../src/db/migrations/migrations.ts';
import { openDatabase } from '../../../src/db/open-database.ts';
import { readTarget } from '../../../src/db/target.ts';
import { engines, type TestDatabase } from '../../support/databases.ts';
import { everything } from '../../support/everything.ts';
import { playScenes } from '../../support/story.ts';

const signal = new AbortController().signal;
const turn = { waitMs: 1000, signal, command: 'init' };
const at = new Date('2027-02-01T07:00:00Z');
const later: Migrations = {
  ...migrations,
  '0002-later': (db, dialect) => dialect.run(db, 'update academic_year set current = 0'),
};

describe.each(engines)('before an upgrade on $engine', ({ engine, create }) => {
  let place: TestDatabase;
  let database: Database;
  beforeEach(async () => {
    place = await create();
    await playScenes(place.target, scenes.slice(0, 2));
    database = await openDatabase(readTarget(place.target, '/'), { create: false, program: 'qabyl init' });
  });
  afterEach(async () => {
    await database.close();
    await place.drop();
  });

  const upgrade = (known?: Migrations, copied: string | null = null) =>
    database.write(turn, async tx => {
      const kept = await backupBeforeUpgrade(tx, database, { at, signal, copied }, known);
      await migrate(tx, database, known);
      return kept;
    });
  const copies = () => readdirSync(place.folder).filter(name => name.includes('.backup'));

  it('of a file its rows are kept beside it as they were, for its owner alone, named by version and time', async () => {
    const before = await everything(place.target);
    const kept = await upgrade(later);
    if (engine === 'postgres') {
      expect(kept).toBeNull();
      return;
    }
    expect(kept).toBe(`${place.target}.0001-first-season.20270201T070000Z.backup`);
    expect(statSync(kept ?? '').mode & 0o777).toBe(0o600);
    expect(await everything(kept ?? '')).toEqual(before);
    expect(await everything(place.target)).not.toEqual(before);
    expect(copies()).toHaveLength(1);
  });

  it('nothing is kept where nothing is upgraded', async () => {
    expect(await upgrade()).toBeNull();
    expect(copies()).toEqual([]);
  });

  it('a copy that cannot be made stops the upgrade, and so does a name that is taken', async () => {
    if (engine === 'postgres') {
      expect(await upgrade(later)).toBeNull();
      return;
    }
    const before = await everything(place.target);
    mkdirSync(`${place.target}.0001-first-season.20270201T070000Z.backup`);
    await expect(upgrade(later)).rejects.toMatchObject({ problems: [{ code: 'backup-unwritable' }] });
    expect(await everything(place.target)).toEqual(before);
    expect(copies()).toHaveLength(1);
  });

  it('the second attempt of one run replaces the copy of the first', async () => {
    if (engine === 'postgres') {
      expect(await upgrade(later)).toBeNull();
      return;
    }
    const path = `${place.target}.0001-first-season.20270201T070000Z.backup`;
    const failing: Migrations = {
      ...migrations,
      '0002-later': () => Promise.reject(new Error('not now')),
    };
    await expect(upgrade(failing)).rejects.toThrow('not now');
    await expect(upgrade(later)).rejects.toMatchObject({ problems: [{ code: 'backup-exists' }] });
    expect(await upgrade(later, path)).toBe(path);
    expect(copies()).toHaveLength(1);
  });
});
