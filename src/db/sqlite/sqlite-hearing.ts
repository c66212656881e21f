import { setImmediate as nextTurn } from 'node:timers/promises';

/** How long SQLite may keep the program deaf between two queries, in milliseconds. */
const DEAF_MS = 50;

/**
 * SQLite is synchronous: between its queries the program must stop to hear anything at all. Here Ctrl-C becomes the
 * end of the work with one database.
 */
export class SqliteHearing {
  #broken: { readonly reason: unknown } | null = null;
  #heard = performance.now();

  /** Every later query fails with this. */
  breakOff(reason: unknown): void {
    this.#broken = { reason };
  }

  /** Hears what has come in, if that is some time ago; throws the reason of an interruption. */
  async listenNowAndThen(): Promise<void> {
    if (performance.now() - this.#heard >= DEAF_MS) await this.listen();
    this.#throwIfBroken();
  }

  /** Hears what has come in; throws the reason of an interruption. */
  async listen(): Promise<void> {
    // The first turn may end before signals are asked for: the second comes after them.
    await nextTurn();
    await nextTurn();
    this.#heard = performance.now();
    this.#throwIfBroken();
  }

  #throwIfBroken(): void {
    if (this.#broken !== null) throw this.#broken.reason;
  }
}
