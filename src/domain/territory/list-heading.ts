import type { StatedSide } from './list-side.ts';

/** What stands before the items of a house list: `чётные:`, `тақ үйлер`, `все дома` (which names no side). */
export class ListHeading {
  private scope: StatedSide | 'all' | null = null;
  /** Token at which a heading begins that no item has followed yet; null behind its first item. */
  opened: number | null = null;
  /** A heading with a side stood before the last semicolon: whether it goes on is not certain. */
  lapsed = false;

  get isSet(): boolean {
    return this.scope !== null;
  }

  get isAll(): boolean {
    return this.scope === 'all';
  }

  get side(): StatedSide | null {
    return this.scope === 'all' ? null : this.scope;
  }

  begin(side: StatedSide | null, opened: number): void {
    this.scope = side ?? 'all';
    this.opened = opened;
    this.lapsed = false;
  }

  /** A semicolon ends it. */
  lapse(): void {
    this.lapsed ||= this.side !== null;
    this.scope = null;
  }

  clear(): void {
    this.scope = null;
  }

  /** Whether `side`, said straight behind it, is another: `нечетные четные`, `нечетные: 1-9 (четные)`. */
  contradicts(side: StatedSide | null): boolean {
    if (this.opened === null || this.side === null || this.side === 'both') return false;
    return side !== null && side !== this.side;
  }

  /** Reads what brackets hold: exceptions stand under no heading and leave it as it was, of a group it is done. */
  around(areExceptions: boolean, read: () => void): void {
    const before = areExceptions ? this.scope : null;
    if (areExceptions) this.scope = null;
    read();
    this.scope = before;
  }
}
