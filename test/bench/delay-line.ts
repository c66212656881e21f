import type { Socket } from 'node:net';

interface Piece {
  readonly due: number;
  readonly bytes: Buffer;
}

/** More than any line carries in 15 ms; a sender who is that far ahead of its receiver waits. */
const MOST_WAITING_BYTES = 64 << 20;
/** Timers count whole milliseconds. */
const HALF_A_TICK_MS = 0.5;

/**
 * One direction of a line: what comes in at `from` goes out at `to` so many milliseconds later, in order, at any
 * rate. The end of the stream travels like its bytes.
 */
export function delayLine(from: Socket, to: Socket, delayMs: number): void {
  let waiting: Piece[] = [];
  let waitingBytes = 0;
  let endsAt: number | null = null;
  let blocked = false;
  let timer: NodeJS.Timeout | undefined;

  const send = () => {
    timer = undefined;
    const now = performance.now() + HALF_A_TICK_MS;
    let sent = 0;
    for (const piece of waiting) {
      if (piece.due > now || blocked) break;
      sent++;
      waitingBytes -= piece.bytes.length;
      blocked = !to.write(piece.bytes);
    }
    waiting = waiting.slice(sent);
    if (waitingBytes < MOST_WAITING_BYTES) from.resume();
    if (blocked) return;
    const next = waiting[0]?.due ?? endsAt;
    if (next === null) return;
    if (next <= now) to.end();
    else timer = setTimeout(send, Math.max(0, next - performance.now()));
  };
  const expect = () => {
    if (timer === undefined && !blocked) timer = setTimeout(send, delayMs);
  };
  from.on('data', (bytes: Buffer) => {
    waiting.push({ due: performance.now() + delayMs, bytes });
    waitingBytes += bytes.length;
    if (waitingBytes >= MOST_WAITING_BYTES) from.pause();
    expect();
  });
  from.on('end', () => {
    endsAt = performance.now() + delayMs;
    expect();
  });
  to.on('drain', () => {
    blocked = false;
    send();
  });
  for (const [end, other] of [
    [from, to],
    [to, from],
  ] as const)
    end.on('error', () => other.destroy());
}
