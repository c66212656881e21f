import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterEach, expect, it } from 'vitest';
import { delayLine } from './delay-line.ts';

const DELAY_MS = 20;
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function listen(take: (socket: Socket) => void): Promise<number> {
  const server = createServer({ allowHalfOpen: true }, take).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** A client of an echo that lies behind two delay lines. */
async function farEcho(): Promise<Socket> {
  const echo = await listen(socket => socket.pipe(socket));
  const far = await listen(near => {
    const upstream = connect({ port: echo, host: '127.0.0.1', allowHalfOpen: true });
    delayLine(near, upstream, DELAY_MS);
    delayLine(upstream, near, DELAY_MS);
  });
  const client = connect({ port: far, host: '127.0.0.1', allowHalfOpen: true });
  await once(client, 'connect');
  return client;
}

it('a line delays an answer by both of its directions', async () => {
  const client = await farEcho();
  const start = performance.now();
  client.write('one');
  expect(String((await once(client, 'data'))[0])).toBe('one');
  expect(performance.now() - start).toBeGreaterThanOrEqual(2 * DELAY_MS - 2);
  client.destroy();
});

it('a line carries everything in order, its end too, without one round trip per piece', async () => {
  const client = await farEcho();
  const sent = Buffer.alloc(8 << 20, '0123456789abcdefghijklmnopq');
  const start = performance.now();
  client.end(sent);
  expect((await buffer(client)).equals(sent)).toBe(true);
  // 128 pieces of 64 KB would take five seconds one after the other
  expect(performance.now() - start).toBeLessThan(4000);
});
