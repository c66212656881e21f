import type { Tx } from '../../db/dialect.ts';
import { cell, type Row, type RowKind, rowKey } from '../../db/tables.ts';
import { type Problem, problem } from '../../domain/problem.ts';

/**
 * The organisations as an undo leaves them by now. What the database refuses as soon as it is written, a BIN that two
 * have or an employee of an organisation that is gone, is told in words before.
 */
export class OrgsMeanwhile {
  readonly #tx: Tx;
  /** code → BIN, and the other way round */
  #bins: Map<string, string | null> | null = null;
  readonly #codes = new Map<string, string>();
  readonly #gone = new Map<string, Problem>();

  constructor(tx: Tx) {
    this.#tx = tx;
  }

  /** Employees who cannot come back because their organisation is gone: the same problem for all of one organisation. */
  async gone(kind: RowKind, now: Row | null, before: Row | null): Promise<Problem | null> {
    if (kind !== 'staff' || before === null || now !== null) return null;
    const org = String(cell(before, 'org'));
    if ((await this.#read()).has(org)) return null;
    const args = { kind, rows: 1, first: [rowKey(kind, before)], parent: 'org', by: null } as const;
    const found = this.#gone.get(org) ?? problem('undo-strands-rows', args);
    this.#gone.set(org, found);
    return found;
  }

  /** Whose BIN an organisation would get back; null where it is free, and then it counts as done. */
  async taken(kind: RowKind, now: Row | null, before: Row | null): Promise<Problem | null> {
    if (kind !== 'org') return null;
    const bins = await this.#read();
    const code = String(cell((before ?? now) as Row, 'code'));
    const bin = before && (cell(before, 'bin') as string | null);
    const owner = bin === null ? code : (this.#codes.get(bin) ?? code);
    if (owner !== code) return problem('bin-taken', { bin: bin ?? '', org: owner });
    const old = bins.get(code) ?? null;
    if (old !== null) this.#codes.delete(old);
    if (bin !== null) this.#codes.set(bin, code);
    if (before === null) bins.delete(code);
    else bins.set(code, bin);
    return null;
  }

  async #read(): Promise<Map<string, string | null>> {
    if (this.#bins) return this.#bins;
    const rows = await this.#tx.selectFrom('org').select(['code', 'bin']).execute();
    for (const { code, bin } of rows) if (bin !== null) this.#codes.set(bin, code);
    this.#bins = new Map(rows.map(({ code, bin }) => [code, bin]));
    return this.#bins;
  }
}
