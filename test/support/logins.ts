import pg from 'pg';
import { type Inside, lookInside } from './look-inside.ts';
import { qabyl, type Run, type RunOptions } from './run.ts';

let made = 0;

/** Logins of a PostgreSQL server, each tied to one person of a database, who then needs no `--as`. */
export class Logins {
  readonly #db: string;
  readonly #head: string;
  readonly #names = new Map<string, string>();

  /**
   * @param db what the login that owns the tables takes as `--db`
   * @param head IIN of a super-administrator who may give access to everybody
   */
  constructor(db: string, head: string) {
    this.#db = db;
    this.#head = head;
  }

  /** A login that is tied to nobody. */
  async make(): Promise<string> {
    const name = `operator_${process.pid}_${++made}`;
    await this.#asOwner(`create role ${name} login password '${name}'`);
    // As in the schema `public`, which everybody may look into.
    await this.#asOwner(
      `do $$ begin execute format('grant usage on schema %I to ${name}', current_schema()); end $$`,
    );
    this.#names.set(name, name);
    return name;
  }

  /** The URL by which a login comes to the same tables. */
  url(name: string): string {
    const url = new URL(this.#db);
    url.username = name;
    url.password = name;
    return url.href;
  }

  /** The URL of a person's own login, which is tied to them wherever they work. */
  async of(iin: string): Promise<string> {
    const known = this.#names.get(iin);
    if (known !== undefined) return this.url(known);
    const name = await this.make();
    const ended = await qabyl(['grant-access', '--staff', iin, '--login', name, '--json'], {
      db: this.#db,
      as: this.#head,
    });
    if (ended.code !== 0) throw new Error(`grant-access ended with ${ended.code}:\n${ended.stdout}`);
    this.#names.set(iin, name);
    return this.url(name);
  }

  /** Runs a command with the person's own login, and without `--as`. */
  async run(iin: string, argv: readonly string[], options: RunOptions = {}): Promise<Run> {
    return qabyl(argv, { ...options, db: await this.of(iin), clock: () => new Date() });
  }

  /** A session of plain SQL with the person's own login. */
  async session(iin: string): Promise<Inside> {
    return lookInside(await this.of(iin));
  }

  /** Takes the logins away; the tables must be gone. */
  async drop(): Promise<void> {
    for (const name of new Set(this.#names.values())) await this.#asOwner(`drop role ${name}`);
  }

  async #asOwner(statement: string): Promise<void> {
    const client = new pg.Client({ connectionString: this.#db });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  }
}
