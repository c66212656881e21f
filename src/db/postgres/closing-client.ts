import pg from 'pg';

/**
 * A connection of the pool that is closed as soon as it fails. The driver leaves that to the server, and a server that
 * waits for a password waits for its `authentication_timeout`: for a minute the program could not end.
 */
export class ClosingClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.connection.once('error', () => this.connection.stream.destroy());
  }
}
