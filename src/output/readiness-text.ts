import type { CheckResult, CheckStatus } from '../domain/readiness/check.ts';
import type { Catalogue } from '../locales/catalogue.ts';
import { findingText, fixLine } from './finding-text.ts';
import type { ReadinessReport } from './readiness-report.ts';
import type { Style } from './style.ts';
import { pad } from './table.ts';

/** Readiness for a person: one line a check, the cure of each that is not fulfilled, and the verdict last. */
export function formatReadiness(
  report: ReadinessReport,
  catalogue: Catalogue,
  repeated: readonly string[],
  style: Style,
): string {
  const { reports } = catalogue;
  const width = longest(report.orgs.flatMap(org => org.checks.map(check => check.id)));
  const blocks = report.orgs.map(({ org, ready, checks }) => {
    const failing = checks.filter(check => check.status === 'fail' || check.status === 'not-checked').length;
    const head = ready ? style.good(reports.readyOrg(org)) : style.bad(reports.notReadyOrg(org, failing));
    return [head, ...checks.flatMap(check => checkLines(check, width, catalogue, repeated, style))]
      .map(line => `${line}\n`)
      .join('');
  });
  const notReady = report.orgs.filter(org => !org.ready).length;
  const verdict = report.ready
    ? style.good(reports.readyAll(report.orgs.length))
    : style.bad(reports.notReadyAll(notReady, report.orgs.length));
  const left = report.skipped.length > 0 ? `${style.warn(reports.checksSkipped(report.skipped))}\n` : '';
  return `${blocks.join('\n')}\n${left}${verdict}\n`;
}

/** Length of the longest word; a spread would overflow the stack where a country is asked for. */
function longest(words: readonly string[]): number {
  return words.reduce((most, word) => Math.max(most, word.length), 0);
}

/** A mark and a word: colour never carries the meaning alone. */
const MARKS: Readonly<Record<CheckStatus, string>> = {
  pass: '✓',
  warn: '!',
  fail: '✗',
  'not-checked': '?',
  waived: '–',
};

function checkLines(
  check: CheckResult,
  width: number,
  catalogue: Catalogue,
  repeated: readonly string[],
  style: Style,
): string[] {
  const { reports } = catalogue;
  const paint = {
    pass: style.good,
    waived: style.faint,
    warn: style.warn,
    fail: style.bad,
    'not-checked': style.warn,
  }[check.status];
  const label = paint(`${MARKS[check.status]} ${reports.statuses[check.status]}`);
  const widest = longest(Object.values(reports.statuses));
  const gap = ' '.repeat(Math.max(0, widest - reports.statuses[check.status].length));
  const lines = [`  ${label}${gap}  ${pad(check.id, width)}  ${findingText(check.finding, catalogue)}`];
  const fix = fixLine(check, repeated);
  if (fix !== null && check.by)
    lines.push(
      `      ${reports.by(reports.offices[check.by.role](check.by.org))}`,
      `      ${style.strong(fix)}`,
    );
  return lines;
}
