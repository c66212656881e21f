import { parseArgs } from 'node:util';
import { PARTS, type Part } from './bench.ts';
import type { Order } from './staff-file.ts';

export interface Arguments {
  readonly parts: ReadonlySet<Part>;
  readonly rows: number;
  /** bindings of the invented country */
  readonly ranges: number;
  readonly rounds: number;
  readonly big: boolean;
  readonly order: Order;
  /** where the figures are kept; null: nowhere */
  readonly json: string | null;
}

export const USAGE = `npm run bench -- [PART…] [--rows N] [--rounds N] [--big] [--sorted] [--json FILE]
  PART      ${PARTS.join(', ')}; default: all
  --rows    employees, default 500000; memory, growth and xlsx also use a tenth of it;
            for territory bindings, default 400000, and a tenth of them
  --rounds  default 5
  --big     ten times the rows too, for memory and growth, in one round
  --sorted  the file in the order of its IINs; else they follow no order, as in a list sorted by name
  --json    keeps the figures in FILE`;

/** @throws Error where an argument is not one of those in USAGE */
export function readArguments(argv: readonly string[]): Arguments {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      rows: { type: 'string' },
      rounds: { type: 'string', default: '5' },
      big: { type: 'boolean', default: false },
      sorted: { type: 'boolean', default: false },
      json: { type: 'string' },
    },
  });
  const parts = positionals.map(name => {
    const part = PARTS.find(one => one === name);
    if (part === undefined) throw new Error(`there is no part ${name}`);
    return part;
  });
  return {
    parts: new Set(parts.length > 0 ? parts : PARTS),
    rows: atLeast(10, '--rows', values.rows ?? '500000'),
    ranges: atLeast(10, '--rows', values.rows ?? '400000'),
    rounds: atLeast(1, '--rounds', values.rounds),
    big: values.big,
    order: values.sorted ? 'sorted' : 'shuffled',
    json: values.json ?? null,
  };
}

function atLeast(least: number, name: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least)
    throw new Error(`${name} takes a whole number from ${least} on, not ${text}`);
  return value;
}
