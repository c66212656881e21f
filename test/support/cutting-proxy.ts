import { connect, createServer, type Server, type Socket } from 'node:net';

/** Where a line is cut: as it is opened, with the lock taken, among the rows of a COPY, and around a writer's commit. */
export const MOMENTS = ['connect', 'lock', 'copy', 'before-commit', 'in-commit', 'after-commit'] as const;
export type Moment = (typeof MOMENTS)[number];

/** Leads to a PostgreSQL server, and cuts the line exactly where it is told to. */
export class CuttingProxy {
  /** the URL of the same database, through the proxy */
  readonly target: string;
  /** how often it has cut */
  cuts = 0;
  /** called at each cut */
  whenCut: () => void = () => undefined;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #moment: Moment | null = null;
  #times = 0;
  #halfOpen = false;
  #refusing = false;

  private constructor(server: Server, target: string) {
    this.#server = server;
    this.target = target;
  }

  static async open(target: string): Promise<CuttingProxy> {
    const url = new URL(target);
    const upstream = { host: url.hostname, port: Number(url.port) };
    const server = createServer({ noDelay: true });
    await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    url.port = String(address.port);
    const proxy = new CuttingProxy(server, url.href);
    server.on('connection', client => proxy.#lead(client, upstream));
    return proxy;
  }

  /**
   * @param times how often; as often as it comes to that by default
   * @param halfOpen the server's end stays open, as where a router has forgotten the line: it believes the client to be there
   * @param refusing nobody is let through any more after the first cut
   */
  cutAt(
    moment: Moment,
    {
      times = Number.POSITIVE_INFINITY,
      halfOpen = false,
      refusing = false,
    }: { times?: number; halfOpen?: boolean; refusing?: boolean } = {},
  ): void {
    this.#moment = moment;
    this.#times = times;
    this.#halfOpen = halfOpen;
    this.#refusing = refusing;
  }

  /** Lets everybody through again. */
  mend(): void {
    this.#moment = null;
    this.#refusing = false;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise(closed => this.#server.close(closed));
  }

  #lead(client: Socket, to: { host: string; port: number }): void {
    if (this.#refusing && this.cuts > 0) {
      client.destroy();
      return;
    }
    const server = connect({ ...to, noDelay: true });
    for (const socket of [client, server]) {
      this.#sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => this.#sockets.delete(socket));
    }
    const cut = () => {
      this.cuts++;
      this.#times--;
      client.destroy();
      if (!this.#halfOpen) server.destroy();
      this.whenCut();
    };
    const due = (moment: Moment) => this.#moment === moment && this.#times > 0;
    if (due('connect')) {
      cut();
      return;
    }
    const reader = new FrontendReader();
    /** what the next bytes of the server answer */
    let awaited: Moment | null = null;
    client.on('data', bytes => {
      const said = reader.read(bytes);
      if (said.includes('copy') && due('copy')) {
        server.write(bytes.subarray(0, bytes.length >> 1));
        cut();
        return;
      }
      if (said.includes('commit')) {
        if (due('before-commit')) {
          cut();
          return;
        }
        if (due('after-commit')) awaited = 'after-commit';
        if (due('in-commit')) {
          server.write(bytes, cut);
          return;
        }
      }
      if (said.includes('lock') && due('lock')) awaited = 'lock';
      server.write(bytes);
    });
    server.on('data', bytes => {
      if (client.destroyed) return;
      if (awaited !== null) {
        awaited = null;
        cut();
      } else client.write(bytes);
    });
    client.on('close', () => {
      if (!this.#halfOpen) server.destroy();
    });
    server.on('close', () => client.destroy());
  }
}

/**
 * Reads what a client says: messages of a type, a length and contents, after a first one without a type.
 * https://www.postgresql.org/docs/current/protocol-message-formats.html
 */
class FrontendReader {
  #rest = Buffer.alloc(0);
  #begun = false;
  #locked = false;

  /** What of interest was said in these bytes; a commit counts where the write lock was taken before. */
  read(bytes: Buffer): ('lock' | 'copy' | 'commit')[] {
    const said: ('lock' | 'copy' | 'commit')[] = [];
    this.#rest = Buffer.concat([this.#rest, bytes]);
    for (;;) {
      const head = this.#begun ? 1 : 0;
      if (this.#rest.length < head + 4) return said;
      const end = head + this.#rest.readUInt32BE(head);
      const type = this.#begun ? String.fromCharCode(this.#rest[0] ?? 0) : '';
      // The rows of a COPY may be longer than what has come of them.
      if (type === 'd') said.push('copy');
      if (this.#rest.length < end) return said;
      const text = this.#rest.toString('utf8', head + 4, Math.min(end, head + 400));
      this.#rest = this.#rest.subarray(end);
      this.#begun = true;
      if (type !== 'Q' && type !== 'P') continue;
      if (/from write_lock where id = 1 for update/.test(text)) {
        this.#locked = true;
        said.push('lock');
      }
      if (text === 'commit\0' && this.#locked) {
        this.#locked = false;
        said.push('commit');
      }
    }
  }
}
