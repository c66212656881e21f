import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');

/** Room → rooms it may import from, besides itself. The README's map says the same. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  main: [
    'commands',
    'context',
    'settings',
    'environment',
    'errors',
    'domain',
    'locales',
    'output',
    'prompts',
    'db',
    'version',
  ],
  commands: ['change', 'domain', 'input', 'db', 'output', 'prompts', 'context', 'errors', 'locales'],
  change: ['db', 'domain', 'errors', 'version'],
  version: ['db'],
  input: ['domain', 'errors'],
  db: ['domain', 'errors'],
  output: ['domain', 'locales', 'errors', 'db', 'change', 'version'],
  prompts: ['domain', 'errors', 'locales'],
  locales: ['domain', 'errors'],
  context: ['db', 'domain', 'environment', 'errors', 'locales', 'output', 'prompts', 'settings'],
  settings: ['db', 'domain', 'environment', 'errors'],
  environment: ['locales', 'prompts'],
  errors: ['domain'],
  domain: [],
};
/** Files of src/ itself that belong to the room `main`: they build the program and end it. */
const mainFiles = new Set([
  'main',
  'program',
  'command-line',
  'usage',
  'failure',
  'fault-details',
  'process-environment',
]);

/** Package → rooms that may import it. */
const packageOwners: Readonly<Record<string, readonly string[]>> = {
  commander: ['main'],
  inquirer: ['prompts'],
  chalk: ['output'],
  'fast-string-width': ['output'],
  'csv-parse': ['input'],
  kysely: ['db'],
  'kysely/migration': ['db'],
  'better-sqlite3': ['db'],
  pg: ['db'],
  'pg-copy-streams': ['db'],
  zod: ['input', 'commands', 'context', 'settings'],
  'fastest-levenshtein': ['domain', 'input'],
  'iconv-lite': ['input'],
  saxes: ['input'],
  yauzl: ['input'],
};
/** Node's own modules that the pure rules must do without. */
const pureRooms = new Set(['domain', 'locales']);

interface Import {
  readonly from: string;
  readonly to: string;
}

/** Every breach of the rules among some imports, in words. */
export function breaches(imports: readonly Import[]): string[] {
  return imports.flatMap(({ from, to }) => {
    const room = roomOf(from);
    const say = (why: string) => [`${from} → ${to}: ${why}`];
    if (to.startsWith('node:')) return pureRooms.has(room) ? say('a pure room does no I/O') : [];
    if (!to.startsWith('.')) {
      const owners = packageOwners[to];
      if (!owners) return say('no room owns this package');
      return owners.includes(room) ? [] : say(`only ${owners.join(', ')} may use it`);
    }
    const target = relative('src', join(dirname(from), to));
    if (target.startsWith('..'))
      return target === '../package.json' && room === 'version' ? [] : say('outside src');
    const other = roomOf(join('src', target));
    if (room === 'commands' && other === 'commands')
      return betweenCommands(from, join('src', target)) ? [] : say('commands never import one another');
    if (other === room || mayImport[room]?.includes(other)) return [];
    return say(`${room} may not import ${other}`);
  });
}

/** Commands share only what is in `common/`; the registry alone knows them all. */
function betweenCommands(from: string, to: string): boolean {
  return to.startsWith('src/commands/common/') || from === 'src/commands/registry.ts';
}

function roomOf(file: string): string {
  const [, first = '', second] = file.split('/');
  if (second !== undefined) return first;
  const name = first.replace(/\.ts$/, '');
  return mainFiles.has(name) ? 'main' : name;
}

function sourceFiles(): string[] {
  return readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => join('src', name));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  const statements = text.matchAll(
    /^(?:import|export)\s+(?:type\s)?[^'"]*?from\s+'([^']+)'|^import\s+'([^']+)'|import\('([^']+)'\)/gm,
  );
  return [...statements].map(([, from, bare, dynamic]) => ({
    from: file,
    to: from ?? bare ?? dynamic ?? '',
  }));
}

describe('the house', () => {
  it('keeps who may import whom', () => {
    expect(breaches(sourceFiles().flatMap(importsOf))).toEqual([]);
  });

  it.each([
    ['src/domain/identity/iin.ts', '../../db/staff.ts', 'domain may not import db'],
    ['src/domain/identity/iin.ts', 'node:fs', 'a pure room does no I/O'],
    ['src/domain/identity/iin.ts', 'zod', 'only input, commands, context, settings may use it'],
    ['src/commands/init.ts', './list.ts', 'commands never import one another'],
    ['src/db/staff.ts', '../output/table.ts', 'db may not import output'],
    ['src/change/sink.ts', '../commands/init.ts', 'change may not import commands'],
    ['src/change/sink.ts', '../program.ts', 'change may not import main'],
    ['src/commands/list.ts', 'kysely', 'only db may use it'],
    ['src/output/table.ts', 'left-pad', 'no room owns this package'],
  ])('finds a planted breach: %s → %s', (from, to, why) => {
    expect(breaches([{ from, to }])).toEqual([`${from} → ${to}: ${why}`]);
  });

  it('has no barrel, no catch-all file, and no exit or print below main', () => {
    const files = sourceFiles();
    expect(files.filter(file => /\/(index|utils|helpers|misc)\.ts$/.test(file))).toEqual([]);
    const loud = files.filter(file =>
      /\bconsole\.|process\.exit\(/.test(readFileSync(join(root, file), 'utf8')),
    );
    // The second Ctrl-C must not wait for anything.
    expect(loud).toEqual(['src/process-environment.ts']);
  });

  it('has at the top only what it says it has', () => {
    const allowed = [
      'src',
      'bin',
      'fixtures',
      'test',
      'package.json',
      'tsconfig.json',
      'README.md',
      'package-lock.json',
    ];
    const tools = ['LICENSE', 'CHANGELOG.md', 'biome.json', 'vitest.config.ts', 'rolldown.config.ts'];
    const built = ['node_modules', 'dist'];
    const names = readdirSync(root).filter(name => !name.startsWith('.'));
    expect(names.filter(name => ![...allowed, ...tools, ...built].includes(name))).toEqual([]);
  });
});
