import type { Claim } from './claims.ts';
import type { Job } from './measure.ts';
import type { Order } from './staff-file.ts';

/** What can be asked for by name, in the order in which it runs. */
export const PARTS = [
  ...([
    'start',
    'first',
    'again',
    'dry',
    'postgres',
    'latency',
    'memory',
    'growth',
    'xlsx',
    'territory',
    'trust',
  ] as const),
];
export type Part = (typeof PARTS)[number];

/** What the parts of one run share. */
export interface Bench {
  readonly parts: ReadonlySet<Part>;
  readonly rows: number;
  /** bindings of the invented country */
  readonly ranges: number;
  /** ten times `rows` too, in one round, for memory and growth */
  readonly big: boolean;
  readonly order: Order;
  /** for everything that the bench makes; it goes away at the end */
  readonly folder: string;
  /** The staff file of so many employees, made at its first use. */
  readonly staffFile: (rows: number) => string;
}

/** Jobs that run interleaved, and what is claimed of them. */
export interface Group {
  readonly title: string;
  /** what a reader must know to judge the figures: settings, differences, absent peers */
  readonly notes: readonly string[];
  readonly jobs: readonly Job[];
  readonly claims: readonly Claim[];
  readonly close?: () => Promise<void>;
}

/** 500000 → `500,000` */
export function count(rows: number): string {
  return rows.toLocaleString('en-GB');
}
