import type { CheckResult } from '../domain/readiness/check.ts';

/** What `check-readiness` found, before it is put into words. */
export interface ReadinessReport {
  readonly year: string;
  readonly ready: boolean;
  readonly orgs: readonly {
    readonly org: string;
    readonly kind: 'department' | 'school';
    readonly ready: boolean;
    readonly checks: readonly CheckResult[];
  }[];
}
