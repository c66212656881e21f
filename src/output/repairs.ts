import type { ChangeResult } from '../change/request.ts';
import type { Catalogue } from '../locales/catalogue.ts';
import type { Style } from './style.ts';

/** The repairs as JSON has them. */
export function repairsJson({ repairs }: Pick<ChangeResult, 'repairs'>) {
  return repairs.map(({ code, field, count, first }) => ({
    code,
    field,
    count,
    examples: first.map(({ line, record, from, to }) => ({ line, record, from, to })),
  }));
}

/** The repairs as a section of the plan, one line a column and kind; empty where there are none. */
export function formatRepairs(
  { repairs }: Pick<ChangeResult, 'repairs'>,
  catalogue: Catalogue,
  style: Style,
): string {
  if (repairs.length === 0) return '';
  const { reports, fields } = catalogue;
  const lines = repairs.map(({ code, field, count, first }) => {
    const cells = first.map(({ line, from, to }) => reports.repairedCell(line, from, to)).join('; ');
    const more = count > first.length ? '; …' : '';
    return `  ${fields[field]}: ${reports.repairs[code](count)}  ${style.faint(`${cells}${more}`)}`;
  });
  return `${[reports.repaired, ...lines].join('\n')}\n`;
}
