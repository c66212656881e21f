import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { announceWriter, readWriter, withdrawWriter } from '../../src/db/sqlite/sqlite-writer-note.ts';
import { temporaryFolder } from '../support/databases.ts';

const nobody = { holder: null, since: null, command: null };

describe('the note of a writer', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = temporaryFolder();
    path = join(folder, 'qabyl.db');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is read as it was left, whatever signs are in it', () => {
    announceWriter(path, 'import-staff "a\\b"');
    expect(readWriter(path)).toMatchObject({
      holder: expect.stringContaining(`(${process.pid})`),
      command: 'import-staff "a\\b"',
    });
    withdrawWriter(path);
    expect(readWriter(path)).toEqual(nobody);
  });

  it.each(['', '{"holder":"u@h', 'null', '7', '[]', '{"holder":7}'])('that is %o names nobody', text => {
    writeFileSync(`${path}-writer`, text);
    expect(readWriter(path)).toEqual(nobody);
  });
});
