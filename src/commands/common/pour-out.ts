import type { Context } from '../../context.ts';

type OutputStream = Context['environment']['stdout'];

/** Writes pieces as fast as they are taken: what waits in memory does not grow. A closed pipe ends it quietly. */
export async function pourOut(stream: OutputStream, pieces: AsyncIterable<string>): Promise<void> {
  for await (const piece of pieces) {
    if (stream.destroyed === true) return;
    if (piece === '' || stream.write(piece) || stream.once === undefined) continue;
    await new Promise<void>(done => {
      stream.once?.('drain', done);
      stream.once?.('close', done);
    });
  }
}
