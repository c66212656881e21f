import { schemaVersion } from '../db/migrations/migrations.ts';
import type { ProgramFacts } from '../domain/doctor/facts.ts';
import { version } from '../version.ts';

/** What the program calls itself, as for `--version`, and where it runs. */
export function programFacts(node: string, platform: string): ProgramFacts {
  return { program: version, schema: schemaVersion, node, platform };
}
