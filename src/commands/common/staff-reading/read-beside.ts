import { fstatSync, statSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { readStaff } from './read-staff.ts';
import type { StaffBatch, StaffRequest } from './staff-batch.ts';
import type { ThreadMessage, ThreadTask } from './thread-messages.ts';

/** Below this many bytes (some 7,000 rows) a thread of its own costs more than it saves. */
const WORTH_A_THREAD = 1_000_000;

/**
 * Megabytes of each half of the reading thread's space for young objects, from its start to its end. V8 would begin with
 * one, where the rows of a batch are copied over and over, and would let it grow to where a large import passes 256 MB.
 */
const YOUNG_HALF_MB = 8;

/**
 * Reads a staff file, a large one in a thread of its own: parsing and checking go on beside the writing. A batch has its
 * bytes until the next one is asked for.
 */
export async function* readStaffBeside(
  request: StaffRequest,
  signal: AbortSignal,
): AsyncGenerator<StaffBatch, void, void> {
  const size = sizeOf(request);
  if (size < WORTH_A_THREAD) yield* readStaff(request, size);
  else yield* readInThread({ request, size }, signal);
}

async function* readInThread(task: ThreadTask, signal: AbortSignal): AsyncGenerator<StaffBatch, void, void> {
  // V8 takes these for the whole process: the writing thread keeps the size it has, the reading one begins with its own.
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString(`--min-semi-space-size=${YOUNG_HALF_MB}`);
  setFlagsFromString(`--max-semi-space-size=${YOUNG_HALF_MB}`);
  const worker = new Worker(threadFile(), { workerData: task });
  const arrived: ThreadMessage[] = [];
  let wake = () => {};
  let fault: { error: unknown } | null = null;
  worker.on('message', (message: ThreadMessage) => {
    arrived.push(message);
    wake();
  });
  worker.on('error', error => {
    fault = { error };
    wake();
  });
  const interrupted = () => wake();
  signal.addEventListener('abort', interrupted);
  try {
    for (;;) {
      signal.throwIfAborted();
      const message = arrived.shift();
      if (message?.kind === 'end') return;
      if (message) {
        yield message.batch;
        letGo(message.batch);
        worker.postMessage('next');
      } else if (fault !== null) {
        throw (fault as { error: unknown }).error;
      } else {
        await new Promise<void>(done => {
          wake = done;
        });
      }
    }
  } finally {
    signal.removeEventListener('abort', interrupted);
    const ended = worker.terminate();
    // Whoever pressed Ctrl-C is not kept waiting for a thread that only reads.
    if (!signal.aborted) await ended;
  }
}

/** Frees the bytes of a batch that is done with: V8 would first let some sixty megabytes of them gather. */
function letGo({ added, met, contents }: StaffBatch): void {
  for (const { bytes } of [added, met, contents]) bytes.buffer.transfer(0);
}

/** The thread's own file: beside this one in the sources, beside the bundle when built. */
function threadFile(): URL {
  const beside = import.meta.url.endsWith('.ts') ? './staff-thread.ts' : './staff-thread.js';
  return new URL(beside, import.meta.url);
}

/** Zero when it cannot be told: the reading itself then says why. */
function sizeOf({ file: { path, fd } }: StaffRequest): number {
  try {
    return (fd === null ? statSync(path) : fstatSync(fd)).size;
  } catch {
    return 0;
  }
}
