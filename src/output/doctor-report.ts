import type { DoctorFix, DoctorResult } from '../domain/doctor/check.ts';
import type { Catalogue } from '../locales/catalogue.ts';
import type { Text } from '../locales/text.ts';
import { textOf } from './problem-json.ts';
import { shellLine } from './shell-quote.ts';

/** A result in the person's language: what is so, and what to paste (null when there is nothing to mend). */
export function doctorText(
  { finding, fixes }: DoctorResult,
  catalogue: Catalogue,
  repeated: readonly string[],
): Text {
  if ('problem' in finding) return textOf(finding.problem, catalogue);
  // Each code's sentence takes that code's arguments: the words' type holds it, a union of calls cannot show it.
  const { code, args } = finding;
  const write = catalogue.doctor.findings[code] as (given: typeof args) => string;
  const lines = fixes.map(fix => fixLine(fix, repeated));
  return { message: write(args), fix: lines.length === 0 ? null : lines.join('\n') };
}

/** `repeated` are the global options that the person gave: a command of the program must go to the same database. */
function fixLine(fix: DoctorFix, repeated: readonly string[]): string {
  if (fix.kind === 'sql') return fix.statement;
  return shellLine(fix.kind === 'qabyl' ? [...fix.words, ...repeated] : fix.words);
}

/** How many checks ended in some way. */
export function countOf(results: readonly DoctorResult[], status: DoctorResult['status']): number {
  return results.filter(result => result.status === status).length;
}
