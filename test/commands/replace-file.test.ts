import {
  closeSync,
  lstatSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { replaceFile } from '../../src/commands/common/replace-file.ts';

async function* pieces(...texts: readonly string[]): AsyncGenerator<Buffer> {
  for (const text of texts) yield Buffer.from(text);
}

async function* broken(): AsyncGenerator<Buffer> {
  yield Buffer.from('half');
  throw new Error('the source is gone');
}

describe('a file that is replaced', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'qabyl-replace-'));
    file = join(folder, 'файл.csv');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is whole, and for its owner alone', async () => {
    await replaceFile(file, pieces('бір', 'екі'), 0o600);
    expect(readFileSync(file, 'utf8')).toBe('бірекі');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['файл.csv']);
  });

  it('stays the older one when the new one cannot be finished', async () => {
    writeFileSync(file, 'older');
    await expect(replaceFile(file, broken(), 0o600)).rejects.toThrow('the source is gone');
    expect(readFileSync(file, 'utf8')).toBe('older');
    expect(readdirSync(folder)).toEqual(['файл.csv']);
  });

  it('is found behind a link, which stays', async () => {
    writeFileSync(file, 'older');
    const link = join(folder, 'link.csv');
    symlinkSync(file, link);
    await replaceFile(link, pieces('new'), 0o600);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe('new');
  });

  it('is never an output that is open already, such as /dev/stdout: that one goes on', async () => {
    const open = openSync(file, 'w');
    const link = join(folder, 'link.csv');
    symlinkSync(`/dev/fd/${open}`, link);
    writeSync(open, 'before,');
    await replaceFile(`/dev/fd/${open}`, pieces('rows,'), 0o600);
    await replaceFile(link, pieces('more,'), 0o600);
    writeSync(open, 'after');
    closeSync(open);
    expect(readFileSync(file, 'utf8')).toBe('before,rows,more,after');
    expect(readdirSync(folder).sort()).toEqual(['link.csv', 'файл.csv']);
  });

  it('is not looked for behind links that lead in a circle', async () => {
    const link = join(folder, 'link.csv');
    symlinkSync(link, link);
    await expect(replaceFile(link, pieces('new'), 0o600)).rejects.toMatchObject({ code: 'ELOOP' });
  });
});
