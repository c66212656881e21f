import { problem } from '../../domain/problem.ts';
import { OperatorError } from '../../errors.ts';
import type { Login } from '../login.ts';
import { lookUpPassword, passwordFile } from './password-file.ts';
import type { ServerAddress } from './server-address.ts';

/**
 * The password of a server: from the URL, `PGPASSWORD`, a password file, or a person. Nothing is looked up until the
 * server asks, and a person is asked once, while no connection waits: a server gives up on one that says nothing.
 */
export class ServerPassword {
  readonly #address: ServerAddress;
  readonly #login: Login;
  /** the server as it may be shown */
  readonly #target: string;
  #typed: Promise<string> | null = null;

  constructor(address: ServerAddress, login: Login, target: string) {
    this.#address = address;
    this.#login = login;
    this.#target = target;
  }

  /**
   * Called by the driver when the server asks.
   * @throws PasswordWanted when a person is to be asked first
   * @throws OperatorError password-missing, password-file-open
   */
  async give(): Promise<string> {
    const known = this.#address.password ?? (this.#login.env.PGPASSWORD || null);
    if (known !== null) return known;
    const file = passwordFile(this.#address, this.#login);
    const found = lookUpPassword(file, this.#address, this.#login.platform);
    if (found !== null && !found.open) return found.password;
    if (this.#typed !== null) return this.#typed;
    if (this.#login.askPassword !== null) throw new PasswordWanted();
    const args = { target: this.#target, file };
    throw new OperatorError(
      found === null ? problem('password-missing', args) : problem('password-file-open', args),
    );
  }

  /** Connects, and once more after a person has been asked. */
  async connect<T>(connect: () => Promise<T>): Promise<T> {
    try {
      return await connect();
    } catch (error) {
      const ask = this.#login.askPassword;
      if (!(error instanceof PasswordWanted) || ask === null) throw error;
      this.#typed ??= ask(this.#target);
      await this.#typed;
      return connect();
    }
  }
}

/** The server wants a password that only a person knows. */
class PasswordWanted extends Error {}
