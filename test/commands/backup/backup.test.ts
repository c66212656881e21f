import { linkSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holder, scenes, story } from '../../../fixtures/story.ts';
import { createSqlite, engines } from '../../support/databases.ts';
import { District } from '../../support/district.ts';
import { parseDocument } from '../../support/json-schemas.ts';
import { lookInside } from '../../support/look-inside.ts';
import { qabyl } from '../../support/run.ts';

const admin = story.admin.iin;

describe.each(engines)('backup of $engine', ({ engine, create }) => {
  let district: District;
  beforeAll(async () => {
    district = await District.open(create, scenes.slice(0, 6));
  });
  afterAll(() => district.drop());
  const inFolder = (name: string) => join(district.database.folder, name);
  const run = (...argv: readonly string[]) => district.text(admin, ['backup', ...argv, '--lang', 'en']);
  const refused = async (as: string, ...argv: readonly string[]) => {
    const ended = await district.text(as, ['backup', ...argv, '--json']);
    return [ended.code, parseDocument(ended, 'qabyl.error/1').problems[0]?.code];
  };

  it('is for its owner alone, and leaves nothing else beside it', async () => {
    const before = readdirSync(district.database.folder);
    const ended = await run('жаңа.db');
    expect(ended.code).toBe(0);
    expect(ended.stdout).toMatch(/^Backup жаңа\.db: [\d,]+ bytes, \d+ rows, up to change 6\.\n$/);
    expect(ended.stderr).toMatch(/: [0-9a-f]{64}\n$/);
    expect(statSync(inFolder('жаңа.db')).mode & 0o777).toBe(0o600);
    expect(readdirSync(district.database.folder).sort()).toEqual([...before, 'жаңа.db'].sort());
  });

  it('changes nothing in the database, not even its history', async () => {
    const history = await district.text(admin, ['history', '--json']);
    await run('nothing.gz', '--yes');
    expect((await district.text(admin, ['history', '--json'])).stdout).toBe(history.stdout);
  });

  it('gives the same bytes for the same data, but for when it was made', async () => {
    for (const name of ['one.backup', 'two.backup']) await run(name, '--portable', '--yes');
    const [one, two] = ['one.backup', 'two.backup'].map(name => readFileSync(inFolder(name), 'utf8'));
    expect(one).toBe(two);
  });

  it('replaces a file only when that is approved: by --yes, or by an answer', async () => {
    const file = inFolder('бар.backup');
    writeFileSync(file, 'older');
    expect(await refused(admin, 'бар.backup')).toEqual([5, 'backup-exists']);
    const declined = await district.text(admin, ['backup', 'бар.backup'], { answers: [false] });
    expect(declined.code).toBe(5);
    expect(declined.asked).toEqual([expect.stringContaining('бар.backup')]);
    expect(readFileSync(file, 'utf8')).toBe('older');
    expect((await district.text(admin, ['backup', 'бар.backup'], { answers: [true] })).code).toBe(0);
    writeFileSync(file, 'older');
    expect((await run('бар.backup', '--yes')).code).toBe(0);
    expect(readFileSync(file, 'utf8')).not.toBe('older');
  });

  it('does not take the place of a database that is in use, even with --yes', async () => {
    if (engine === 'sqlite') {
      const own = district.db;
      linkSync(own, inFolder('another name.db'));
      for (const name of [own, `${own}-wal`, 'another name.db'])
        expect(await refused(admin, name, '--yes'), name).toEqual([2, 'output-in-use']);
    }
    writeFileSync(inFolder('other.db'), '');
    writeFileSync(inFolder('other.db-wal'), '');
    expect(await refused(admin, 'other.db', '--yes')).toEqual([2, 'output-in-use']);
    expect((await district.text(admin, ['verify-history'])).code).toBe(0);
  });

  it('is not made in a folder that is not there, nor instead of a folder', async () => {
    mkdirSync(inFolder('folder'));
    expect(await refused(admin, 'absent/a.db')).toEqual([7, 'backup-unwritable']);
    expect(await refused(admin, 'folder', '--yes')).toEqual([7, 'backup-unwritable']);
    expect(readdirSync(inFolder('folder'))).toEqual([]);
  });

  it('is for the super-administrator of the first department alone', async () => {
    for (const as of [
      holder(story.department.code, 'admin'),
      holder('school-1', 'superadmin'),
      holder('school-1', 'director'),
    ])
      expect((await refused(as, 'foreign.db'))[0], as).toBe(4);
    expect(await refused('801123351549', 'foreign.db')).toEqual([4, 'actor-unknown']);
    expect(readdirSync(district.database.folder)).not.toContain('foreign.db');
  });

  it('goes to the standard output in the portable form, unless that is a terminal', async () => {
    const piped = await run('-');
    expect(piped.code).toBe(0);
    await run('same.backup', '--portable');
    expect(piped.stdout).toBe(readFileSync(inFolder('same.backup'), 'utf8'));
    const onTerminal = await district.text(admin, ['backup', '-'], { answers: [] });
    expect(onTerminal.code).toBe(2);
    expect(onTerminal.stdout).toBe('');
    expect(await refused(admin, '-')).toEqual([2, 'flags-conflict']);
  });

  it('that is interrupted leaves nothing behind', async () => {
    const before = readdirSync(district.database.folder);
    for (const name of ['stopped.db', 'stopped.gz']) {
      const stop = new AbortController();
      stop.abort(new Error('stopped'));
      const ended = await district.text(admin, ['backup', name], { signal: stop.signal });
      expect(ended.code).not.toBe(0);
    }
    expect(readdirSync(district.database.folder)).toEqual(before);
  });
});

describe('backup of a server', () => {
  it('is refused to a login that is not shown every row: never a part for the whole', async () => {
    const [, postgres] = engines;
    const district = await District.open(postgres?.create ?? createSqlite, scenes.slice(0, 6));
    const inside = await lookInside(district.db);
    const role = `reader_${process.pid}`;
    await inside.run([`create role ${role} login password 'reader'`]);
    // The first department's super-administrator, who may back up and who reads everything: the rules of rows hold all the same.
    await district.done(admin, ['grant-access', '--staff', admin, '--login', role]);
    const url = new URL(district.db);
    url.username = role;
    url.password = 'reader';
    try {
      const asked = await qabyl(['backup', 'part.backup', '--json'], {
        db: url.href,
        as: admin,
        cwd: district.database.folder,
      });
      expect(asked.code, asked.stdout).toBe(4);
      expect(parseDocument(asked, 'qabyl.error/1').problems[0]?.code).toBe('backup-partial');
      expect(readdirSync(district.database.folder)).toEqual([]);
    } finally {
      await inside.run([`drop owned by ${role}`, `drop role ${role}`]);
      await inside.close();
      await district.drop();
    }
  });
});
