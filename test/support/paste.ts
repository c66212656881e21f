import { execFileSync } from 'node:child_process';
import { Readable } from 'node:stream';
import { readCommandLine } from '../../src/command-line.ts';
import type { Environment } from '../../src/environment.ts';
import { loadCatalogue } from '../../src/locales/load-language.ts';
import { buildProgram, type Call } from '../../src/program.ts';

/** The words that a shell makes of a printed command, without the program's name. */
export function pasted(line: string): string[] {
  const words = execFileSync('sh', ['-c', `printf '%s\\0' ${line}`], { encoding: 'utf8' }).split('\0');
  if (words[0] !== 'qabyl') throw new Error(`not a command of the program: ${line}`);
  return words.slice(1, -1);
}

/**
 * What the program's own option parser makes of the words; runs nothing.
 * @throws CommanderError or OperatorError when it does not accept them
 */
export async function parsed(words: readonly string[]): Promise<Call> {
  const calls: Call[] = [];
  const quiet = { write: () => true };
  const environment: Environment = {
    stdin: Readable.from([]),
    stdout: quiet,
    stderr: quiet,
    env: {},
    cwd: '/',
    home: '/',
    platform: 'linux',
    machine: { host: '', user: '', node: '' },
    clock: () => new Date(0),
    signal: new AbortController().signal,
    outputFailure: () => null,
    prompter: () => {
      throw new Error('nothing is asked');
    },
  };
  const catalogue = await loadCatalogue('en');
  const program = await buildProgram(readCommandLine(words), environment, catalogue, 'test', call =>
    calls.push(call),
  );
  await program.parseAsync(words, { from: 'user' });
  const [call] = calls;
  if (call === undefined) throw new Error(`no command: ${words.join(' ')}`);
  return call;
}
