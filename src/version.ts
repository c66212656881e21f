import manifest from '../package.json' with { type: 'json' };
import { schemaVersion } from './db/migrations/migrations.ts';

/** The program's version, from package.json. */
export const version: string = manifest.version;

/** What `--version` prints: the program's version and that of the database schema it works with. */
export const versionText = `qabyl ${version} (schema ${schemaVersion})`;

/** The same as a JSON document, `qabyl.version/1`. */
export const versionJson = `${JSON.stringify({ schema: 'qabyl.version/1', version, database_schema: schemaVersion }, null, 2)}\n`;
