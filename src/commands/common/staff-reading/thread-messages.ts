import type { StaffBatch, StaffRequest } from './staff-batch.ts';

/** What the reading thread is started with. */
export interface ThreadTask {
  readonly request: StaffRequest;
  /** bytes of the file */
  readonly size: number;
}

/** How many batches may wait for the writer: enough that neither side idles, few enough that memory stays flat. */
export const AHEAD = 2;

/** What the reading thread says; the writer answers each batch with a message of its own, and may then be sent another. */
export type ThreadMessage = { readonly kind: 'batch'; readonly batch: StaffBatch } | { readonly kind: 'end' };
