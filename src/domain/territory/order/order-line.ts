import type { ReadingPart } from '../house-list.ts';
import type { HouseSet } from '../house-set.ts';

/** One street of an order: what was written and how it was read. */
export interface OrderLine {
  /** code of the school; the words that name it where it was not found; null where none is named */
  readonly school: string | null;
  /** the physical line (from 1) where it starts */
  readonly line: number;
  readonly written: string;
  /** the street as the list calls it; null where it was not found */
  readonly street: string | null;
  /** null where nothing of it is bound */
  readonly houses: HouseSet | null;
  readonly parts: readonly ReadingPart[];
}
