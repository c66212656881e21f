import type { Problem } from '../domain/problem.ts';
import type { Catalogue } from '../locales/catalogue.ts';
import { textOf } from './problem-json.ts';
import type { Style } from './style.ts';

/** How many places of one cause a terminal shows; a pipe and JSON get them all. */
const SHOWN_PER_CAUSE = 10;

/**
 * Problems as lines for a person: grouped by cause, each group with its places and its cure once.
 * @param limited whether long groups are cut (on a terminal)
 */
export function formatProblems(
  problems: readonly Problem[],
  catalogue: Catalogue,
  style: Style,
  limited: boolean,
): string {
  const groups = Map.groupBy(problems, p => `${p.severity} ${p.code}`);
  return [...groups.values()].map(group => formatGroup(group, catalogue, style, limited)).join('');
}

function formatGroup(
  group: readonly Problem[],
  catalogue: Catalogue,
  style: Style,
  limited: boolean,
): string {
  const shown = (limited ? group.slice(0, SHOWN_PER_CAUSE) : group).map(p => ({
    p,
    ...textOf(p, catalogue),
  }));
  const fixLine = (fix: string) => `  ${catalogue.reports.fix} ${fix}`;
  // One cure for all stands once, below them; different ones stand each below its own.
  const shared = new Set(shown.map(({ fix }) => fix)).size === 1;
  const lines = shown.flatMap(({ p, message, fix }) => {
    const mark = p.severity === 'error' ? style.bad('✗') : style.warn('!');
    const place = placeOf(p);
    const line = `${mark} ${place === '' ? '' : `${style.faint(place)} `}${message}`;
    return fix === null || shared ? [line] : [line, fixLine(fix)];
  });
  if (group.length > shown.length)
    lines.push(`  ${catalogue.reports.moreProblems(group.length - shown.length)}`);
  const fix = shown[0]?.fix ?? null;
  if (shared && fix !== null) lines.push(fixLine(fix));
  return `${lines.join('\n')}\n`;
}

/** `staff.csv:14 ИИН:` — the form that editors and terminals turn into a link. */
function placeOf({ where }: Problem): string {
  if (!where) return '';
  const line = where.line === null ? '' : `:${where.line}`;
  const column = where.column === null ? '' : ` ${where.column}`;
  return `${where.file}${line}${column}:`;
}
