import { SERVICES } from '../domain/appointments/services.ts';
import type { Selected } from '../domain/readiness/catalogue.ts';
import type { CheckId } from '../domain/readiness/check.ts';
import type { AppointmentFacts, DepartmentFacts, OrgFacts, SchoolFacts } from '../domain/readiness/facts.ts';
import { TerritoryTally } from '../domain/readiness/territory-tally.ts';
import type { AcademicYear } from '../domain/season/academic-year.ts';
import { defaultSeasonRules, type SeasonRules } from '../domain/season/window.ts';
import type { Queryable } from './dialect.ts';
import { type Holding, holdings } from './holdings.ts';
import type { OrgTree, StoredOrg } from './organisations.ts';
import { settingsOf } from './season.ts';
import { streetPages } from './street-pages.ts';
import { territoryVersion } from './territory-version.ts';

/** What only these checks look at is read for them alone. */
const OF_STREETS: readonly CheckId[] = [
  'streets-listed',
  'streets-bound',
  'territory-overlap',
  'territory-gap',
];
const OF_HOLDINGS: readonly CheckId[] = ['territory-bound', 'territory-reviewed'];

/** So many organisations are asked for by name; where there are more, the tables are read whole. */
const NAMED = 100;

/**
 * Reads what the checks look at, one query a table however many organisations there are; the territory, which grows
 * with the country, goes by in pages and leaves nothing but what the checks ask of it.
 * @param codes the organisations to look at
 * @param selected the checks that will run
 */
export async function readReadinessFacts(
  db: Queryable,
  year: string,
  orgs: OrgTree,
  codes: readonly string[],
  selected: Selected = () => true,
): Promise<(DepartmentFacts | SchoolFacts)[]> {
  const tables = await readTables(db, year, codes.length > NAMED ? null : codes);
  const held = OF_HOLDINGS.some(selected)
    ? await readHoldings(db, year, orgs, codes)
    : new Map<string, Holding>();
  const withTerritory = Map.groupBy(
    orgs.all.filter(({ kind, territory }) => kind === 'school' && territory === 'yes'),
    ({ department }) => department,
  );
  const facts: (DepartmentFacts | SchoolFacts)[] = [];
  for (const code of codes) {
    const org = orgs.get(code);
    if (org?.kind === 'school') facts.push(schoolFacts(org, year, tables, held.get(code) ?? null));
    if (org?.kind !== 'department') continue;
    const territory = new TerritoryTally();
    if (OF_STREETS.some(selected))
      for await (const { sound, others } of streetPages(db, year, code)) {
        territory.pass(sound);
        for (const street of others) territory.add(street);
      }
    facts.push(departmentFacts(org, year, withTerritory.get(code) ?? [], tables, territory));
  }
  return facts;
}

type Tables = Awaited<ReturnType<typeof readTables>>;

/** @param among the organisations to read of; null: all */
async function readTables(db: Queryable, year: string, among: readonly string[] | null) {
  let counts = db.selectFrom('active_staff').selectAll();
  let roles = db.selectFrom('held_role').selectAll().orderBy('iin');
  let appointments = db.selectFrom('held_appointment').selectAll().where('year', '=', year);
  let reviews = db.selectFrom('territory_review').selectAll().where('year', '=', year);
  let settings = db.selectFrom('year_settings').selectAll().where('year', '=', year);
  if (among !== null) {
    counts = counts.where('org', 'in', among);
    roles = roles.where('org', 'in', among);
    appointments = appointments.where('school', 'in', among);
    reviews = reviews.where('school', 'in', among);
    settings = settings.where('school', 'in', among);
  }
  const rules = await db.selectFrom('season_rules').selectAll().where('year', '=', year).execute();
  return {
    // PostgreSQL counts in bigint, which its driver gives as text.
    active: new Map((await counts.execute()).map(row => [row.org, Number(row.active)])),
    roles: Map.groupBy(await roles.execute(), row => row.org),
    appointments: new Map((await appointments.execute()).map(row => [`${row.school}/${row.service}`, row])),
    reviews: new Map((await reviews.execute()).map(row => [row.school, row])),
    settings: new Map((await settings.execute()).map(row => [row.school, row])),
    rules: new Map(rules.map(row => [row.department, row])),
  };
}

/** What the schools among these hold, by school. */
async function readHoldings(
  db: Queryable,
  year: string,
  orgs: OrgTree,
  codes: readonly string[],
): Promise<ReadonlyMap<string, Holding>> {
  const held = new Map<string, Holding>();
  if (codes.length > 0)
    for await (const one of holdings(db, year, orgs, codes.length > NAMED ? null : codes))
      held.set(one.school, one);
  return held;
}

function orgFacts({ code, bin, department }: StoredOrg, year: string, tables: Tables): OrgFacts {
  const held = tables.roles.get(code) ?? [];
  return {
    code,
    bin,
    department,
    year,
    active: tables.active.get(code) ?? 0,
    roles: held.map(({ role, iin }) => ({ role, iin })),
  };
}

function departmentFacts(
  org: StoredOrg,
  year: string,
  schools: readonly StoredOrg[],
  tables: Tables,
  territory: TerritoryTally,
): DepartmentFacts {
  return {
    ...orgFacts(org, year, tables),
    kind: 'department',
    schools: schools.map(school => school.code),
    territory,
    rules: seasonRules(org.code, year, tables),
    rulesSet: tables.rules.has(org.code),
  };
}

function schoolFacts(org: StoredOrg, year: string, tables: Tables, held: Holding | null): SchoolFacts {
  const settings = tables.settings.get(org.code);
  const review = tables.reviews.get(org.code);
  const service = SERVICES[0];
  return {
    ...orgFacts(org, year, tables),
    kind: 'school',
    territory: org.territory,
    boundStreets: held?.streets ?? 0,
    territoryVersion: held?.version ?? territoryVersion([]),
    review: review ? { territory: review.territory, change: review.change } : null,
    settings: settings ? settingsOf(settings) : null,
    rules: seasonRules(org.department ?? '', year, tables),
    service,
    appointment: appointmentFacts(`${org.code}/${service}`, tables),
  };
}

function appointmentFacts(key: string, tables: Tables): AppointmentFacts | null {
  const row = tables.appointments.get(key);
  if (!row) return null;
  const { executor, director, surname, given_name, active } = row;
  return { executor, director, executorName: `${surname} ${given_name}`, executorActive: active === 1 };
}

function seasonRules(department: string, year: string, tables: Tables): SeasonRules {
  return tables.rules.get(department) ?? defaultSeasonRules(year as AcademicYear);
}
