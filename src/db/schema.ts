import type { Role } from '../domain/authority/roles.ts';

/**
 * The tables as Kysely sees them; the same on SQLite and PostgreSQL.
 * Keys are natural (codes, IINs, years), so that rows mean the same in every copy of the data.
 * `change` is the number of the change that last wrote the row. Flags are 0/1, dates ISO texts.
 */
export interface Schema {
  org: OrgRow & Written;
  staff: StaffRow & Written;
  staff_role: RoleRow & Written;
  staff_login: LoginRow & Written;
  academic_year: YearRow & Written;
  street: StreetRow & Written;
  binding: BindingRow & Written;
  territory_review: ReviewRow & Written;
  year_settings: SettingsRow & Written;
  season_rules: SeasonRulesRow & Written;
  appointment: AppointmentRow & Written;
  change: ChangeRow;
  change_org: ChangeOrgRow;
  former_row: FormerRow;
  active_staff: ActiveStaffRow;
  held_role: RoleRow;
  held_appointment: HeldAppointmentRow;
}

interface Written {
  change: number;
}

export interface OrgRow {
  code: string;
  kind: 'department' | 'school';
  bin: string | null;
  name_kk: string;
  name_ru: string;
  /** the organisation it belongs to, null at the top */
  department: string | null;
  kato: string | null;
  /** `none` = declared to have no territory (special schools) */
  territory: 'yes' | 'none';
}

export interface StaffRow {
  org: string;
  iin: string;
  surname: string;
  given_name: string;
  patronymic: string | null;
  position: string | null;
  phone: string | null;
  email: string | null;
  hired_on: string | null;
  active: 0 | 1;
}

export interface RoleRow {
  org: string;
  iin: string;
  role: Role;
}

/** The login of a database server that acts as an employee. */
export interface LoginRow {
  org: string;
  login: string;
  iin: string;
}

export interface YearRow {
  year: string;
  current: 0 | 1;
}

export interface StreetRow {
  year: string;
  department: string;
  /** identity within the department's year: settlement, kind and folded name (domain/territory/street-name) */
  street: string;
  name_kk: string;
  name_ru: string;
  kind: string;
  settlement: string | null;
  /** other and former names, separated by `|` */
  aliases: string | null;
  /** the houses that exist, as a canonical set; null = not known */
  houses: string | null;
}

export interface BindingRow {
  year: string;
  school: string;
  department: string;
  street: string;
  /** canonical house set (domain/territory/house-set setToText) */
  houses: string;
  /** those of the houses that other schools serve too on purpose, as a canonical set; null = none */
  shared_houses: string | null;
  /** why; null when no houses are shared */
  share: string | null;
}

export interface ReviewRow {
  year: string;
  school: string;
  /** digest of the territory that was read */
  territory: string;
  reviewed_by: string;
}

export interface SettingsRow {
  year: string;
  school: string;
  total_places: number;
  intake: number;
  class_size: number;
  free_choice: 0 | 1;
  /** canonical class sets (domain/season/class-types writeClassSets) */
  classes: string;
}

export interface SeasonRulesRow {
  year: string;
  department: string;
  opens: string;
  closes: string;
  order_from: string;
  study_starts: string;
  class_size_norm: number;
  class_size_max: number;
  inside_per_outside: number;
}

export interface AppointmentRow {
  year: string;
  school: string;
  service: string;
  executor: string;
  director: string;
}

/** How many people work at an organisation (people-views.ts). */
export interface ActiveStaffRow {
  org: string;
  active: number | string;
}

/** An appointment with what is true of its executor now (people-views.ts). */
export interface HeldAppointmentRow extends AppointmentRow {
  surname: string;
  given_name: string;
  active: 0 | 1;
}

/** One line of the history. */
export interface ChangeRow {
  id: number;
  at: string;
  command: string;
  argv: string;
  actor: string;
  org: string | null;
  year: string | null;
  summary: string;
  files: string;
  /** the sum of the digests of its row changes */
  digest: string;
  /** the sum of the digests of the organisations whose rows it touched: what `change_org` must hold */
  orgs: string;
  /** the change that this one takes back, null for every other command */
  undoes: number | null;
  /** versions of the program, of Node and of the database */
  program: string;
  node: string;
  engine: string;
  /** the machine, and the account there */
  host: string;
  os_user: string;
  previous: string;
  chain: string;
}

/** An organisation whose rows a change touched: its people may see those rows, and nobody else's. */
export interface ChangeOrgRow {
  change: number;
  org: string;
}

/** A row as it was before change `change` replaced or removed it. */
export interface FormerRow {
  change: number;
  kind: string;
  key: string;
  /** what it meant to a person: a dismissal is a `remove` although the row stays, marked inactive */
  action: 'update' | 'remove';
  before: string;
  former_change: number;
}
