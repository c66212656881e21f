import { type DocumentOf, parseDocument } from './json-schemas.ts';
import { qabyl, type RunOptions } from './run.ts';

export type Readiness = DocumentOf<'qabyl.readiness/1'>;
export type ReadinessCheck = Readiness['orgs'][number]['checks'][number];

/** The document that `check-readiness` prints. */
export async function readiness(argv: readonly string[], options: RunOptions): Promise<Readiness> {
  return parseDocument(await qabyl(['check-readiness', ...argv, '--json'], options), 'qabyl.readiness/1');
}

/** One check of one organisation. */
export function checkOf(report: Readiness, org: string, id: string): ReadinessCheck {
  const check = report.orgs.find(one => one.org === org)?.checks.find(one => one.id === id);
  if (check === undefined) throw new Error(`no ${id} of ${org}`);
  return check;
}

/** Every check that says how to mend it, with its organisation. */
export function fixes(report: Readiness): (ReadinessCheck & { org: string; fix: string })[] {
  return report.orgs.flatMap(({ org, checks }) =>
    checks.flatMap(check => (check.fix === null ? [] : [{ ...check, org, fix: check.fix }])),
  );
}
