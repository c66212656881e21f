import type { AppointmentFacts, DepartmentFacts, SchoolFacts } from '../../../src/domain/readiness/facts.ts';
import { TerritoryTally } from '../../../src/domain/readiness/territory-tally.ts';
import type { AcademicYear } from '../../../src/domain/season/academic-year.ts';
import { defaultSeasonRules } from '../../../src/domain/season/window.ts';
import type { YearSettings } from '../../../src/domain/season/year-settings.ts';
import { readHouseList } from '../../../src/domain/territory/house-list.ts';
import { type HouseSet, setToText } from '../../../src/domain/territory/house-set.ts';
import type { StreetTerritory } from '../../../src/domain/territory/street-flaws.ts';

const year: AcademicYear = '2027-2028';
export const rules = defaultSeasonRules(year);

/** Houses as an order writes them. */
export function houses(list: string): HouseSet {
  const { set, problems } = readHouseList(list);
  if (problems.some(p => p.severity === 'error')) throw new Error(`no house list: ${list}`);
  return set;
}

/** One street; `bound` is school → house list, `known` the houses that exist. */
export function street(
  label: string,
  bound: Readonly<Record<string, string>>,
  known?: string,
): StreetTerritory {
  return {
    street: label,
    label,
    houses: known === undefined ? null : setToText(houses(known)),
    bound: Object.entries(bound).map(([school, list]) => ({
      school,
      houses: setToText(houses(list)),
      shared_houses: null,
      share: null,
    })),
  };
}

/** The streets of a department, added up. */
export function territory(...streets: readonly StreetTerritory[]): Pick<DepartmentFacts, 'territory'> {
  return { territory: TerritoryTally.of(streets) };
}

export const settings: YearSettings = {
  total_places: 600,
  intake: 50,
  class_size: 25,
  free_choice: false,
  classes: [{ language: 'kk', type: 'general', sets: 2, size: 25 }],
};

export const appointment: AppointmentFacts = {
  executor: '850101300123',
  executorName: 'Сейітова Айгүл',
  executorActive: true,
  director: '700202300456',
};

/** A department with everything right, except what the test says. */
export function department(changed: Partial<DepartmentFacts> = {}): DepartmentFacts {
  return {
    kind: 'department',
    code: 'district-7',
    bin: '940140000385',
    department: null,
    year,
    active: 3,
    roles: [
      { role: 'superadmin', iin: '1' },
      { role: 'admin', iin: '2' },
    ],
    schools: ['school-71', 'school-72'],
    ...territory(street('Абай көшесі', { 'school-71': 'все' })),
    rules,
    rulesSet: true,
    ...changed,
  };
}

/** A school with everything right, except what the test says. */
export function school(changed: Partial<SchoolFacts> = {}): SchoolFacts {
  return {
    kind: 'school',
    code: 'school-71',
    bin: '950341000052',
    department: 'district-7',
    year,
    active: 20,
    roles: [
      { role: 'superadmin', iin: '1' },
      { role: 'admin', iin: '2' },
      { role: 'director', iin: appointment.director },
      { role: 'executor', iin: appointment.executor },
    ],
    territory: 'yes',
    boundStreets: 4,
    territoryVersion: 'v2',
    review: { territory: 'v2', change: 9 },
    settings,
    rules,
    service: 'grade-1-admission',
    appointment,
    ...changed,
  };
}
