import type { Operation } from '../change/request.ts';
import type { Sink } from '../change/sink.ts';
import { type Context, need } from '../context.ts';
import { backupBeforeUpgrade } from '../db/backup/before-upgrade.ts';
import type { Database } from '../db/database.ts';
import type { Tx } from '../db/dialect.ts';
import { migrate } from '../db/migrate.ts';
import type { OrgRow, StaffRow } from '../db/schema.ts';
import { listYears } from '../db/season.ts';
import { DatabaseAppeared } from '../db/sqlite/new-file.ts';
import { grantsOf } from '../db/staff.ts';
import { describeTarget, readTarget } from '../db/target.ts';
import { usingDatabase } from '../db/using-database.ts';
import { mayDo } from '../domain/authority/permissions.ts';
import { readBin } from '../domain/identity/bin.ts';
import { readIin } from '../domain/identity/iin.ts';
import { readOrgCode } from '../domain/identity/org-code.ts';
import { readFullName } from '../domain/identity/person-name.ts';
import { problem, warning } from '../domain/problem.ts';
import { readAcademicYear } from '../domain/season/academic-year.ts';
import { OperatorError } from '../errors.ts';
import { cleanText } from '../input/row-reading.ts';
import { defineCommand } from './common/command.ts';
import { problemsOf, wrongFlags } from './common/flag-value.ts';
import { CHANGE_OPTIONS } from './common/options.ts';
import { changeDatabase } from './common/run-change.ts';

/** `qabyl init`: creates or upgrades the database, with its first department, super-administrator and year. */
export const init = defineCommand({
  options: ['department', 'code', 'bin', 'admin-iin', 'admin-name', ...CHANGE_OPTIONS],
  examples: [
    'qabyl init --department "Ақжайлау ауданының білім бөлімі" --code akzhailau --bin 050340001423 --admin-iin 830703406664 --admin-name "Никитина Ольга Андреевна" --year 2027-2028',
    'qabyl init --db postgres://qabyl@db.example.kz/qabyl …',
  ],
  async run(context, options) {
    const first = await readFirst(context, options);
    const target = readTarget(context.settings.db, context.environment.cwd);
    const { signal } = context.environment;
    const opening = { create: true, program: 'qabyl init', signal, login: context.login };
    let told = false;
    let kept: string | null = null;
    const keepOlder = async (tx: Tx, database: Database) => {
      const when = { at: context.environment.clock(), signal, copied: kept };
      kept = await backupBeforeUpgrade(tx, database, when);
      if (kept !== null) context.say(`${context.catalogue.reports.backup.beforeUpgrade(kept)}\n`);
    };
    const make = () =>
      usingDatabase(target, opening, database => {
        if (!told) context.say(`${context.catalogue.reports.database(describeTarget(target))}\n`);
        told = true;
        return changeDatabase(context, database, options, {
          command: 'init',
          actor: first.admin.iin,
          prepare: async tx => {
            if (options['dry-run'] !== true) await keepOlder(tx, database);
            return migrate(tx, database);
          },
          operation: firstRows(first),
          next: [
            ['qabyl', 'import-orgs', 'orgs.csv', '--as', first.admin.iin],
            ['qabyl', 'import-staff', 'staff.csv', '--org', first.code, '--as', first.admin.iin],
          ],
        });
      });
    try {
      return await make();
    } catch (error) {
      // Of two that make the same database one is first; the other goes on with what it finds.
      if (!(error instanceof DatabaseAppeared)) throw error;
      return make();
    }
  },
});

interface First {
  readonly department: string;
  readonly code: string;
  readonly bin: string;
  readonly year: string;
  readonly admin: {
    readonly iin: string;
    readonly surname: string;
    readonly given_name: string;
    readonly patronymic: string | null;
  };
}

type InitOptions = Readonly<
  Partial<Record<'department' | 'code' | 'bin' | 'admin-iin' | 'admin-name', string>>
>;

/** All five at once: whoever mistyped two of them is told both. */
async function readFirst(context: Context, options: InitOptions): Promise<First> {
  const department = await need(context, 'department', options.department);
  const code = readOrgCode(await need(context, 'code', options.code));
  const bin = readBin(await need(context, 'bin', options.bin));
  const iin = readIin(await need(context, 'admin-iin', options['admin-iin']));
  const name = readFullName(await need(context, 'admin-name', options['admin-name']));
  const year = readAcademicYear(await need(context, 'year', context.settings.year ?? undefined));
  if (!code.ok || !bin.ok || !iin.ok || !name.ok || !year.ok)
    throw wrongFlags(problemsOf([code, bin, iin, name, year]));
  return {
    department: cleanText(department),
    code: code.value,
    bin: bin.value,
    year: year.value,
    admin: { iin: iin.value, ...name.value },
  };
}

function firstRows(first: First): Operation {
  return async (tx, sink) => {
    const orgs = await tx.selectFrom('org').selectAll().where('department', 'is', null).execute();
    const org = orgs.find(row => row.code === first.code) ?? null;
    // A database has one first department: a second `init` upgrades it, and must not start another tree by a slip.
    if (org === null && orgs.length > 0) {
      sink.problem(problem('department-exists', { code: orgs[0]?.code ?? '' }));
      return { org: first.code, year: first.year };
    }
    if (org === null) {
      sink.put('org', null, departmentRow(first));
      sink.put('staff', null, adminRow(first));
      sink.put('role', null, { org: first.code, iin: first.admin.iin, role: 'superadmin' });
    } else await keepFirst(tx, sink, org, first);
    const years = await listYears(tx);
    const known = years.find(row => row.year === first.year) ?? null;
    if (known?.current !== 1) {
      for (const row of years.filter(one => one.current === 1))
        sink.put('year', row, { year: row.year, current: 0 }, { approval: 'year-switched' });
      sink.put('year', known, { year: first.year, current: 1 });
    }
    return { org: first.code, year: first.year };
  };
}

/**
 * A database that has its department already: only its super-administrator goes on, and its facts stay.
 * @throws OperatorError not-permitted
 */
async function keepFirst(tx: Tx, sink: Sink, org: OrgRow, { department, bin, admin }: First): Promise<void> {
  const grants = await grantsOf(tx, admin.iin);
  const target = { org: org.code, kind: org.kind, ancestors: [] };
  if (!mayDo(grants, 'init', target).allowed) {
    const offices = [{ role: 'superadmin', org: org.code }];
    throw new OperatorError(
      problem('not-permitted', { actor: admin.iin, action: 'init', org: org.code, offices }),
    );
  }
  sink.summary.unchanged += 1;
  const kept = bin === org.bin && [org.name_kk, org.name_ru].includes(department);
  if (!kept)
    sink.problem(warning('department-kept', { code: org.code, name: org.name_kk, bin: org.bin ?? '' }));
}

function departmentRow({ code, bin, department }: First): OrgRow {
  return {
    code,
    kind: 'department',
    bin,
    name_kk: department,
    name_ru: department,
    department: null,
    kato: null,
    territory: 'none',
  };
}

function adminRow({ code, admin }: First): StaffRow {
  return { org: code, ...admin, position: null, phone: null, email: null, hired_on: null, active: 1 };
}
