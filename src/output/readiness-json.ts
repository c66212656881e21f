import type { Catalogue } from '../locales/catalogue.ts';
import { findingText, fixLine } from './finding-text.ts';
import type { ReadinessReport } from './readiness-report.ts';

/** The document `qabyl.readiness/1` of cli.md. */
export function readinessDocument(
  report: ReadinessReport,
  catalogue: Catalogue,
  repeated: readonly string[],
) {
  return {
    schema: 'qabyl.readiness/1',
    year: report.year,
    ready: report.ready,
    skipped: report.skipped,
    orgs: report.orgs.map(({ org, kind, ready, checks }) => ({
      org,
      kind,
      ready,
      checks: checks.map(check => ({
        id: check.id,
        status: check.status,
        message: findingText(check.finding, catalogue),
        fix: fixLine(check, repeated),
        by: check.by?.role ?? null,
        by_org: check.by?.org ?? null,
      })),
    })),
  };
}
