import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from './support/databases.ts';

const root = resolve(import.meta.dirname, '..');
const readme = join(root, 'README.md');
const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Stands for lines that the README leaves out. */
const OMITTED = '…';
const LONGEST = 14;

interface Step {
  readonly command: string;
  readonly expected: readonly string[];
}

/** The commands of all console blocks with the output that the README shows for each. */
function steps(text: string): Step[] {
  return [...text.matchAll(/```console\n(.*?)```/gs)].flatMap(([, block = '']) =>
    block
      .split(/^\$ /m)
      .slice(1)
      .map(part => {
        const [command = '', ...expected] = part.replace(/\n$/, '').split('\n');
        return { command, expected };
      }),
  );
}

/** One shell for all commands, as a reader would have; the program is the built one. */
function play(commands: readonly string[]): string[][] {
  const marks = commands.map((_, i) => `@@${i}@@`);
  const script = [
    `qabyl() { '${process.execPath}' '${join(root, 'bin/qabyl.js')}' "$@"; }`,
    ...commands.map(
      (command, i) =>
        `${command.replace('QABYL_DB=qabyl.db', `QABYL_DB='${folder}/qabyl.db'`)}\nstatus=$?; echo '${marks[i]}'; (exit $status)`,
    ),
  ].join('\n');
  const output = join(folder, 'output.txt');
  const file = openSync(output, 'w');
  // Both streams go to one file, in the order in which a terminal would show them.
  spawnSync('sh', ['-c', script], { cwd: root, stdio: ['ignore', file, file], env: environment() });
  closeSync(file);
  const text = readFileSync(output, 'utf8').replaceAll(folder, '/home/aigul');
  return text
    .split(/@@\d+@@\n/)
    .slice(0, commands.length)
    .map(part => part.split('\n').slice(0, -1));
}

function environment(): NodeJS.ProcessEnv {
  const { QABYL_AS: _as, QABYL_DB: _db, QABYL_YEAR: _year, QABYL_PROFILE: _profile, ...rest } = process.env;
  return { ...rest, NO_COLOR: '1', XDG_CONFIG_HOME: folder };
}

function matches(expected: readonly string[], actual: readonly string[]): boolean {
  const at = expected.indexOf(OMITTED);
  if (at < 0) return expected.join('\n') === actual.join('\n');
  const tail = expected.slice(at + 1);
  const head = expected.slice(0, at);
  return (
    actual.length >= head.length + tail.length &&
    head.join('\n') === actual.slice(0, at).join('\n') &&
    tail.join('\n') === actual.slice(actual.length - tail.length).join('\n')
  );
}

/** Long answers are shown by their first and last lines. */
function shorten(lines: readonly string[]): readonly string[] {
  return lines.length <= LONGEST ? lines : [...lines.slice(0, 6), OMITTED, ...lines.slice(-4)];
}

describe.skipIf(process.platform === 'win32')('README (its console blocks are for a POSIX shell)', () => {
  const text = readFileSync(readme, 'utf8');
  const played = play(steps(text).map(step => step.command));

  if (process.env.UPDATE_README) {
    let i = 0;
    const updated = text.replace(/```console\n(.*?)```/gs, (_, block: string) => {
      const parts = block
        .split(/^\$ /m)
        .slice(1)
        .map(
          part =>
            `$ ${part.split('\n')[0]}\n${shorten(played[i++] ?? [])
              .map(line => `${line}\n`)
              .join('')}`,
        );
      return `\`\`\`console\n${parts.join('')}\`\`\``;
    });
    writeFileSync(readme, updated);
  }

  const shown = steps(readFileSync(readme, 'utf8'));
  it.each(shown.map((step, i) => ({ ...step, i })))(
    'shows what really happens: $command',
    ({ expected, i }) => {
      const actual = played[i] ?? [];
      expect(matches(expected, actual) ? expected : actual).toEqual(expected);
    },
  );

  it('goes through all the nine steps', () => {
    const commands = shown.map(step => step.command).join('\n');
    for (const name of [
      'import-staff',
      'assign-role',
      'import-streets',
      'bind-streets',
      'review-territory',
      'set-year-settings',
      'appoint-executor',
      'check-readiness',
    ])
      expect(commands).toContain(`qabyl ${name}`);
  });

  it('has no line longer than a page except in commands, output and tables', () => {
    const prose = text
      .replace(/```.*?```/gs, '')
      .split('\n')
      .filter(line => !line.startsWith('|'));
    expect(prose.filter(line => line.length > 130)).toEqual([]);
  });
});
