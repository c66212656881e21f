import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'rolldown';

/** The bundle carries other people's code, so it carries their licences too. */
function licences(): Plugin {
  return {
    name: 'licences',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap(output =>
        output.type === 'chunk' ? output.moduleIds : [],
      );
      const packages = new Set(
        modules.flatMap(
          id => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id.replaceAll('\\', '/'))?.[0] ?? [],
        ),
      );
      const source = [...packages].sort().map(notice).join('\n\n');
      this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY-LICENCES.txt', source });
    },
  };
}

function notice(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<
    string,
    string
  >;
  const file = existsSync(folder) ? readdirSync(folder).find(entry => /^licen[cs]e/i.test(entry)) : undefined;
  const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim();
  return `${name} ${version} (${license})\n\n${text}\n${'-'.repeat(80)}`;
}

export default defineConfig({
  // The thread that reads large staff files begins in a file of its own (staff-reading/read-beside.ts names it).
  input: { main: 'src/main.ts', 'staff-thread': 'src/commands/common/staff-reading/staff-thread.ts' },
  platform: 'node',
  // better-sqlite3 is native; pg-native is an option of pg that nobody here takes.
  external: ['better-sqlite3', 'pg-native'],
  output: { dir: 'dist', format: 'esm', cleanDir: true },
  plugins: [licences()],
});
