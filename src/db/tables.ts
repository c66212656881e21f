import type {
  AppointmentRow,
  BindingRow,
  LoginRow,
  OrgRow,
  ReviewRow,
  RoleRow,
  SeasonRulesRow,
  SettingsRow,
  StaffRow,
  StreetRow,
  YearRow,
} from './schema.ts';

/** What each kind of row holds: the kinds that changes are made of. */
export interface RowOf {
  org: OrgRow;
  year: YearRow;
  staff: StaffRow;
  role: RoleRow;
  login: LoginRow;
  street: StreetRow;
  binding: BindingRow;
  review: ReviewRow;
  settings: SettingsRow;
  'season-rules': SeasonRulesRow;
  appointment: AppointmentRow;
}
export type RowKind = keyof RowOf;

/** A row without its kind. */
export type Row = RowOf[RowKind];

type TextOrNumber = 'text' | 'integer';

export interface TableShape {
  readonly table: string;
  readonly key: readonly string[];
  /** every column but `change`, in the order of storage: the key first */
  readonly columns: Readonly<Record<string, TextOrNumber>>;
}

/** Kind → table. The order is that of dependence: a row's parents come before it. */
export const tables: { readonly [K in RowKind]: TableShape & { readonly columns: Columns<RowOf[K]> } } = {
  org: {
    table: 'org',
    key: ['code'],
    columns: {
      code: 'text',
      kind: 'text',
      bin: 'text',
      name_kk: 'text',
      name_ru: 'text',
      department: 'text',
      kato: 'text',
      territory: 'text',
    },
  },
  year: { table: 'academic_year', key: ['year'], columns: { year: 'text', current: 'integer' } },
  staff: {
    table: 'staff',
    key: ['org', 'iin'],
    columns: {
      org: 'text',
      iin: 'text',
      surname: 'text',
      given_name: 'text',
      patronymic: 'text',
      position: 'text',
      phone: 'text',
      email: 'text',
      hired_on: 'text',
      active: 'integer',
    },
  },
  role: {
    table: 'staff_role',
    key: ['org', 'iin', 'role'],
    columns: { org: 'text', iin: 'text', role: 'text' },
  },
  login: {
    table: 'staff_login',
    key: ['org', 'login'],
    columns: { org: 'text', login: 'text', iin: 'text' },
  },
  street: {
    table: 'street',
    key: ['year', 'department', 'street'],
    columns: {
      year: 'text',
      department: 'text',
      street: 'text',
      name_kk: 'text',
      name_ru: 'text',
      kind: 'text',
      settlement: 'text',
      aliases: 'text',
      houses: 'text',
    },
  },
  binding: {
    table: 'binding',
    key: ['year', 'school', 'street'],
    columns: {
      year: 'text',
      school: 'text',
      street: 'text',
      department: 'text',
      houses: 'text',
      shared_houses: 'text',
      share: 'text',
    },
  },
  review: {
    table: 'territory_review',
    key: ['year', 'school'],
    columns: { year: 'text', school: 'text', territory: 'text', reviewed_by: 'text' },
  },
  settings: {
    table: 'year_settings',
    key: ['year', 'school'],
    columns: {
      year: 'text',
      school: 'text',
      total_places: 'integer',
      intake: 'integer',
      class_size: 'integer',
      free_choice: 'integer',
      classes: 'text',
    },
  },
  'season-rules': {
    table: 'season_rules',
    key: ['year', 'department'],
    columns: {
      year: 'text',
      department: 'text',
      opens: 'text',
      closes: 'text',
      order_from: 'text',
      study_starts: 'text',
      class_size_norm: 'integer',
      class_size_max: 'integer',
      inside_per_outside: 'integer',
    },
  },
  appointment: {
    table: 'appointment',
    key: ['year', 'school', 'service'],
    columns: { year: 'text', school: 'text', service: 'text', executor: 'text', director: 'text' },
  },
};

type Columns<R> = { readonly [C in keyof R]-?: TextOrNumber };

/** The kinds in the order of dependence. */
export const rowKinds = Object.keys(tables) as readonly RowKind[];

const columnNames = Object.fromEntries(
  rowKinds.map(kind => [kind, Object.keys(tables[kind].columns)]),
) as unknown as Readonly<Record<RowKind, readonly string[]>>;

/** The names of a kind's columns, in the order of storage. */
export function columnsOf(kind: RowKind): readonly string[] {
  return columnNames[kind];
}

/** The value of one column of a row, by name. */
export function cell(row: Row, column: string): string | number | null {
  return (row as unknown as Record<string, string | number | null>)[column] ?? null;
}

/** A row's key as one text, `school-3/850101300123`. */
export function rowKey(kind: RowKind, row: Row): string {
  return tables[kind].key.map(column => String(cell(row, column))).join('/');
}

/** The column that says which organisation a row belongs to; null for what belongs to all. */
const ownerColumns: Readonly<Record<RowKind, string | null>> = {
  org: 'code',
  year: null,
  staff: 'org',
  role: 'org',
  login: 'org',
  street: 'department',
  binding: 'school',
  review: 'school',
  settings: 'school',
  'season-rules': 'department',
  appointment: 'school',
};

/** The column that says which organisation a row belongs to, null where it belongs to all. */
export function ownerColumnOf(kind: RowKind): string | null {
  return ownerColumns[kind];
}

/** The code of the organisation that a row belongs to, null for what belongs to all. */
export function ownerOf(kind: RowKind, row: Row): string | null {
  const column = ownerColumns[kind];
  return column === null ? null : String(cell(row, column));
}

/** The organisations that must see what happens to a row: where an organisation comes or goes, the one above it too. */
export function orgsOf(kind: RowKind, row: Row): string[] {
  const above = kind === 'org' ? cell(row, 'department') : null;
  return [ownerOf(kind, row), above].flatMap(org => (org === null ? [] : [String(org)]));
}
