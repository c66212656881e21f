import type { Kysely } from 'kysely';
import type { Dialect, Queryable } from '../dialect.ts';

/** The first schema: organisations, staff, territory, season, history. */
export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const { byteOrder, tableOptions, bulkTableOptions } = dialect;
  const schema = await dialect.currentSchema(db as Queryable);
  const employer = dialect.bulkReference(
    { table: 'staff', column: 'org', parent: 'org', key: 'code' },
    schema,
  );
  const tables = statements(byteOrder, tableOptions, bulkTableOptions, employer.clause);
  const guards = dialect.guards(schema);
  await dialect.run(db, ...tables, ...employer.statements, ...guards);
}

/**
 * `key` compares texts byte by byte on both databases, so that house keys and codes sort alike.
 * References are checked at commit: a file may name an organisation before its department. That of an employee is
 * checked for many rows at once where the database can (`bulkReference`), and then as they are written.
 * Employees come by the hundred thousand in no order: their table grows at its end and only one narrow index is written
 * all over. A second index, by IIN, would cost a third more; who asks for a person goes through the organisations.
 */
const statements = (key: string, options: string, rowOptions: string, employer: string) => [
  `create table org (
    code text ${key} primary key,
    kind text not null check (kind in ('department', 'school')),
    bin text ${key} unique,
    name_kk text not null,
    name_ru text not null,
    department text ${key} references org (code) deferrable initially deferred,
    kato text,
    territory text not null check (territory in ('yes', 'none')),
    change integer not null) ${options}`,
  `create index org_department on org (department)`,
  `create table staff (
    org text ${key} not null ${employer},
    iin text ${key} not null,
    surname text not null,
    given_name text not null,
    patronymic text,
    position text,
    phone text,
    email text,
    hired_on text,
    active integer not null check (active in (0, 1)),
    change integer not null,
    unique (org, iin)) ${rowOptions}`,
  `create table staff_role (
    org text ${key} not null,
    iin text ${key} not null,
    role text ${key} not null check (role in ('superadmin', 'admin', 'director', 'executor')),
    change integer not null,
    primary key (org, iin, role),
    foreign key (org, iin) references staff (org, iin) deferrable initially deferred) ${options}`,
  `create table staff_login (
    org text ${key} not null,
    login text ${key} not null,
    iin text ${key} not null,
    change integer not null,
    primary key (org, login),
    foreign key (org, iin) references staff (org, iin) deferrable initially deferred) ${options}`,
  `create index staff_login_login on staff_login (login)`,
  `create table academic_year (
    year text ${key} primary key,
    current integer not null check (current in (0, 1)),
    change integer not null) ${options}`,
  `create table street (
    year text ${key} not null references academic_year (year) deferrable initially deferred,
    department text ${key} not null references org (code) deferrable initially deferred,
    street text ${key} not null,
    name_kk text not null,
    name_ru text not null,
    kind text not null,
    settlement text,
    aliases text,
    houses text,
    change integer not null,
    primary key (year, department, street)) ${options}`,
  `create table binding (
    year text ${key} not null,
    school text ${key} not null references org (code) deferrable initially deferred,
    street text ${key} not null,
    department text ${key} not null,
    houses text not null,
    shared_houses text,
    share text,
    change integer not null,
    primary key (year, school, street),
    check ((shared_houses is null) = (share is null)),
    foreign key (year, department, street) references street (year, department, street) deferrable initially deferred) ${options}`,
  `create index binding_street on binding (year, department, street)`,
  `create table territory_review (
    year text ${key} not null references academic_year (year) deferrable initially deferred,
    school text ${key} not null references org (code) deferrable initially deferred,
    territory text not null,
    reviewed_by text not null,
    change integer not null,
    primary key (year, school)) ${options}`,
  `create table year_settings (
    year text ${key} not null references academic_year (year) deferrable initially deferred,
    school text ${key} not null references org (code) deferrable initially deferred,
    total_places integer not null check (total_places > 0),
    intake integer not null check (intake > 0),
    class_size integer not null check (class_size > 0),
    free_choice integer not null check (free_choice in (0, 1)),
    classes text not null,
    change integer not null,
    primary key (year, school)) ${options}`,
  `create table season_rules (
    year text ${key} not null references academic_year (year) deferrable initially deferred,
    department text ${key} not null references org (code) deferrable initially deferred,
    opens text not null,
    closes text not null,
    order_from text not null,
    study_starts text not null,
    class_size_norm integer not null,
    class_size_max integer not null,
    inside_per_outside integer not null,
    change integer not null,
    primary key (year, department)) ${options}`,
  `create table appointment (
    year text ${key} not null references academic_year (year) deferrable initially deferred,
    school text ${key} not null,
    service text ${key} not null,
    executor text ${key} not null,
    director text ${key} not null,
    change integer not null,
    primary key (year, school, service),
    foreign key (school, executor) references staff (org, iin) deferrable initially deferred) ${options}`,
  `create table change (
    id integer primary key,
    at text not null,
    command text not null,
    argv text not null,
    actor text not null,
    org text,
    year text,
    summary text not null,
    files text not null,
    digest text not null,
    orgs text not null,
    undoes integer,
    program text not null,
    node text not null,
    engine text not null,
    host text not null,
    os_user text not null,
    previous text not null,
    chain text not null) ${options}`,
  `create table write_lock (
    id integer primary key) ${options}`,
  `insert into write_lock (id) values (1)`,
  `create table change_org (
    change integer not null references change (id) deferrable initially deferred,
    org text ${key} not null,
    primary key (change, org)) ${options}`,
  `create table former_row (
    change integer not null references change (id) deferrable initially deferred,
    kind text ${key} not null,
    key text ${key} not null,
    action text not null check (action in ('update', 'remove')),
    before text not null,
    former_change integer not null,
    primary key (change, kind, key)) ${options}`,
  `create unique index former_row_former_change on former_row (former_change, kind, key)`,
];
