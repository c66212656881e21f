import { makeOrgTree } from '../../../db/organisations.ts';
import { problem, type Reading } from '../../../domain/problem.ts';
import type { StaffFileRow } from '../../../input/staff-file.ts';
import { findOrg } from '../lookup.ts';
import type { StaffRequest } from './staff-batch.ts';

/**
 * Finds the organisation of a row by its BIN, else by its code or name; a row that names none belongs to `--org`.
 * Beside a BIN a name may be loose, but it may not be that of another organisation.
 */
export function orgFinder({ orgs, org }: Pick<StaffRequest, 'orgs' | 'org'>) {
  const tree = makeOrgTree(orgs);
  // A file names few organisations and each of them often.
  const found = new Map<string, Reading<string>>();
  return ({ org_bin, org: name }: StaffFileRow): Reading<string> => {
    const byBin = org_bin === null ? null : codeOf(org_bin);
    const byName = name === null ? null : codeOf(name);
    if (byBin?.ok && byName?.ok && byBin.value !== byName.value)
      return { ok: false, problem: problem('org-contradicted', { org: byName.value, bin: org_bin ?? '' }) };
    return byBin ?? byName ?? { ok: true, value: org };
  };

  function codeOf(text: string): Reading<string> {
    const known = found.get(text);
    if (known) return known;
    const meant = findOrg(text, tree);
    const fresh = meant.ok ? { ok: true as const, value: meant.value.code } : meant;
    found.set(text, fresh);
    return fresh;
  }
}

/** Where the problem with a row's organisation stands. */
export function orgField({ org_bin }: StaffFileRow): 'org_bin' | 'org' {
  return org_bin === null ? 'org' : 'org_bin';
}

export type FindOrg = ReturnType<typeof orgFinder>;
