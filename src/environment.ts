import type { PromptWords } from './locales/prompt-words.ts';
import type { Prompter } from './prompts/prompter.ts';

/** A stream that may be a terminal. */
export interface OutputStream {
  /** false: more is waiting to be taken than is good; `drain` tells when it has been */
  write(text: string): boolean;
  readonly once?: (event: 'drain' | 'close' | 'error', listener: (error?: Error) => void) => unknown;
  readonly destroyed?: boolean | undefined;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/** Everything the program takes from the outside world; a test hands in its own. */
export interface Environment {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean | undefined };
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly home: string;
  readonly platform: NodeJS.Platform;
  /** where the program runs, for the history */
  readonly machine: { readonly host: string; readonly user: string; readonly node: string };
  readonly clock: () => Date;
  /** what kept stdout or stderr from taking all that was written; null while all is well */
  readonly outputFailure: () => Error | null;
  /** aborted by Ctrl-C */
  readonly signal: AbortSignal;
  /** makes the prompter of a terminal; loads inquirer only when something is asked */
  readonly prompter: (words: PromptWords) => Prompter;
}
