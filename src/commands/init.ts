import { existsSync, rmSync } from 'node:fs';
import type { Operation } from '../change/request.ts';
import { type Context, need } from '../context.ts';
import { migrate } from '../db/migrate.ts';
import { openDatabase } from '../db/open-database.ts';
import type { OrgRow, StaffRow } from '../db/schema.ts';
import { listYears } from '../db/season.ts';
import { readWriter } from '../db/sqlite/sqlite-writer-note.ts';
import { describeTarget, readTarget } from '../db/target.ts';
import { readBin } from '../domain/identity/bin.ts';
import { readIin } from '../domain/identity/iin.ts';
import { isOrgCode } from '../domain/identity/org-code.ts';
import { readFullName } from '../domain/identity/person-name.ts';
import { type Problem, problem, type Reading } from '../domain/problem.ts';
import { readAcademicYear } from '../domain/season/academic-year.ts';
import { OperatorError } from '../errors.ts';
import { defineCommand } from './common/command.ts';
import { CHANGE_OPTIONS } from './common/options.ts';
import { changeDatabase } from './common/run-change.ts';

/** `qabyl init`: creates or upgrades the database, with its first department, super-administrator and year. */
export const init = defineCommand({
  options: ['department', 'code', 'bin', 'admin-iin', 'admin-name', ...CHANGE_OPTIONS],
  examples: [
    'qabyl init --department "Ақжайлау ауданының білім бөлімі" --code akzhailau --bin 240340021453 --admin-iin 850101300123 --admin-name "Серікова Айгүл Маратқызы" --year 2027-2028',
    'qabyl init --db postgres://qabyl@db.example.kz/qabyl …',
  ],
  async run(context, options) {
    const first = await readFirst(context, options);
    const target = readTarget(context.settings.db, context.environment.cwd);
    const isNew = target.kind === 'sqlite' && !existsSync(target.path);
    const database = await openDatabase(target, { create: true, program: 'qabyl init' });
    try {
      context.say(`${context.catalogue.reports.database(describeTarget(target))}\n`);
      return await changeDatabase(context, database, options, {
        command: 'init',
        actor: first.admin.iin,
        prepare: tx => migrate(tx, database),
        operation: firstRows(first),
        next: [
          ['qabyl', 'import-orgs', 'orgs.csv', '--as', first.admin.iin],
          ['qabyl', 'import-staff', 'staff.csv', '--org', first.code, '--as', first.admin.iin],
        ],
      });
    } finally {
      const empty = isNew && !(await database.dialect.hasTable(database.kysely, 'org'));
      await database.close();
      // Nothing was written, so nothing may be left; but another `init` may be about to write into the same file.
      if (empty && target.kind === 'sqlite' && readWriter(target.path).holder === null)
        for (const suffix of ['', '-wal', '-shm']) rmSync(`${target.path}${suffix}`, { force: true });
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
  const code = await need(context, 'code', options.code);
  const bin = readBin(await need(context, 'bin', options.bin));
  const iin = readIin(await need(context, 'admin-iin', options['admin-iin']));
  const name = readFullName(await need(context, 'admin-name', options['admin-name']));
  const year = readAcademicYear(await need(context, 'year', context.settings.year ?? undefined));
  const wrongCode: Problem[] = isOrgCode(code) ? [] : [problem('code-malformed', { code })];
  const wrong = [...wrongCode, ...[bin, iin, name, year].flatMap(problemOf)];
  if (wrong.length > 0 || !bin.ok || !iin.ok || !name.ok || !year.ok) throw new OperatorError(wrong);
  return {
    department: department.trim(),
    code,
    bin: bin.value,
    year: year.value,
    admin: { iin: iin.value, ...name.value },
  };
}

function problemOf(reading: Reading<unknown>): Problem[] {
  return reading.ok ? [] : [reading.problem];
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
    } else sink.summary.unchanged += 1;
    const years = await listYears(tx);
    const known = years.find(row => row.year === first.year) ?? null;
    if (known?.current !== 1) {
      for (const row of years.filter(one => one.current === 1))
        sink.put('year', row, { year: row.year, current: 0 });
      sink.put('year', known, { year: first.year, current: 1 });
    }
    return { org: first.code, year: first.year };
  };
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
