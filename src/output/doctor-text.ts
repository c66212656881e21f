import type { DoctorResult, DoctorStatus } from '../domain/doctor/check.ts';
import type { Catalogue } from '../locales/catalogue.ts';
import { countOf, doctorText } from './doctor-report.ts';
import type { Style } from './style.ts';
import { pad } from './table.ts';
import { wrap, wrapLines } from './wrap.ts';

/** Colour never carries the meaning alone. */
const MARKS: Readonly<Record<DoctorStatus, string>> = { pass: '✓', warn: '!', fail: '✗', 'not-checked': '?' };
/** On a screen with less room than this beside their names, sentences stand below them. */
const NARROWEST_BESIDE = 40;
const BELOW = '    ';

/** What `doctor` found, for a person: a sentence for each check, the cure of what is wrong, and the verdict last. */
export function formatDoctor(
  results: readonly DoctorResult[],
  catalogue: Catalogue,
  repeated: readonly string[],
  style: Style,
  width: number | null,
): string {
  const longest = results.reduce((most, { id }) => Math.max(most, id.length), 0);
  const lines = results.flatMap(result => resultLines(result, longest, catalogue, repeated, style, width));
  const { doctor } = catalogue;
  const failing = countOf(results, 'fail');
  const verdict =
    failing > 0
      ? style.bad(doctor.ill(failing))
      : style.good(doctor.well(countOf(results, 'pass'), countOf(results, 'warn')));
  return `${[...lines, '', wrap(verdict, width)].join('\n')}\n`;
}

function resultLines(
  result: DoctorResult,
  longest: number,
  catalogue: Catalogue,
  repeated: readonly string[],
  style: Style,
  width: number | null,
): string[] {
  const { id, status } = result;
  const { message, fix } = doctorText(result, catalogue, repeated);
  const paint = { pass: style.good, warn: style.warn, fail: style.bad, 'not-checked': style.warn }[status];
  const before = MARKS[status].length + 1 + longest + 2;
  const cure = fix === null ? [] : fixLines(fix, style, width);
  if (width !== null && width - before < NARROWEST_BESIDE)
    return [paint(`${MARKS[status]} ${id}`), wrap(`${BELOW}${message}`, width, BELOW), ...cure];
  const room = width === null ? null : width - before;
  const beside = wrap(message, room).replaceAll('\n', `\n${' '.repeat(before)}`);
  return [`${paint(`${MARKS[status]} ${pad(id, longest)}`)}  ${beside}`, ...cure];
}

/** What is to be pasted stays one line, however long. */
function fixLines(fix: string, style: Style, width: number | null): string[] {
  const lines = fix.split('\n');
  const isSentence = lines.length === 1 && /\.$/.test(fix);
  return lines.map(line => style.strong(`${BELOW}${isSentence ? wrapped(line, width) : line}`));
}

function wrapped(sentence: string, width: number | null): string {
  return wrapLines(`${BELOW}${sentence}`, width).slice(BELOW.length);
}
