import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { join, resolve } from 'node:path';

export const project = resolve(import.meta.dirname, '../..');
/** The built program; `npm test` builds it first. */
export const program = join(project, 'bin/qabyl.js');

export interface ProgramOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** all of its standard input; without it the input is empty */
  readonly input?: string;
  /** options of Node itself */
  readonly node?: readonly string[];
}

/** How a process ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A process at work. Its standard input stays open until somebody ends it. */
export interface Running {
  readonly child: ChildProcessWithoutNullStreams;
  readonly ended: Promise<Ended>;
  /** resolves once it has said something on stderr that matches */
  said(pattern: RegExp): Promise<void>;
}

/** Starts any command with an environment of its own: nothing of the developer's settings gets in. */
export function start(command: string, args: readonly string[], options: ProgramOptions = {}): Running {
  const child = spawn(command, [...args], {
    cwd: options.cwd ?? project,
    env: { PATH: process.env.PATH ?? '', HOME: '/nonexistent', NO_COLOR: '1', ...options.env },
    stdio: 'pipe',
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  // Who ends without reading its input is no fault of the test.
  child.stdin.on('error', () => undefined);
  const ended = new Promise<Ended>((done, failed) => {
    child.on('error', failed);
    child.on('close', (code, signal) => done({ code, signal, stdout, stderr }));
  });
  const said = (pattern: RegExp) =>
    new Promise<void>((done, failed) => {
      const look = () => void (pattern.test(stderr) && done());
      child.stderr.on('data', look);
      child.on('close', () => failed(new Error(`it ended without saying ${pattern}:\n${stderr}`)));
      look();
    });
  return { child, ended, said };
}

/** Starts the program and leaves its standard input open. */
export function startProgram(argv: readonly string[], options: ProgramOptions = {}): Running {
  return start(process.execPath, [...(options.node ?? []), program, ...argv], options);
}

/** Runs the program to its end. */
export async function runProgram(argv: readonly string[], options: ProgramOptions = {}): Promise<Ended> {
  const running = startProgram(argv, options);
  running.child.stdin.end(options.input ?? '');
  return running.ended;
}
