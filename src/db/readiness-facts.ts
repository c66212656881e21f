import { SERVICES } from '../domain/appointments/services.ts';
import type {
  AppointmentFacts,
  DepartmentFacts,
  OrgFacts,
  SchoolFacts,
  StreetFacts,
} from '../domain/readiness/facts.ts';
import type { AcademicYear } from '../domain/season/academic-year.ts';
import { defaultSeasonRules, type SeasonRules } from '../domain/season/window.ts';
import { setFromText } from '../domain/territory/house-set.ts';
import { streetLabel } from '../domain/territory/street-label.ts';
import type { Queryable } from './dialect.ts';
import type { OrgTree, StoredOrg } from './organisations.ts';
import type { BindingRow } from './schema.ts';
import { settingsOf } from './season.ts';
import { ownBindings } from './territory.ts';
import { territoryVersion } from './territory-version.ts';

/**
 * Reads what the checks look at, one query a table however many organisations there are.
 * @param codes the organisations to look at
 */
export async function readReadinessFacts(
  db: Queryable,
  year: string,
  orgs: OrgTree,
  codes: readonly string[],
): Promise<(DepartmentFacts | SchoolFacts)[]> {
  const tables = await readTables(db, year, orgs);
  return codes.flatMap(code => {
    const org = orgs.get(code);
    if (!org) return [];
    return [
      org.kind === 'department' ? departmentFacts(org, year, orgs, tables) : schoolFacts(org, year, tables),
    ];
  });
}

type Tables = Awaited<ReturnType<typeof readTables>>;

async function readTables(db: Queryable, year: string, orgs: OrgTree) {
  const counts = await db
    .selectFrom('staff')
    .select(eb => ['org', eb.fn.countAll<number | string>().as('active')])
    .where('active', '=', 1)
    .groupBy('org')
    .execute();
  const roles = await db
    .selectFrom('staff_role')
    .innerJoin('staff', join =>
      join.onRef('staff.org', '=', 'staff_role.org').onRef('staff.iin', '=', 'staff_role.iin'),
    )
    .select(['staff_role.org', 'staff_role.iin', 'staff_role.role'])
    .where('staff.active', '=', 1)
    .orderBy('staff_role.iin')
    .execute();
  const appointments = await db
    .selectFrom('appointment')
    .innerJoin('staff', join =>
      join.onRef('staff.org', '=', 'appointment.school').onRef('staff.iin', '=', 'appointment.executor'),
    )
    .select(['appointment.school', 'appointment.service', 'appointment.executor', 'appointment.director'])
    .select(['staff.surname', 'staff.given_name', 'staff.active'])
    .where('appointment.year', '=', year)
    .execute();
  const streets = await db
    .selectFrom('street')
    .selectAll()
    .where('year', '=', year)
    .orderBy('street')
    .execute();
  // A school without territory, or of another department by now, leaves nobody a school, whatever is still stored.
  const bindings = (await ownBindings(db, year)).filter(row => orgs.get(row.school)?.territory === 'yes');
  const reviews = await db.selectFrom('territory_review').selectAll().where('year', '=', year).execute();
  const settings = await db.selectFrom('year_settings').selectAll().where('year', '=', year).execute();
  const rules = await db.selectFrom('season_rules').selectAll().where('year', '=', year).execute();
  return {
    // PostgreSQL counts in bigint, which its driver gives as text.
    active: new Map(counts.map(row => [row.org, Number(row.active)])),
    roles: Map.groupBy(roles, row => row.org),
    appointments: new Map(appointments.map(row => [`${row.school}/${row.service}`, row])),
    streets: Map.groupBy(streets, row => row.department),
    bindingsOfSchool: Map.groupBy(bindings, row => row.school),
    bindingsOfDepartment: Map.groupBy(bindings, row => row.department),
    reviews: new Map(reviews.map(row => [row.school, row])),
    settings: new Map(settings.map(row => [row.school, row])),
    rules: new Map(rules.map(row => [row.department, row])),
  };
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

function departmentFacts(org: StoredOrg, year: string, orgs: OrgTree, tables: Tables): DepartmentFacts {
  const schools = orgs.all.filter(
    one => one.department === org.code && one.kind === 'school' && one.territory === 'yes',
  );
  return {
    ...orgFacts(org, year, tables),
    kind: 'department',
    schools: schools.map(school => school.code),
    streets: streetFacts(org.code, tables),
    rules: seasonRules(org.code, year, tables),
    rulesSet: tables.rules.has(org.code),
  };
}

function streetFacts(department: string, tables: Tables): StreetFacts[] {
  const bound = Map.groupBy(tables.bindingsOfDepartment.get(department) ?? [], binding => binding.street);
  return (tables.streets.get(department) ?? []).map(row => ({
    street: row.street,
    label: streetLabel(row),
    known: row.houses === null ? null : setFromText(row.houses),
    bound: (bound.get(row.street) ?? []).map(({ school, houses, shared_houses }: BindingRow) => ({
      school,
      houses: setFromText(houses),
      ...(shared_houses === null ? {} : { shared: setFromText(shared_houses) }),
    })),
  }));
}

function schoolFacts(org: StoredOrg, year: string, tables: Tables): SchoolFacts {
  const bindings = tables.bindingsOfSchool.get(org.code) ?? [];
  const settings = tables.settings.get(org.code);
  const review = tables.reviews.get(org.code);
  const service = SERVICES[0];
  return {
    ...orgFacts(org, year, tables),
    kind: 'school',
    territory: org.territory,
    boundStreets: bindings.length,
    territoryVersion: territoryVersion(bindings),
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
