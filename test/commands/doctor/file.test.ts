import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scenes } from '../../../fixtures/story.ts';
import { problem } from '../../../src/domain/problem.ts';
import { OperatorError } from '../../../src/errors.ts';
import { createSqlite, type TestDatabase } from '../../support/databases.ts';
import { qabyl } from '../../support/run.ts';
import { playScenes } from '../../support/story.ts';
import { examination } from './examination.ts';

/** Everything beside a database, byte for byte, with its times. */
const beside = (folder: string) =>
  readdirSync(folder).map(name => {
    const path = join(folder, name);
    const { mode, mtimeMs, size } = statSync(path);
    return { name, mode, mtimeMs, size, bytes: statSync(path).isFile() ? readFileSync(path, 'base64') : '' };
  });

describe('doctor on a file', () => {
  let place: TestDatabase;
  beforeEach(async () => {
    place = await createSqlite();
    await playScenes(place.target, scenes.slice(0, 2));
  });
  afterEach(() => place.drop());
  const sqlite = (...statements: readonly string[]) => {
    const handle = new BetterSqlite(place.target);
    for (const statement of statements) handle.exec(statement);
    return handle;
  };

  it('finds a new database in order, without --as, and leaves every file and folder as it was', async () => {
    const before = beside(place.folder);
    const { code, document, troubled, of } = await examination(place.target);
    expect({ code, ok: document.ok, troubled }).toEqual({ code: 0, ok: true, troubled: [] });
    expect(of('file-mode').message).toContain('0600');
    expect(of('history').message).toMatch(/2 lines.*qabyl verify-history/);
    expect(beside(place.folder)).toEqual(before);
  });

  it('reads what a writer at work has committed, and makes nothing beside the file either', async () => {
    const writer = sqlite('pragma journal_mode = wal', 'create table beside (a)', 'drop table beside');
    try {
      const before = readdirSync(place.folder);
      expect(before.length).toBeGreaterThan(1);
      expect((await examination(place.target)).troubled).toEqual([]);
      expect(readdirSync(place.folder)).toEqual(before);
    } finally {
      writer.close();
    }
  });

  it('makes no file and no folder where there is none, and everything else waits for that', async () => {
    const missing = join(place.folder, 'жоқ', 'qabyl.db');
    const { code, troubled, of } = await examination(missing);
    expect(code).toBe(2);
    expect(troubled).toEqual([
      'database-reachable fail database-missing',
      ...['file-mode', 'file-intact', 'disk-space', 'schema', 'write-lock', 'clock', 'history'].map(
        id => `${id} not-checked depends-on`,
      ),
    ]);
    expect(of('database-reachable').fix).toContain('qabyl init');
    expect(readdirSync(place.folder)).not.toContain('жоқ');
  });

  it('warns of a file that others may open until the chmod that it prints is run', async () => {
    chmodSync(place.target, 0o644);
    const found = await examination(place.target);
    expect([found.code, found.troubled]).toEqual([0, ['file-mode warn file-open-to-others']]);
    expect(found.of('file-mode').fix).toBe(`chmod 600 "${place.target}"`);
    chmodSync(place.target, 0o600);
    chmodSync(place.folder, 0o722);
    const folder = await examination(place.target);
    expect(folder.of('file-mode')).toMatchObject({
      code: 'folder-open-to-others',
      fix: `chmod go-w ${place.folder}`,
    });
    chmodSync(place.folder, 0o700);
    expect((await examination(place.target)).troubled).toEqual([]);
  });

  it('warns of a file without write-ahead logging', async () => {
    sqlite('pragma journal_mode = delete').close();
    const found = await examination(place.target);
    expect(found.troubled).toEqual(['file-intact warn file-without-wal']);
    expect(found.of('file-intact').fix).toBe(`sqlite3 "${place.target}" "pragma journal_mode = wal"`);
    sqlite('pragma journal_mode = wal').close();
    expect((await examination(place.target)).troubled).toEqual([]);
  });

  it('tells a file that is no database, and a folder, from one', async () => {
    const text = join(place.folder, 'мәтін.txt');
    writeFileSync(text, 'Бұл — дерекқор емес. '.repeat(100), { mode: 0o600 });
    for (const target of [text, place.folder]) {
      const { code, of } = await examination(target);
      expect([code, of('database-reachable').code]).toEqual([2, 'database-not-a-database']);
    }
  });

  it('finds a database of another program, and leaves it as it is', async () => {
    const other = join(place.folder, 'other.db');
    const handle = new BetterSqlite(other);
    handle.exec('create table notes (text)');
    handle.close();
    const before = beside(place.folder);
    const { code, of } = await examination(other);
    expect([code, of('schema').code]).toEqual([2, 'database-foreign']);
    expect(beside(place.folder)).toEqual(before);
  });

  it('finds a damaged page', async () => {
    const handle = sqlite();
    const root = handle.prepare(`select rootpage from sqlite_master where name = 'staff'`).pluck().get();
    const page = Number(handle.pragma('page_size', { simple: true }));
    handle.close();
    const bytes = readFileSync(place.target);
    bytes.fill(0xa5, (Number(root) - 1) * page, Number(root) * page);
    writeFileSync(place.target, bytes);
    const { code, troubled } = await examination(place.target);
    expect(code).toBe(3);
    expect(troubled).toEqual([
      'file-intact fail file-damaged',
      ...['schema', 'write-lock', 'clock', 'history'].map(id => `${id} not-checked depends-on`),
    ]);
  });

  it('says who writes, since when and doing what; a note that a killed writer left says nothing', async () => {
    const note = (id: number) => {
      const text = {
        holder: `aigul@${hostname()} (${id})`,
        since: '2027-02-01T06:00:00.000Z',
        command: 'import-staff',
      };
      writeFileSync(`${place.target}-writer`, JSON.stringify(text));
    };
    note(process.pid);
    const held = await examination(place.target);
    expect([held.code, held.troubled]).toEqual([0, ['write-lock warn lock-held']]);
    expect(held.of('write-lock').message).toMatch(/aigul.*2027-02-01T06:00:00.000Z.*import-staff/);
    note(2 ** 30); // more than any system gives
    expect((await examination(place.target)).troubled).toEqual([]);
  });

  it('stops at Ctrl-C', async () => {
    const controller = new AbortController();
    controller.abort(new OperatorError(problem('interrupted', { written: false })));
    const run = await qabyl(['doctor'], { db: place.target, signal: controller.signal });
    expect(run).toMatchObject({ code: 130, stdout: '' });
  });

  describe('and its configuration', () => {
    const env = () => ({ XDG_CONFIG_HOME: join(place.folder, 'c') });
    const configure = (text: string, mode = 0o600) => {
      const folder = join(place.folder, 'c', 'qabyl');
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'config.json'), text);
      chmodSync(join(folder, 'config.json'), mode);
    };
    afterEach(() => rmSync(join(place.folder, 'c'), { recursive: true, force: true }));

    it('tells where each setting comes from', async () => {
      configure(JSON.stringify({ year: '2027-2028', profiles: { аудан: { db: place.target } } }));
      const { document, of } = await examination(
        undefined,
        { env: env(), as: '830703406664' },
        '--profile',
        'аудан',
      );
      expect(document.configuration).toEqual({
        file: join(place.folder, 'c', 'qabyl', 'config.json'),
        found: true,
        profile: 'аудан',
        settings: [
          { name: 'db', value: place.target, origin: 'profile' },
          { name: 'as', value: '830703406664', origin: 'variable' },
          { name: 'year', value: '2027-2028', origin: 'file' },
        ],
      });
      expect(of('database-reachable').status).toBe('pass');
    });

    it('that cannot be read fails, and all that the command line names is looked at all the same', async () => {
      configure('{');
      const { code, of } = await examination(undefined, { env: env() }, '--db', place.target);
      expect([code, of('configuration').code, of('history').status]).toEqual([
        2,
        'config-unreadable',
        'pass',
      ]);
    });

    it('that cannot be read keeps the rest from guessing which database it names', async () => {
      configure('{');
      const { of } = await examination(undefined, { env: env() });
      expect(of('database-reachable')).toMatchObject({ status: 'not-checked', code: 'depends-on' });
    });

    it('without the profile that was asked for fails', async () => {
      configure('{}');
      const { code, of } = await examination(place.target, { env: env() }, '--profile', 'жоқ');
      expect([code, of('configuration').code]).toEqual([2, 'profile-unknown']);
    });

    it('with a password that others may read is a warning, and the password is shown nowhere', async () => {
      configure('{"db": "postgres://aigul:kupiya@127.0.0.1:1/qabyl"}', 0o644);
      const shown = await qabyl(['doctor', '--json'], { env: env() });
      expect(shown.stdout + shown.stderr).not.toContain('kupiya');
      const { code, of } = await examination(undefined, { env: env() });
      expect([code, of('configuration').code, of('configuration').status]).toEqual([
        7,
        'config-open-to-others',
        'warn',
      ]);
    });

    it.each([':memory:', 'http://example.kz'])('that names no database («%s») says so', async db => {
      const { code, of } = await examination(undefined, { env: env() }, '--db', db);
      expect([code, of('database-reachable').code]).toEqual([2, 'target-malformed']);
    });
  });
});
