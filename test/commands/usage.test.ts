import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { story } from '../../fixtures/story.ts';
import { COMMANDS } from '../../src/locales/help-words.ts';
import { parseDocument } from '../support/json-schemas.ts';
import { qabyl } from '../support/run.ts';

const NOWHERE = '/nonexistent/qabyl.db';
const version = (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version;
const help = async (...argv: string[]) => (await qabyl(argv)).stdout;

describe('an empty value of an option that may be left out', () => {
  it.each([
    // Without --houses these are the whole street; an unset variable must not stand for that.
    ['bind-streets --school s --street t --houses', '--houses'],
    ['bind-streets --school s --street t --unbind --houses', '--houses'],
    // Everyone without a position would be meant.
    ['assign-role --org s --role admin --position', '--position'],
    ['appoint-executor --school s --staff 1 --phone', '--phone'],
    ['appoint-executor --school s --staff 1 --email', '--email'],
    ['set-year-settings --department d --opens', '--opens'],
    ['list orgs --output', '--output'],
    ['import-orgs f.csv --dry-run --save-plan', '--save-plan'],
    ['import-orgs f.csv --plan', '--plan'],
    ['list orgs --db', '--db'],
    ['review-territory --school s --confirm', '--confirm'],
  ])('is wrong usage: qabyl %s ""', async (line, flag) => {
    for (const value of ['', ' ']) {
      const run = await qabyl([...line.split(' '), value, '--lang', 'en'], {
        db: NOWHERE,
        as: story.admin.iin,
      });
      expect(run).toMatchObject({ code: 2, stdout: '' });
      expect(run.stderr).toContain(`${flag} was given an empty value.`);
    }
  });
});

describe('help', () => {
  it.each([
    [''],
    ['help'],
    ['-h'],
    ['--help'],
    ['help help'],
    ['--lang en'],
    ['--lang en help'],
    ['--bogus --help'],
    ['--db x -h'],
    ['-h --json'],
  ])('of the program: qabyl %s', async line => {
    const run = await qabyl(line.split(' ').filter(word => word !== ''));
    expect(run).toMatchObject({ code: 0, stderr: '', stdout: await help() });
  });

  it.each([
    ['help list'],
    ['list -h'],
    ['list --help'],
    ['-h list'],
    ['help list --lang en'],
    ['--lang en help list'],
    ['list --bogus -h'],
    ['list -h --bogus'],
    ['list --limit many -h'],
    // `-h` means nothing else, not even the value of an option.
    ['list --org -h'],
    ['list staff too many words -h'],
    ['list --org import-staff -h'],
    ['-n list -h'],
  ])('of a command: qabyl %s', async line => {
    const run = await qabyl(line.split(' '));
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toBe(await help('help', 'list'));
  });

  it.each(COMMANDS)('of %s leads with examples, names its options and those of every command', async name => {
    const page = await help(name, '--help');
    expect(page.indexOf(`  qabyl ${name}`)).toBeGreaterThan(0);
    expect(page.indexOf(`  qabyl ${name}`)).toBeLessThan(page.indexOf(`Usage: qabyl ${name}`));
    for (const flag of ['--db', '--as', '--json', '--lang', '--no-input', '-q, --quiet', '-h, --help'])
      expect(page).toContain(`  ${flag}`);
    expect(page).not.toMatch(/undefined|\[object|\bnull\b/);
  });

  it('of the program leads with examples, then the commands by their steps, then options and exit codes', async () => {
    const page = await help();
    const order = [
      'Examples:',
      'Usage:',
      '(steps 1, 2',
      '(steps 3, 4)',
      'Options:',
      '--db',
      'Exit codes:',
      'README',
    ];
    const at = order.map(words => page.indexOf(words));
    expect(at).toEqual([...at].sort((a, b) => a - b));
    expect(at[0]).toBe(0);
    for (const name of [...COMMANDS, 'help', 'version'])
      expect(page).toMatch(new RegExp(`^  ${name}\\b`, 'm'));
    for (const code of [0, 1, 2, 3, 4, 5, 6, 7, 8, 130]) expect(page).toMatch(new RegExp(`^  ${code} `, 'm'));
  });

  it.each(['', ...COMMANDS])('%s fits a narrow terminal, but for what is to be copied', async name => {
    const argv = name === '' ? [] : [name, '-h'];
    for (const lang of ['en', 'ru', 'kk']) {
      const { stdout } = await qabyl([...argv, '--lang', lang], { env: { COLUMNS: '60' } });
      const wide = stdout.split('\n').filter(line => line.length > 60);
      expect(wide.filter(line => !line.startsWith('  qabyl '))).toEqual([]);
    }
  });

  it('has colour on a terminal and none elsewhere', async () => {
    const esc = String.fromCharCode(27);
    expect((await qabyl(['help', 'list'], { answers: [], env: { NO_COLOR: '' } })).stdout).toContain(esc);
    for (const env of [
      { NO_COLOR: '1' },
      { NO_COLOR: '', TERM: 'dumb' },
      { NO_COLOR: '', QABYL_NO_COLOR: '1' },
    ])
      expect((await qabyl(['help', 'list'], { answers: [], env })).stdout).not.toContain(esc);
    expect(
      (await qabyl(['help', 'list', '--no-color'], { answers: [], env: { NO_COLOR: '' } })).stdout,
    ).not.toContain(esc);
    expect((await qabyl(['help', 'list'], { env: { NO_COLOR: '' } })).stdout).not.toContain(esc);
  });
});

describe('the version', () => {
  it.each([
    '--version',
    '-V',
    'version',
    'version --lang ru',
    '--lang ru version',
    'list -V',
    '--no-color --version',
  ])('qabyl %s', async line => {
    const run = await qabyl(line.split(' '));
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toMatch(new RegExp(`^qabyl ${version} \\(.*\\d{4}-[a-z-]+\\)\n$`));
  });

  it.each(['--version --json', 'version --json', '--json -V'])(
    'qabyl %s is one JSON document',
    async line => {
      const run = await qabyl(line.split(' '));
      expect(run).toMatchObject({ code: 0, stderr: '' });
      expect(parseDocument(run)).toMatchObject({ schema: 'qabyl.version/1', version });
    },
  );
});

describe('a mistyped line', () => {
  it.each([
    ['an unknown command', 'chek-readiness', 'command-unknown', 'check-readiness'],
    ['an unknown command with help', 'lst -h', 'command-unknown', 'list'],
    ['an unknown command to explain', 'help bind-street', 'command-unknown', 'bind-streets'],
    ['a command that nothing is like', 'frobnicate', 'command-unknown', null],
    ['a command in Cyrillic', 'тізім', 'command-unknown', null],
    ['a part of a name', 'import', 'command-unknown', null],
    ['an unknown option', 'list --ogr x', 'option-unknown', '--org'],
    ['an unknown option of every command', 'list --quite', 'option-unknown', '--quiet'],
    ['an option of another command', 'list --dry-run', 'option-unknown', null],
    ['an unknown letter', 'list -x', 'option-unknown', null],
    ['an unknown option without a command', '--bogus', 'option-unknown', null],
    ['an option without its value', 'list --org', 'option-argument-missing', null],
    ['a language without its value', '--lang', 'option-argument-missing', null],
    ['a word too many', 'list staff more', 'arguments-too-many', null],
    ['a word where none belongs', 'bind-streets school-3', 'arguments-too-many', null],
    ['only options', '-q', 'argument-missing', null],
    ['a number that is none', 'history --limit ten', 'flag-invalid', null],
    ['a number below one', 'history --limit 0', 'flag-invalid', null],
    ['a duration that is none', 'import-orgs x --wait soon', 'flag-invalid', null],
    ['an unknown kind', 'list staffs', 'flag-invalid', null],
  ])('%s: qabyl %s', async (_, line, code, meant) => {
    const words = line.split(' ');
    const run = await qabyl(words, { db: NOWHERE, as: story.admin.iin });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    if (meant !== null) expect(run.stderr).toContain(`Did you mean: ${meant}?`);
    else expect(run.stderr).not.toContain('Did you mean');
    expect(run.stderr).not.toMatch(/undefined|\[object|at .*\.ts/);
    const json = await qabyl(['--json', ...words], { db: NOWHERE, as: story.admin.iin });
    expect(json).toMatchObject({ code: 2, stderr: '' });
    const document = parseDocument(json);
    expect('problems' in document && document.problems.map(problem => problem.code)).toEqual([code]);
  });

  it('is not carried out by itself', async () => {
    const run = await qabyl(['lst', 'years'], { db: NOWHERE, as: story.admin.iin });
    expect(run.stderr).not.toContain(NOWHERE);
  });
});

describe('- as a file', () => {
  it.each([
    ['import-staff - --org school-1'],
    ['import-orgs -'],
    ['bind-streets --file -'],
    ['set-year-settings --file -'],
  ])('is told to be the keyboard where nothing is piped in: qabyl %s', async line => {
    const words = [...line.split(' '), '--json', '--dry-run'];
    const run = await qabyl(words, { db: NOWHERE, as: story.admin.iin, answers: [] });
    expect(run.code).toBe(2);
    expect(parseDocument(run)).toMatchObject({ problems: [{ code: 'stdin-is-keyboard' }] });
  });
});

describe('words and options', () => {
  it('are told apart by --', async () => {
    const run = await qabyl(['explain-houses', '--json', '--', '--json']);
    expect(run.code).toBe(3);
    expect(parseDocument(run, 'qabyl.houses/1').problems[0]?.message).toContain('--json');
    // After `--` even `--json` and `-h` are words: the answer is text.
    for (const word of ['--json', '-h', '--lang', '--help']) {
      const text = await qabyl(['list', '--', word], { as: story.admin.iin });
      expect(text).toMatchObject({ code: 2, stdout: '' });
      expect(text.stderr).toContain(word);
    }
  });

  it.each([
    ['--lang ru explain-houses 1-45 --json'],
    ['explain-houses --lang ru 1-45 --json'],
    ['explain-houses 1-45 --json --lang ru'],
    ['--json --lang=ru explain-houses 1-45'],
    // The last one counts.
    ['--lang en explain-houses 1-45 --json --lang ru'],
  ])('of every command stand before and after it: qabyl %s', async line => {
    const run = await qabyl(line.split(' '));
    expect(run.code).toBe(0);
    expect(parseDocument(run, 'qabyl.houses/1').reading).toMatch(/нечётн/);
  });

  it.each([
    [['list', 'staff', '--org', 'init'], 'list', 'qabyl.error/1'],
    [['--year', 'import-staff', 'list', 'orgs'], 'list', 'qabyl.error/1'],
    [['--db', 'show', 'init'], 'init', 'qabyl.change/1'],
    [['import-orgs', 'list'], 'import-orgs', 'qabyl.change/1'],
    [['list', 'init'], 'list', 'qabyl.error/1'],
    [['check-readiness', '--school', 'bind-streets'], 'check-readiness', 'qabyl.error/1'],
  ] as const)('%o is the command that stands first, whatever its values', async (argv, command, schema) => {
    const run = await qabyl([...argv, '--json']);
    expect(run.code).not.toBe(0);
    expect(parseDocument(run, schema)).toMatchObject({ command, schema });
  });

  it('keep the format of an answer when it is an error', async () => {
    for (const format of [['--format', 'json'], ['--format=json'], ['--json']])
      parseDocument(await qabyl(['check-readiness', ...format]), 'qabyl.error/1');
    const text = await qabyl(['check-readiness', '--school', '--json'], { db: NOWHERE, as: story.admin.iin });
    expect(text.stdout).toBe('');
    expect(text.code).toBe(2);
  });
});

describe('--debug', () => {
  const line = ['list', 'orgs', '--db', 'ftp://example.kz/db', '--as', '830703406664'];

  it('adds the stack of an error to what is said', async () => {
    const [plain, debug] = [await qabyl(line), await qabyl([...line, '--debug'])];
    expect(debug.code).toBe(plain.code);
    expect(plain.stderr).not.toMatch(/^\s+at /m);
    expect(debug.stderr).toMatch(/^\s+at .*target\.ts/m);
    expect(debug.stderr.endsWith(plain.stderr)).toBe(true);
  });

  it('leaves stdout to the one JSON document', async () => {
    expect(parseDocument(await qabyl([...line, '--debug', '--json'])).schema).toBe('qabyl.error/1');
  });
});
