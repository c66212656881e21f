import { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';

/** The line to one server: all connections of one open database, which are lost, or broken off, together. */
export class ServerLine {
  readonly #sockets = new Set<Socket>();
  readonly #gone = new Set<number>();
  readonly #broken = new AbortController();
  #committing = false;
  #answered = false;

  /** Whether the server has let somebody in: what it does not answer later it may yet answer again. */
  get answered(): boolean {
    return this.#answered;
  }

  get broken(): boolean {
    return this.#broken.signal.aborted;
  }

  /** The server's processes for connections that are no more: it may not have noticed. */
  get gone(): readonly number[] {
    return [...this.#gone];
  }

  /** For the driver, which has no way to give up a server that does not answer: closing the line under it is one. */
  readonly socket = (): Socket => {
    const socket = new Socket();
    this.#sockets.add(socket);
    socket.once('close', () => this.#sockets.delete(socket));
    if (this.broken) setImmediate(() => socket.destroy());
    return socket;
  };

  watch(pool: pg.Pool): void {
    // An idle connection that the server closes raises an error event; the next query reports it in its own words.
    pool.on('error', () => undefined);
    pool.on('connect', client => {
      this.#answered = true;
      // So does one that is lost between two queries of a transaction.
      client.on('error', () => undefined);
    });
    pool.on('remove', client => {
      if ('processID' in client && typeof client.processID === 'number') this.#gone.add(client.processID);
    });
  }

  /** From here to `committed` nothing is broken off: nobody could tell how it ended. */
  commits(): void {
    this.#committing = true;
  }

  committed(): void {
    this.#committing = false;
  }

  /** Makes everything under way, and all that comes later, fail soon; a commit that has begun goes on. */
  breakOff(): void {
    if (this.#committing) return;
    this.#broken.abort();
    this.hangUp();
  }

  /** Closes every connection at once. */
  hangUp(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  /** Waits; less when it is broken off. */
  async pause(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: this.#broken.signal }).catch(() => undefined);
  }
}
