import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What one run of a program took. */
export interface Run {
  /** wall clock from the start of the process to its end, in milliseconds */
  readonly ms: number;
  /** peak resident memory in bytes; null where it was not watched, or cannot be (other systems than Linux) */
  readonly peakBytes: number | null;
  /** bytes of the database that it changed, where that is asked */
  readonly size?: { readonly before: number; readonly after: number };
}

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** watch its memory */
  readonly watch?: boolean;
  /** an exit code besides 0 that says that the work was done */
  readonly accept?: number;
}

const WATCH_EVERY_MS = 10;
const KEPT_OF_STDERR = 4000;

/**
 * Runs a program to its end, with nothing on its standard input and its standard output thrown away.
 * @throws Error with the end of its standard error, where the exit code is neither 0 nor accepted
 */
export function runChild({ program, args, env, watch, accept = 0 }: Command): Promise<Run> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(program, args, {
      env: { ...ownEnvironment(), ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let peakBytes: number | null = null;
    const look = () => {
      peakBytes = peakOf(child.pid) ?? peakBytes;
    };
    const watching = watch ? setInterval(look, WATCH_EVERY_MS) : undefined;
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-KEPT_OF_STDERR);
    });
    child.on('error', error => {
      clearInterval(watching);
      reject(error);
    });
    let ms = 0;
    child.on('exit', () => {
      ms = performance.now() - start;
      clearInterval(watching);
    });
    // Only `close` comes after the last of standard error.
    child.on('close', (code, signal) => {
      if (code === 0 || code === accept) resolve({ ms, peakBytes });
      else reject(new Error(`${program} ended with ${code ?? signal}: ${said.trim()}`));
    });
  });
}

/**
 * The kernel's own high-water mark of a process, in bytes: it only grows, so that a look now and then finds the peak.
 * @returns null where there is no such process, or no /proc
 */
function peakOf(pid: number | undefined): number | null {
  try {
    const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kibibytes === undefined ? null : Number(kibibytes) * 1024;
  } catch {
    return null;
  }
}

/** The settings of whoever runs the bench are not part of it. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(QABYL_|PG|NODE_OPTIONS$)/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: 'C.UTF-8' };
}
