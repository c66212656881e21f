import { describe, expect, it } from 'vitest';
import { requireKnownSchema } from '../../../src/db/backup/backup-schema.ts';
import { type Migrations, migrations, schemaVersion } from '../../../src/db/migrations/migrations.ts';

const later: Migrations = { ...migrations, '9999-later': async () => undefined };

/** schema of the backup, whether the form is known, what the program knows → the problem, null for none */
const CASES = [
  [schemaVersion, true, migrations, null],
  [schemaVersion, false, migrations, 'backup-newer'],
  ['9999-later', true, migrations, 'backup-newer'],
  ['9999-later', true, later, null],
  [schemaVersion, true, later, 'backup-older'],
  ['', true, later, 'backup-newer'],
] as const;

describe('the schema of a backup', () => {
  it.each(CASES)('%s, the form known: %s', (databaseSchema, isKnownForm, known, code) => {
    const header = { databaseSchema, program: '0.1.0', change: 1, head: '' };
    const judge = () => requireKnownSchema('a.backup', header, isKnownForm, known);
    if (code === null) expect(judge).not.toThrow();
    else expect(judge).toThrow(expect.objectContaining({ problems: [expect.objectContaining({ code })] }));
  });
});
