import type { CheckResult, Finding } from '../domain/readiness/check.ts';
import type { Catalogue } from '../locales/catalogue.ts';
import { shellLine } from './shell-quote.ts';

/** A finding as a sentence in the catalogue's language. */
export function findingText(finding: Finding, catalogue: Catalogue): string {
  // Each code's sentence takes that code's arguments: the catalogue's type holds it, a union of calls cannot show it.
  const write = catalogue.findings[finding.code] as (args: Finding['args']) => string;
  return write(finding.args);
}

/** The command that mends a check, ready to paste; `repeated` are the global options that the person gave. */
export function fixLine({ fix }: CheckResult, repeated: readonly string[]): string | null {
  return fix === null ? null : shellLine([...fix, ...repeated]);
}
