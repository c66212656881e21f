import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { holder, type Scene, story } from '../../fixtures/story.ts';
import type { TestDatabase } from './databases.ts';
import { type ChangeDocument, parseDocument } from './json-schemas.ts';
import { qabyl, type Run, type RunOptions } from './run.ts';
import { playScenes } from './story.ts';

/** A row of any kind, as JSON shows it. */
export type Row = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

type RowChange = ChangeDocument['changes'][number];

export interface Answer extends Run {
  readonly document: Omit<ChangeDocument, 'changes'> & {
    readonly changes: readonly (Pick<RowChange, 'action' | 'kind' | 'key'> & {
      readonly before: Row | null;
      readonly after: Row | null;
    })[];
  };
  /** codes of the problems, in order */
  readonly codes: readonly string[];
}

/** A district of the story up to some scene, and short ways to talk to it. */
export class District {
  readonly db: string;
  readonly database: TestDatabase;
  #files = 0;

  private constructor(database: TestDatabase) {
    this.database = database;
    this.db = database.target;
  }

  static async open(create: () => Promise<TestDatabase>, played: readonly Scene[]): Promise<District> {
    const district = new District(await create());
    await playScenes(district.db, played);
    return district;
  }

  /** Runs a command as text, as the person with this IIN. */
  text(as: string, argv: readonly string[], options: RunOptions = {}): Promise<Run> {
    return qabyl(argv, { db: this.db, as, cwd: this.database.folder, ...options });
  }

  /** Runs a changing command for its JSON. */
  async change(as: string, argv: readonly string[], options: RunOptions = {}): Promise<Answer> {
    const run = await this.text(as, [...argv, '--json'], options);
    const document = parseDocument(run, 'qabyl.change/1');
    return { ...run, document, codes: document.problems.map(problem => problem.code) };
  }

  /** The same, where the test rests on it having worked. */
  async done(as: string, argv: readonly string[]): Promise<Answer> {
    const answer = await this.change(as, argv);
    expect(answer.code, `${argv.join(' ')}\n${answer.stdout}${answer.stderr}`).toBe(0);
    return answer;
  }

  /** Rows of `list`, as the department's super-administrator sees them. */
  async list(...argv: readonly string[]): Promise<readonly Row[]> {
    const run = await this.text(story.admin.iin, ['list', ...argv, '--json', '--lang', 'en']);
    expect(run.code, run.stdout).toBe(0);
    return parseDocument(run, 'qabyl.list/1').rows;
  }

  /** What `list bindings` shows of one street: school → reading. */
  async bound(street: string): Promise<Readonly<Record<string, string>>> {
    const rows = await this.list('bindings', '--street', street);
    return Object.fromEntries(rows.map(row => [String(row.school), String(row.houses)]));
  }

  /** Number of the last line of the history. */
  async lastChange(): Promise<number> {
    const run = await this.text(story.admin.iin, ['history', '--limit', '1', '--json']);
    return parseDocument(run, 'qabyl.history/1').changes[0]?.change ?? 0;
  }

  /** Runs a command that must leave neither a row nor a line of the history behind. */
  async refused(as: string, argv: readonly string[], options: RunOptions = {}): Promise<Answer> {
    const before = await this.#everything();
    const answer = await this.change(as, argv, options);
    expect(answer.document.change, 'the number of a change that was not to be').toBeNull();
    expect(await this.#everything(), 'rows after a refused command').toEqual(before);
    return answer;
  }

  async #everything(): Promise<unknown> {
    const kinds = ['orgs', 'staff', 'roles', 'streets', 'bindings', 'settings', 'appointments'];
    return [await this.lastChange(), ...(await Promise.all(kinds.map(kind => this.list(kind))))];
  }

  /** Writes a file of lines and gives its name. */
  file(...lines: readonly string[]): string {
    const name = `файл ${++this.#files}.csv`;
    writeFileSync(join(this.database.folder, name), `${lines.join('\n')}\n`);
    return name;
  }

  /** The command line that binds the order of these lines. */
  order(lines: readonly string[], ...argv: readonly string[]): string[] {
    return ['bind-streets', '--order', this.file(...lines), '--lang', 'en', ...argv];
  }

  /** What such an order would bind with --skip-invalid (`school street: houses`), and its errors with their lines. */
  async triedOrder(lines: readonly string[], ...argv: readonly string[]) {
    const tried = this.order(lines, '-n', '--skip-invalid', ...argv);
    const { document } = await this.change(streetKeeper, tried);
    const bound = document.changes.map(({ after }) => `${after?.school} ${after?.street}: ${after?.houses}`);
    const errors = document.problems.filter(({ severity }) => severity === 'error');
    return { bound, errors: errors.map(({ code, where }) => [code, where?.line ?? null]) };
  }

  drop(): Promise<void> {
    return this.database.drop();
  }
}

/** The department's administrator, who lists and binds streets. */
export const streetKeeper = holder(story.department.code, 'admin');
