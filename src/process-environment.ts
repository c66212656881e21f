import { hostname, userInfo } from 'node:os';
import { problem } from './domain/problem.ts';
import type { Environment } from './environment.ts';
import { ExitCode, OperatorError } from './errors.ts';
import type { PromptWords } from './locales/prompt-words.ts';
import type { Prompter } from './prompts/prompter.ts';

/** The environment of the real process. Called once, by bin/qabyl.js. */
export function processEnvironment(): Environment {
  // Deprecations concern whoever writes programs, not whoever runs this one.
  process.noDeprecation = !process.argv.includes('--debug');
  let failure: Error | null = null;
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      // Whoever reads may stop reading (`| head -1`): that is no error.
      if (error.code !== 'EPIPE') failure ??= error;
    });
  return {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    cwd: existing(() => process.cwd()),
    home: process.env.HOME || existing(() => userInfo().homedir),
    platform: process.platform,
    machine: { host: hostname(), user: existing(() => userInfo().username, '?'), node: process.version },
    clock: () => new Date(),
    outputFailure: () => failure,
    signal: interruption(),
    prompter: lazyPrompter,
  };
}

/** A folder that may be gone, or an account that has none (a container's number for a user): most commands do without. */
function existing(fact: () => string, instead = '/'): string {
  try {
    return fact();
  } catch {
    return instead;
  }
}

/** Signals so close together are one Ctrl-C: `npm` hands on what the terminal has sent already; in milliseconds. */
const ONE_PRESS_MS = 100;

/** The first Ctrl-C asks the work to stop at its next step, which rolls it back; the second does not wait. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  let heard = 0;
  process.on('SIGINT', () => {
    const now = performance.now();
    if (controller.signal.aborted) {
      if (now - heard >= ONE_PRESS_MS) process.exit(ExitCode.interrupted);
      return;
    }
    heard = now;
    controller.abort(new OperatorError(problem('interrupted', { written: false })));
    // A silent pipe would keep the program waiting for its next byte.
    process.stdin.destroy();
    // All is said and written by then; Node would go on to free its memory piece by piece.
    process.once('beforeExit', () => process.exit());
  });
  return controller.signal;
}

function lazyPrompter(words: PromptWords): Prompter {
  const load = async () => {
    const { inquirerPrompter } = await import('./prompts/inquirer-prompter.ts');
    return inquirerPrompter(process.stdin, process.stderr, words);
  };
  return {
    text: async message => (await load()).text(message),
    secret: async message => (await load()).secret(message),
    choose: async (message, values) => (await load()).choose(message, values),
    confirm: async message => (await load()).confirm(message),
  };
}
