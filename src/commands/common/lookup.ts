import type { OrgTree, StoredOrg } from '../../db/organisations.ts';
import type { StoredStreet } from '../../db/territory.ts';
import { nameKey } from '../../domain/name-key.ts';
import { nearest } from '../../domain/nearest.ts';
import { type Problem, problem, type Reading } from '../../domain/problem.ts';
import { streetLabel } from '../../domain/territory/street-label.ts';
import { nearestStreets, parseStreetName, sameStreet } from '../../domain/territory/street-name.ts';
import { OperatorError } from '../../errors.ts';

/** How many candidates an error names. */
const CANDIDATES = 3;

/** Finds an organisation by code, BIN or unique name in either language (cli.md, "The commands"). */
export function findOrg(text: string, orgs: OrgTree): Reading<StoredOrg> {
  const [first, second, ...more] = orgsMeant(text, orgs);
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

/** Finds the one street that a spelling means: an exact name, or an equal key; never a near miss. */
export function findStreet(text: string, streets: StreetIndex): Reading<StoredStreet> {
  const wanted = parseStreetName(text);
  const found = new Map<string, StoredStreet>();
  for (const { name, street } of streets.names(wanted.key))
    if (sameStreet(name, wanted)) found.set(street.street, street);
  const [first, second] = [...found.values()];
  if (first && !second) return { ok: true, value: first };
  if (first) return namedInFull(text, [...found.values()]);
  return failed(problem('street-unknown', { text, nearest: streets.nearest(wanted.key) }));
}

/** Of several streets the one whose whole name was written; what an error proposes must be accepted. */
function namedInFull(text: string, streets: readonly StoredStreet[]): Reading<StoredStreet> {
  const wanted = nameKey(text);
  // An exact name wins: first the whole label, then any name by which only one of them goes.
  for (const namesOf of [(street: StoredStreet) => [streetLabel(street)], everyName]) {
    const [only, more] = streets.filter(street => namesOf(street).some(name => nameKey(name) === wanted));
    if (only && !more) return { ok: true, value: only };
  }
  return failed(problem('street-ambiguous', { text, candidates: [...streetLabels(streets).values()] }));
}

/** What each of some streets is called, so that no two are called alike; by identity. */
export function streetLabels(streets: readonly StoredStreet[]): Map<string, string> {
  const alike = Map.groupBy(streets, streetLabel);
  return new Map(
    streets.map(street => {
      const label = streetLabel(street);
      return [street.street, alike.get(label)?.length === 1 ? label : `${label} (${street.kind})`];
    }),
  );
}

function everyName({ name_kk, name_ru, aliases }: StoredStreet): string[] {
  return [name_kk, name_ru, ...(aliases?.split('|') ?? [])];
}

type StreetName = ReturnType<typeof parseStreetName>;

/** Every spelling of every street of one department, by key. */
export interface StreetIndex {
  names(key: string): readonly { name: StreetName; street: StoredStreet }[];
  nearest(key: string): string[];
}

/** Indexes a street list; the kind that the list states counts where a name carries none. */
export function indexStreets(streets: readonly StoredStreet[]): StreetIndex {
  const byKey = new Map<string, { name: StreetName; street: StoredStreet }[]>();
  const add = (street: StoredStreet, text: string) => {
    const parsed = parseStreetName(text);
    const name = { ...parsed, kind: parsed.kind ?? (street.kind as StreetName['kind']) };
    byKey.set(name.key, [...(byKey.get(name.key) ?? []), { name, street }]);
  };
  for (const street of streets) {
    for (const text of everyName(street)) add(street, text);
    // `село Аксу, Абай көшесі` names the settlement too: it tells two streets of one name apart.
    if (street.settlement !== null)
      for (const text of [street.name_kk, street.name_ru]) add(street, `${street.settlement}, ${text}`);
  }
  return {
    names: key => byKey.get(key) ?? [],
    nearest: key => {
      const entries = [...byKey].flatMap(([k, all]) =>
        all.map(({ street }) => ({ key: k, label: streetLabel(street) })),
      );
      return [...new Set(nearestStreets(key, entries, CANDIDATES).map(entry => entry.label))];
    },
  };
}

function failed(found: Problem): { ok: false; problem: Problem } {
  return { ok: false, problem: found };
}
