import type { AcademicYear } from '../domain/season/academic-year.ts';
import { readClassSets } from '../domain/season/class-types.ts';
import { defaultSeasonRules, type SeasonRules } from '../domain/season/window.ts';
import type { YearSettings } from '../domain/season/year-settings.ts';
import type { Queryable } from './dialect.ts';
import type { AppointmentRow, SeasonRulesRow, SettingsRow, YearRow } from './schema.ts';

type Stored<R> = R & { readonly change: number };

/** All academic years, oldest first. */
export async function listYears(db: Queryable): Promise<Stored<YearRow>[]> {
  return db.selectFrom('academic_year').selectAll().orderBy('year').execute();
}

/** The year settings of one school, null when they were never set. */
export async function findSettings(
  db: Queryable,
  year: string,
  school: string,
): Promise<Stored<SettingsRow> | null> {
  const row = await db
    .selectFrom('year_settings')
    .selectAll()
    .where('year', '=', year)
    .where('school', '=', school)
    .executeTakeFirst();
  return row ?? null;
}

/** The year settings of every school that has them, by school. */
export async function settingsOfYear(
  db: Queryable,
  year: string,
): Promise<ReadonlyMap<string, Stored<SettingsRow>>> {
  const rows = await db.selectFrom('year_settings').selectAll().where('year', '=', year).execute();
  return new Map(rows.map(row => [row.school, row]));
}

/** What a department set of its season, null where the defaults are in force. */
export async function findSeasonRules(
  db: Queryable,
  year: string,
  department: string,
): Promise<Stored<SeasonRulesRow> | null> {
  const row = await db
    .selectFrom('season_rules')
    .selectAll()
    .where('year', '=', year)
    .where('department', '=', department)
    .executeTakeFirst();
  return row ?? null;
}

/** The appointment for one service at one school, null when nobody is appointed. */
export async function findAppointment(
  db: Queryable,
  year: string,
  school: string,
  service: string,
): Promise<Stored<AppointmentRow> | null> {
  const row = await db
    .selectFrom('appointment')
    .selectAll()
    .where('year', '=', year)
    .where('school', '=', school)
    .where('service', '=', service)
    .executeTakeFirst();
  return row ?? null;
}

/** Every appointment at one school, in every year, by executor. */
export async function appointmentsAt(
  db: Queryable,
  school: string,
): Promise<ReadonlyMap<string, readonly Stored<AppointmentRow>[]>> {
  const rows = await db
    .selectFrom('appointment')
    .selectAll()
    .where('school', '=', school)
    .orderBy('year')
    .orderBy('service')
    .execute();
  return Map.groupBy(rows, row => row.executor);
}

/** The season in force for the schools of a department: what it set, else the defaults. */
export async function readSeasonRules(
  db: Queryable,
  year: string,
  department: string | null,
): Promise<SeasonRules> {
  const stored = department === null ? null : await findSeasonRules(db, year, department);
  return stored ?? defaultSeasonRules(year as AcademicYear);
}

/** The same for every department of a year. */
export async function seasonRulesOfYear(
  db: Queryable,
  year: string,
): Promise<(department: string | null) => SeasonRules> {
  const rows = await db.selectFrom('season_rules').selectAll().where('year', '=', year).execute();
  const stored = new Map<string | null, SeasonRules>(rows.map(row => [row.department, row]));
  return department => stored.get(department) ?? defaultSeasonRules(year as AcademicYear);
}

/** Year settings as the rules know them. */
export function settingsOf(row: SettingsRow): YearSettings {
  const { total_places, intake, class_size, free_choice, classes } = row;
  return {
    total_places,
    intake,
    class_size,
    free_choice: free_choice === 1,
    classes: readClassSets(classes).value,
  };
}
