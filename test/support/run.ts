import { Readable } from 'node:stream';
import type { Environment } from '../../src/environment.ts';
import { main } from '../../src/main.ts';
import type { Prompter } from '../../src/prompts/prompter.ts';

/** How one command line ended. */
export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** what was asked, in order */
  readonly asked: readonly string[];
}

export interface RunOptions {
  readonly db?: string | undefined;
  readonly as?: string | undefined;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string | Uint8Array;
  /** answers for a terminal; without them nobody can be asked, and an unexpected question fails the test */
  readonly answers?: readonly (string | boolean)[];
  /** what happens while the person thinks */
  readonly whenAsked?: () => Promise<void>;
  readonly signal?: AbortSignal;
  readonly clock?: () => Date;
  /** what happens when something is written to stdout; a throw is an output that breaks */
  readonly whenPrinted?: () => void;
}

const NOON = new Date('2027-02-01T07:00:00Z');

/** Runs the program in this process, as a person or a script would. */
export async function qabyl(argv: readonly string[], options: RunOptions = {}): Promise<Run> {
  const stdout = new Collector(options.answers !== undefined, options.whenPrinted);
  const stderr = new Collector(options.answers !== undefined);
  const asked: string[] = [];
  const answers = [...(options.answers ?? [])];
  const answer = async (message: string) => {
    asked.push(message);
    await options.whenAsked?.();
    const next = answers.shift();
    if (next === undefined) throw new Error(`unexpected question: ${message}`);
    return next;
  };
  const prompter: Prompter = {
    text: async message => String(await answer(message)),
    secret: async message => String(await answer(message)),
    choose: async message => String(await answer(message)),
    confirm: async message => (await answer(message)) === true,
  };
  const environment: Environment = {
    stdin: Object.assign(Readable.from(options.stdin === undefined ? [] : [Buffer.from(options.stdin)]), {
      isTTY: options.answers !== undefined,
    }),
    stdout,
    stderr,
    env: {
      ...(options.db === undefined ? {} : { QABYL_DB: options.db }),
      ...(options.as === undefined ? {} : { QABYL_AS: options.as }),
      NO_COLOR: '1',
      ...options.env,
    },
    cwd: options.cwd ?? process.cwd(),
    home: '/nonexistent',
    platform: 'linux',
    machine: { host: 'maktab-pc', user: 'aigul', node: process.version },
    clock: options.clock ?? (() => NOON),
    outputFailure: () => null,
    signal: options.signal ?? new AbortController().signal,
    prompter: () => prompter,
  };
  const code = await main(argv, environment);
  if (answers.length > 0) throw new Error(`answers nobody asked for: ${answers.join(', ')}`);
  return { code, stdout: stdout.text, stderr: stderr.text, asked };
}

class Collector {
  text = '';
  readonly isTTY: boolean;
  readonly columns = 100;
  readonly #whenWritten: () => void;

  constructor(isTTY: boolean, whenWritten: () => void = () => undefined) {
    this.isTTY = isTTY;
    this.#whenWritten = whenWritten;
  }

  write(text: string): boolean {
    this.#whenWritten();
    this.text += text;
    return true;
  }
}
