import type { CheckId, CheckResult } from '../domain/readiness/check.ts';

/** What `check-readiness` found, before it is put into words. */
export interface ReadinessReport {
  readonly year: string;
  readonly ready: boolean;
  /** checks of these organisations that were left out on demand: `ready` says nothing of them */
  readonly skipped: readonly CheckId[];
  readonly orgs: readonly {
    readonly org: string;
    readonly kind: 'department' | 'school';
    readonly ready: boolean;
    readonly checks: readonly CheckResult[];
  }[];
}
