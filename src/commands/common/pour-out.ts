import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Context } from '../../context.ts';

type OutputStream = Context['environment']['stdout'];

/** Why a stream took no more. */
export interface Unpoured {
  readonly reason: string;
  /** whoever read has stopped reading */
  readonly closed: boolean;
}

/**
 * Writes pieces as fast as they are taken: what waits in memory does not grow. A stream that takes no more ends it
 * quietly: commands that must know are told, and of all others the environment tells.
 * @returns null when everything was taken
 */
export async function pourOut(stream: OutputStream, pieces: AsyncIterable<string>): Promise<Unpoured | null> {
  const state: { failure: Unpoured | null; wake: () => void } = { failure: null, wake: () => undefined };
  const fail = (failure: Unpoured) => {
    state.failure ??= failure;
    state.wake();
  };
  stream.once?.('error', error =>
    fail({ reason: error?.message ?? '', closed: error !== undefined && codeOf(error) === 'EPIPE' }),
  );
  stream.once?.('close', () => fail({ reason: '', closed: true }));
  for await (const piece of pieces) {
    if (state.failure !== null || stream.destroyed === true) break;
    if (piece === '' || stream.write(piece) || stream.once === undefined) continue;
    await new Promise<void>(done => {
      state.wake = done;
      stream.once?.('drain', () => done());
    });
  }
  // A stream tells of its failure only after the write.
  await nextTurn();
  return state.failure ?? (stream.destroyed === true ? { reason: '', closed: true } : null);
}

function codeOf(error: Error): unknown {
  return 'code' in error ? error.code : null;
}
