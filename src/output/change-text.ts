import type { ChangeResult } from '../change/request.ts';
import type { RowChange } from '../change/row-change.ts';
import { type RowKind, tables } from '../db/tables.ts';
import type { Catalogue } from '../locales/catalogue.ts';
import { formatOrder } from './order-reading.ts';
import { formatRepairs } from './repairs.ts';
import { type RowView, viewRow } from './row-view.ts';
import type { Style } from './style.ts';
import { formatTerritory } from './territory-plan.ts';

/** How many changes a person is shown; `--all-changes` shows all. */
export const SHOWN = 20;

/** The plan as lines, `+ ~ -` first, and what was repaired in its file: what a person approves or has just done. */
export function formatChanges(
  result: ChangeResult,
  catalogue: Catalogue,
  style: Style,
  all: boolean,
  width: number | null = null,
): string {
  const { add, update, remove } = result.summary;
  const rows = formatRows(result.changes, catalogue, style, all, add + update + remove);
  const schools = result.territory ? formatTerritory(result.territory, catalogue, style, all) : '';
  const reading = result.order ? formatOrder(result.order, catalogue, width) : '';
  return `${reading}${rows}${schools}${formatRepairs(result, catalogue, style)}`;
}

/**
 * Rows of a change as lines.
 * @param all whether to show more than the first twenty
 * @param total how many there are, when not all of them are given
 */
export function formatRows(
  rows: readonly RowChange[],
  catalogue: Catalogue,
  style: Style,
  all: boolean,
  total: number = rows.length,
): string {
  const shown = all ? rows : rows.slice(0, SHOWN);
  const lines = shown.map(row => `${formatRow(row, catalogue, style)}\n`);
  if (total > shown.length)
    lines.push(`  ${style.faint(catalogue.reports.moreChanges(total - shown.length))}\n`);
  return lines.join('');
}

function formatRow(
  { action, kind, key, label, before, after }: RowChange,
  catalogue: Catalogue,
  style: Style,
): string {
  const old = before && viewRow(kind, before, catalogue);
  const now = after && viewRow(kind, after, catalogue);
  const mark = { add: style.good('+'), update: style.warn('~'), remove: style.bad('-') }[action];
  const head = `${mark} ${catalogue.reports.kinds[kind]} ${style.strong(label ?? shortKey(kind, old ?? now, key))}`;
  const rest =
    old && now ? differences(kind, old, now, catalogue) : values(kind, now ?? old, label, catalogue);
  return rest === '' ? head : `${head}  ${rest}`;
}

/** The key without the year and the department: they are the same for the whole change. */
function shortKey(kind: RowKind, view: RowView | null, key: string): string {
  const columns = tables[kind].key;
  const named = columns.filter(column => columns.length === 1 || !SHARED.has(column));
  if (view === null || named.length === 0) return key;
  return named.map(column => String(view[column])).join('/');
}

/** Columns that are alike in all rows of a change. */
const SHARED = new Set(['year', 'department']);
/** Columns that say nothing to a person, or what the label has said. */
const UNTOLD: Readonly<Partial<Record<RowKind, readonly string[]>>> = {
  binding: ['department'],
  review: ['territory'],
  appointment: ['executor'],
};
/** Columns whose values speak for themselves; the others are named. */
const PLAIN = new Set([
  'name_kk',
  'name_ru',
  'surname',
  'given_name',
  'patronymic',
  'position',
  'phone',
  'email',
  'houses',
  'classes',
]);
const NAME_PARTS = ['surname', 'given_name', 'patronymic'];

function differences(kind: RowKind, old: RowView, now: RowView, catalogue: Catalogue): string {
  const event = kind === 'staff' ? comingOrGoing(old, now, catalogue) : null;
  const fields = Object.keys(now)
    .filter(column => !UNTOLD[kind]?.includes(column) && !(event !== null && column === 'active'))
    .filter(column => show(old[column], catalogue) !== show(now[column], catalogue))
    .map(
      column =>
        `${fieldName(column, catalogue)}: ${show(old[column], catalogue) || '–'} → ${show(now[column], catalogue) || '–'}`,
    );
  return (event === null ? fields : [event, ...fields]).join('; ');
}

/** People read a return or a dismissal as what it is, not as a flag that was turned. */
function comingOrGoing(old: RowView, now: RowView, { reports }: Catalogue): string | null {
  if (old.active === now.active) return null;
  return now.active === true ? reports.returned : reports.left;
}

function values(kind: RowKind, view: RowView | null, label: string | null, catalogue: Catalogue): string {
  if (view === null) return '';
  const name = NAME_PARTS.map(part => show(view[part], catalogue))
    .join(' ')
    .trim();
  const hidden = [...tables[kind].key, ...NAME_PARTS, ...(UNTOLD[kind] ?? [])];
  const told = Object.entries(view)
    .filter(([column, value]) => !hidden.includes(column) && !(column === 'active' && value === true))
    .filter(([column, value]) => !isSaid(column, value, view, label))
    .map(([column, value]) => [column, show(value, catalogue)] as const)
    .filter(([, text]) => text !== '')
    .map(([column, text]) => (PLAIN.has(column) ? text : `${fieldName(column, catalogue)}: ${text}`));
  return [label?.includes(name) ? '' : name, ...told].filter(text => text !== '').join(', ');
}

/** The label, or the name in the other language, has said it already. A number that is met twice means two things. */
function isSaid(column: string, value: RowView[string], view: RowView, label: string | null): boolean {
  if (typeof value !== 'string') return false;
  return label?.includes(value) === true || (column === 'name_ru' && value === view.name_kk);
}

function show(value: RowView[string] | undefined, catalogue: Catalogue): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? catalogue.reports.yes : catalogue.reports.no;
  return Array.isArray(value) ? value.join(' | ') : String(value);
}

function fieldName(column: string, catalogue: Catalogue): string {
  const names: Readonly<Record<string, string>> = catalogue.fields;
  return names[column] ?? column;
}
