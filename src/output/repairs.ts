import type { ChangeResult } from '../change/request.ts';
import type { InputField } from '../domain/input-problems.ts';
import type { RepairCode } from '../domain/text/repair.ts';
import type { Catalogue } from '../locales/catalogue.ts';
import type { Style } from './style.ts';

/** How often the reading put one thing right in one column, with its first cells. */
export interface Repairs {
  readonly code: RepairCode;
  readonly field: InputField;
  readonly count: number;
  readonly first: readonly {
    readonly line: number;
    readonly record: number;
    readonly from: string;
    readonly to: string;
  }[];
}

/** A change with what was repaired in the file it is made from. */
export type WithRepairs = ChangeResult & { readonly repairs?: readonly Repairs[] };

/** The repairs as JSON has them. */
export function repairsJson({ repairs = [] }: WithRepairs) {
  return repairs.map(({ code, field, count, first }) => ({
    code,
    field,
    count,
    examples: first.map(({ line, record, from, to }) => ({ line, record, from, to })),
  }));
}

/** The repairs as a section of the plan, one line a column and kind; empty where there are none. */
export function formatRepairs({ repairs = [] }: WithRepairs, catalogue: Catalogue, style: Style): string {
  if (repairs.length === 0) return '';
  const { reports, fields } = catalogue;
  const lines = repairs.map(({ code, field, count, first }) => {
    const cells = first.map(({ line, from, to }) => reports.repairedCell(line, from, to)).join('; ');
    const more = count > first.length ? '; …' : '';
    return `  ${fields[field]}: ${reports.repairs[code](count)}  ${style.faint(`${cells}${more}`)}`;
  });
  return `${[reports.repaired, ...lines].join('\n')}\n`;
}
