import type { Service } from '../appointments/services.ts';
import type { Role } from '../authority/roles.ts';
import type { SeasonRules } from '../season/window.ts';
import type { YearSettings } from '../season/year-settings.ts';
import type { TerritoryFacts } from './territory-tally.ts';

/** What the checks of every organisation look at. */
export interface OrgFacts {
  readonly code: string;
  readonly bin: string | null;
  /** the department it belongs to, null at the top */
  readonly department: string | null;
  readonly year: string;
  /** people who work there now */
  readonly active: number;
  /** roles held by people who work there now, with whom */
  readonly roles: readonly { readonly role: Role; readonly iin: string }[];
}

export interface DepartmentFacts extends OrgFacts {
  readonly kind: 'department';
  /** schools that have a territory */
  readonly schools: readonly string[];
  readonly territory: TerritoryFacts;
  readonly rules: SeasonRules;
  /** whether the department set its season itself */
  readonly rulesSet: boolean;
}

export interface SchoolFacts extends OrgFacts {
  readonly kind: 'school';
  readonly territory: 'yes' | 'none';
  /** streets bound to it */
  readonly boundStreets: number;
  /** digest of the territory as it is now */
  readonly territoryVersion: string;
  readonly review: { readonly territory: string; readonly change: number } | null;
  readonly settings: YearSettings | null;
  readonly rules: SeasonRules;
  readonly service: Service;
  readonly appointment: AppointmentFacts | null;
}

/** The appointment for the service, with what is true of the two people now. */
export interface AppointmentFacts {
  readonly executor: string;
  readonly executorName: string;
  readonly executorActive: boolean;
  readonly director: string;
}
