import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import { OperatorError } from '../../src/errors.ts';
import { locateSource, openSource, type Source, sourceAt } from '../../src/input/source.ts';

const folder = mkdtempSync(join(tmpdir(), 'qabyl-source-'));
afterAll(() => rmSync(folder, { recursive: true }));
const silent = Readable.from([]);

async function bytesOf(source: Source): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of source.chunks()) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe('a source', () => {
  it('gives the bytes of a file and, after them, their SHA-256', async () => {
    const path = join(folder, 'good.csv');
    const content = Buffer.from('ЖСН;Тегі\n'.repeat(100_000));
    writeFileSync(path, content);
    const source = openSource(path, silent);
    expect(source.sha256()).toBeNull();
    expect((await bytesOf(source)).equals(content)).toBe(true);
    expect(source.sha256()).toBe(createHash('sha256').update(content).digest('hex'));
  });

  it('reads standard input for -', async () => {
    const source = openSource('-', Readable.from(['ЖСН', Buffer.from(';Тегі')]));
    expect(source.name).toBe('-');
    expect((await bytesOf(source)).toString()).toBe('ЖСН;Тегі');
  });

  it('gives standard input as often as it is asked, and from another place in the program', async () => {
    const stdin = Readable.from(['ЖСН', Buffer.from(';Тегі')]);
    const source = openSource('-', stdin);
    for (const again of [source, source, openSource('-', stdin), sourceAt(await locateSource('-', stdin))]) {
      expect((await bytesOf(again)).toString()).toBe('ЖСН;Тегі');
      expect(again.sha256()).toBe(createHash('sha256').update('ЖСН;Тегі').digest('hex'));
    }
  });

  it('leaves nothing of standard input behind under a name', async () => {
    const before = readdirSync(tmpdir());
    const { path } = await locateSource('-', Readable.from(['850101300123']));
    expect(existsSync(path)).toBe(false);
    expect(readdirSync(tmpdir()).filter(name => !before.includes(name) && path.includes(name))).toEqual([]);
  });

  it.each([
    ['file-missing', join(folder, 'none.csv')],
    ['file-missing', join(folder, 'good.csv', 'inside')],
    ['file-is-directory', folder],
    ['file-unreadable', join(folder, 'a\0b')],
    ['file-unreadable', join(folder, 'x'.repeat(5000))],
  ])('answers %s', async (code, path) => {
    writeFileSync(join(folder, 'good.csv'), 'x');
    const error: unknown = await bytesOf(openSource(path, silent)).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(OperatorError);
    expect((error as OperatorError).problems[0]).toMatchObject({ code, where: { file: path } });
  });
});
