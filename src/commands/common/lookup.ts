import type { OrgTree, StoredOrg } from '../../db/organisations.ts';
import { nameKey } from '../../domain/name-key.ts';
import { nearest } from '../../domain/nearest.ts';
import { type Problem, problem, type Reading } from '../../domain/problem.ts';
import { wordsOutside } from '../../domain/territory/order/school-certainty.ts';
import { namesSchool, schoolNumbers } from '../../domain/territory/order/school-words.ts';
import { OperatorError } from '../../errors.ts';

/** How many candidates an error names. */
const CANDIDATES = 3;
/** A text longer than this is no name of a school. */
const LONGEST_NAME = 300;

/**
 * Finds an organisation by code, BIN or unique name in either language (cli.md, "The commands"); a school also by its
 * kind and number (`Школа № 2`), as the text of an order is read.
 */
export function findOrg(text: string, orgs: OrgTree): Reading<StoredOrg> {
  const exact = orgsMeant(text, orgs);
  const [first, second, ...more] = exact.length > 0 ? exact : schoolsNumbered(text, orgs);
  if (first && !second) return { ok: true, value: first };
  if (first && second)
    return failed(
      problem('org-ambiguous', { text, candidates: [first, second, ...more].map(org => org.code) }),
    );
  return failed(problem('org-unknown', { text, nearest: nearestOrgs(text, orgs) }));
}

/** Every organisation that a code, BIN or name may mean; looks for no near ones, so it is cheap for many rows. */
export function orgsMeant(text: string, orgs: OrgTree): readonly StoredOrg[] {
  const wanted = text.trim();
  const exact = orgs.get(wanted) ?? orgs.withBin(wanted);
  return exact ? [exact] : orgs.named(nameKey(wanted));
}

/** The schools with the number that words name, whose names account for every other word (`Вечерняя школа № 2`). */
function schoolsNumbered(text: string, orgs: OrgTree): readonly StoredOrg[] {
  if (text.length > LONGEST_NAME || !namesSchool(text)) return [];
  const found = new Set(schoolNumbers(text).flatMap(number => orgs.numbered(number)));
  return [...found].filter(({ name_kk, name_ru }) => wordsOutside(text, [name_kk, name_ru]).length === 0);
}

/** Codes of the organisations whose code or name comes nearest: likely slips first, then names that have all its words. */
export function nearestOrgs(text: string, orgs: OrgTree): string[] {
  const wanted = nameKey(text);
  const words = wanted.split(' ');
  const slips = nearest(wanted, orgs.nameKeys, CANDIDATES);
  const fuller = orgs.nameKeys.filter(key => {
    const among = new Set(key.split(' '));
    return words.every(word => among.has(word));
  });
  const found = [...new Set([...slips, ...fuller])];
  return [...new Set(found.flatMap(key => orgs.named(key).map(org => org.code)))].slice(0, CANDIDATES);
}

/** @throws OperatorError org-unknown, org-ambiguous, org-not-school */
export function requireSchool(text: string, orgs: OrgTree): StoredOrg {
  const org = requireOrg(text, orgs);
  if (org.kind !== 'school') throw new OperatorError(problem('org-not-school', { org: org.code }));
  return org;
}

/** @throws OperatorError org-unknown, org-ambiguous, org-not-department */
export function requireDepartment(text: string, orgs: OrgTree): StoredOrg {
  const org = requireOrg(text, orgs);
  if (org.kind !== 'department') throw new OperatorError(problem('org-not-department', { org: org.code }));
  return org;
}

/** @throws OperatorError org-unknown, org-ambiguous */
export function requireOrg(text: string, orgs: OrgTree): StoredOrg {
  const found = findOrg(text, orgs);
  if (!found.ok) throw new OperatorError(found.problem);
  return found.value;
}

function failed(found: Problem): { ok: false; problem: Problem } {
  return { ok: false, problem: found };
}
