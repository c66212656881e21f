import type { Place, Problem } from '../domain/problem.ts';
import type { Catalogue } from '../locales/catalogue.ts';
import { type Cause, type CauseGroup, groupByCause } from './problem-causes.ts';
import { textOf } from './problem-json.ts';
import type { Style } from './style.ts';

/** How many causes of one code a terminal shows; a pipe and JSON get every problem. */
const SHOWN_CAUSES = 10;
/** How many places of one cause a terminal shows. */
const SHOWN_PLACES = 5;

/**
 * Problems as lines for a person. On a terminal each cause is told once, with its count, its first places and its fix.
 * Elsewhere each problem has a line of its own, fit for grep, and the causes are counted at the end.
 * @param limited whether this is a terminal, where a long list is cut
 */
export function formatProblems(
  problems: readonly Problem[],
  catalogue: Catalogue,
  style: Style,
  limited: boolean,
): string {
  const groups = groupByCause(problems);
  const telling = { catalogue, style };
  if (limited) return groups.map(group => lines(groupLines(group, telling))).join('');
  const each = groups.map(group => lines(eachLines(group, telling))).join('');
  const several = groups.filter(group => group.size > 1);
  if (several.length === 0) return each;
  const summary = several.flatMap(group => summaryLines(group, telling));
  return `${each}${catalogue.reports.byCause}\n${lines(summary)}`;
}

interface Telling {
  readonly catalogue: Catalogue;
  readonly style: Style;
}

function lines(all: readonly string[]): string {
  return all.length === 0 ? '' : `${all.join('\n')}\n`;
}

/** One code on a terminal. */
function groupLines({ causes }: CauseGroup, telling: Telling): string[] {
  const { reports } = telling.catalogue;
  const shown = causes.slice(0, SHOWN_CAUSES);
  const told = withFixes(
    shown.map(cause => {
      const { message, fix } = textOf(first(cause), telling.catalogue);
      return { lines: causeLines(cause, message, telling), fix };
    }),
    telling,
  );
  const hidden = causes.slice(SHOWN_CAUSES).reduce((sum, cause) => sum + cause.problems.length, 0);
  if (hidden === 0) return told.lines;
  const more = `  ${reports.moreProblems(hidden)}`;
  // The one fix stands last, below everything that it mends.
  return told.shared ? [...told.lines.slice(0, -1), more, ...told.lines.slice(-1)] : [...told.lines, more];
}

/** One cause: a single problem with its place; several with their count and first places below. */
function causeLines(cause: Cause, message: string, { catalogue, style }: Telling): string[] {
  const only = first(cause);
  const count = cause.problems.length;
  if (count === 1) return [problemLine(only, message, style)];
  const places = cause.problems.slice(0, SHOWN_PLACES).map(({ where }) => where);
  const more = count > SHOWN_PLACES ? ' …' : '';
  const { reports } = catalogue;
  const counted = cause.onlyHere > 0 ? reports.onlyCause(cause.onlyHere, count) : reports.samePlaces(count);
  const named = shortPlaces(places);
  return [
    `${markOf(only, style)} ${message}`,
    named === '' ? `  ${counted}.` : `  ${counted}: ${style.faint(`${named}${more}`)}`,
  ];
}

/** One code off a terminal: a line for each problem. */
function eachLines({ causes }: CauseGroup, telling: Telling): string[] {
  const told = causes.map(cause => {
    const { message, fix } = textOf(first(cause), telling.catalogue);
    return { lines: cause.problems.map(one => problemLine(one, message, telling.style)), fix };
  });
  return withFixes(told, telling).lines;
}

/** Off a terminal, what one code amounts to: a line of it in all, and below it what of it can be mended once. */
function summaryLines({ causes, size, mendedOnce }: CauseGroup, { catalogue, style }: Telling): string[] {
  const { reports } = catalogue;
  const counted = (cause: Cause) => {
    const count = cause.problems.length;
    const sum = cause.onlyHere > 0 ? reports.onlyCause(cause.onlyHere, count) : reports.samePlaces(count);
    return `${textOf(first(cause), catalogue).message} ${sum}.`;
  };
  const [cause, ...others] = causes;
  if (!cause) return [];
  const one = first(cause);
  const named = `${markOf(one, style)} ${one.code}:`;
  if (others.length === 0) return [`${named} ${counted(cause)}`];
  const repeated = mendedOnce ? causes.filter(({ problems }) => problems.length > 1) : [];
  return [`${named} ${reports.samePlaces(size)}.`, ...repeated.map(each => `  ${counted(each)}`)];
}

/** One fix for all stands once, below them; different ones stand each below its own. */
function withFixes(
  told: readonly { lines: readonly string[]; fix: string | null }[],
  { catalogue }: Telling,
): { lines: string[]; shared: boolean } {
  const fixLine = (fix: string) => `  ${catalogue.reports.fix} ${fix}`;
  const [only, ...others] = new Set(told.map(({ fix }) => fix));
  if (others.length === 0) {
    const all = told.flatMap(one => one.lines);
    return only ? { lines: [...all, fixLine(only)], shared: true } : { lines: all, shared: false };
  }
  const all = told.flatMap(one => (one.fix === null ? one.lines : [...one.lines, fixLine(one.fix)]));
  return { lines: all, shared: false };
}

function first(cause: Cause): Problem {
  const [one] = cause.problems;
  if (!one) throw new Error('a cause without a problem');
  return one;
}

function problemLine(one: Problem, message: string, style: Style): string {
  const place = placeOf(one.where);
  return `${markOf(one, style)} ${place === '' ? '' : `${style.faint(place)} `}${message}`;
}

function markOf({ severity }: Problem, style: Style): string {
  return severity === 'error' ? style.bad('✗') : style.warn('!');
}

/** `staff.csv:14 ИИН:` — the form that editors and terminals turn into a link. */
function placeOf(where: Place | undefined): string {
  return where ? `${fileAndLine(where)}${columnOf(where)}:` : '';
}

function fileAndLine({ file, line }: Place): string {
  return line === null ? file : `${file}:${line}`;
}

function columnOf({ column }: Place): string {
  return column === null ? '' : ` ${column}`;
}

/** `staff.csv:3 Мекеме, 5, 9`: what the places share is said once. */
function shortPlaces(places: readonly (Place | undefined)[]): string {
  let before: Place | null = null;
  const parts: string[] = [];
  for (const place of places) {
    if (!place) continue;
    const same: boolean = before !== null && before.file === place.file && before.column === place.column;
    if (same && place.line !== null) parts.push(String(place.line));
    else parts.push(`${fileAndLine(place)}${columnOf(place)}`);
    before = place;
  }
  return parts.join(', ');
}
