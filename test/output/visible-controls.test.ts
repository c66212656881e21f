import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scenes, story } from '../../fixtures/story.ts';
import { makeStyle } from '../../src/output/style.ts';
import { visibleControls } from '../../src/output/visible-controls.ts';
import { temporaryFolder } from '../support/databases.ts';
import { inventedIins, STAFF_HEADER, staffLines } from '../support/invented-staff.ts';
import { qabyl } from '../support/run.ts';

describe('control characters in a text', () => {
  it.each([
    ['r\u001b]0;PWN\u0007a.csv', 'r\\u001b]0;PWN\\u0007a.csv'],
    ['\u001b[2J\u009b2J\u007f', '\\u001b[2J\\u009b2J\\u007f'],
    ['a\rb\r\nc\td\n\ne', 'a\\u000db\r\nc\td\n\ne'],
    ['\u001b[8m\u0000\n', '\\u001b[8m\\u0000\n'],
    ['Құрметті – «әріптес»', 'Құрметті – «әріптес»'],
  ])('%j is shown as %j', (text, shown) => {
    expect(visibleControls(text)).toBe(shown);
  });

  it('of the own colours stay', () => {
    for (const paint of Object.values(makeStyle(true)))
      expect(visibleControls(paint('мектеп'))).toBe(paint('мектеп'));
  });
});

describe('the name of a file', () => {
  const name = 'r\u001b]0;PWN\u0007a.csv';
  it('is nowhere sent to a terminal as it is', async () => {
    const folder = temporaryFolder();
    try {
      const at = { cwd: folder, db: join(folder, 'x.db'), as: story.admin.iin };
      expect((await qabyl(scenes[0]?.argv ?? [], at)).code).toBe(0);
      writeFileSync(join(folder, name), STAFF_HEADER + staffLines(inventedIins(1)));
      const org = ['--org', story.department.code];
      for (const argv of [
        ['import-staff', name, ...org],
        ['show', '2'],
        ['show', '2', '--all-changes'],
        ['history'],
        ['import-staff', `${name}-gone`, ...org],
        ['list', 'orgs', '--db', name],
      ]) {
        const { stdout, stderr } = await qabyl(argv, at);
        expect(stdout + stderr, argv.join(' ')).not.toMatch(/(?![\n\r\t])\p{Cc}/u);
        if (argv[0] === 'show') expect(stdout.match(/\\u001b\]0;PWN\\u0007a\.csv/gu)).toHaveLength(2);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
