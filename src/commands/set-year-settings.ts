import type { Sink } from '../change/sink.ts';
import { type Context, need } from '../context.ts';
import type { Database } from '../db/database.ts';
import type { Tx } from '../db/dialect.ts';
import type { StoredOrg } from '../db/organisations.ts';
import type { SeasonRulesRow, SettingsRow } from '../db/schema.ts';
import { findSeasonRules, findSettings } from '../db/season.ts';
import { readDate } from '../domain/identity/calendar-date.ts';
import { type Place, type Problem, problem } from '../domain/problem.ts';
import type { AcademicYear } from '../domain/season/academic-year.ts';
import { readClassSets, writeClassSets } from '../domain/season/class-types.ts';
import { readWholeNumber } from '../domain/season/whole-number.ts';
import { checkSeasonRules, defaultSeasonRules, type SeasonRules } from '../domain/season/window.ts';
import { checkYearSettings, type YearSettings } from '../domain/season/year-settings.ts';
import { readYesNo } from '../domain/season/yes-no.ts';
import { ExitCode, OperatorError } from '../errors.ts';
import { settingsFile } from '../input/settings-file.ts';
import { type Acting, actorIin, beginActing } from './common/acting.ts';
import { defineCommand } from './common/command.ts';
import { findOrg, requireDepartment, requireSchool } from './common/lookup.ts';
import { CHANGE_OPTIONS, type OptionValues } from './common/options.ts';
import { changeDatabase, runChange } from './common/run-change.ts';
import { tableInput } from './common/table-input.ts';

const SCHOOL_OPTIONS = ['total-places', 'intake', 'class-size', 'free-choice', 'classes'] as const;
const SEASON_OPTIONS = [
  'opens',
  'closes',
  'order-from',
  'study-starts',
  'class-size-norm',
  'class-size-max',
  'inside-per-outside',
] as const;
type Options = Pick<OptionValues, (typeof OPTIONS)[number]>;
const OPTIONS = [
  'school',
  ...SCHOOL_OPTIONS,
  'file',
  'map',
  'delimiter',
  'department',
  ...SEASON_OPTIONS,
  ...CHANGE_OPTIONS,
] as const;

/** `qabyl set-year-settings`: a school's places and classes, or a department's season. Step 8. */
export const setYearSettings = defineCommand({
  options: OPTIONS,
  examples: [
    'qabyl set-year-settings --school school-3 --total-places 900 --intake 75 --class-size 25 --free-choice yes --classes "kk general 2x25, ru general 1x25"',
    'qabyl set-year-settings --school school-3 --class-size 24',
    'qabyl set-year-settings --file settings.csv',
    'qabyl set-year-settings --department akzhailau --opens 2027-04-01 --closes 2027-08-31',
  ],
  async run(context, options) {
    refuseConflicts(options);
    const actor = await actorIin(context);
    if (options.file !== undefined) return setFromFile(context, options, options.file, actor);
    if (options.department !== undefined) return setSeason(context, options, options.department, actor);
    const school = await need(context, 'school', options.school);
    return context.withDatabase(database => setSchool(context, database, options, school, actor));
  },
});

function refuseConflicts(options: Options): void {
  const modes = (['school', 'file', 'department'] as const).filter(name => options[name] !== undefined);
  const [first, second] = modes;
  if (first && second)
    throw new OperatorError(problem('flags-conflict', { one: `--${first}`, other: `--${second}` }));
  const wrong = (options.department === undefined ? SEASON_OPTIONS : SCHOOL_OPTIONS).filter(
    name => options[name] !== undefined,
  );
  const needs = options.department === undefined ? '--department' : '--school';
  const found = wrong.map(name => problem('flag-needs', { flag: `--${name}`, needs }));
  if (found.length > 0) throw new OperatorError(found);
}

/** Flags change what is stored; what is not stored yet and not given is asked for. */
async function setSchool(
  context: Context,
  database: Database,
  options: Options,
  schoolText: string,
  actor: string,
): Promise<ExitCode> {
  const stored = await database.read(async db => {
    const acting = await beginActing(context, db, actor);
    const school = requireSchool(schoolText, acting.orgs);
    acting.authorize('set-year-settings', school);
    const row = await findSettings(db, acting.year, school.code);
    return row && settingsOf(row);
  });
  const settings = await readSettingsOptions(context, options, stored);
  return changeDatabase(context, database, options, {
    command: 'set-year-settings',
    actor,
    next: [['qabyl', 'check-readiness', '--school', schoolText]],
    operation: async (tx, sink) => {
      const acting = await beginActing(context, tx, actor);
      const school = requireSchool(schoolText, acting.orgs);
      sink.read();
      await putSettings(tx, sink, acting, school, settings);
      return { org: school.code, year: acting.year };
    },
  });
}

async function readSettingsOptions(
  context: Context,
  options: Options,
  stored: YearSettings | null,
): Promise<YearSettings> {
  const count = async (name: 'total-places' | 'intake' | 'class-size', known: number | undefined) =>
    options[name] ?? known ?? readCount(name, await need(context, name, undefined));
  const total_places = await count('total-places', stored?.total_places);
  const intake = await count('intake', stored?.intake);
  const class_size = await count('class-size', stored?.class_size);
  const free_choice = await readFreeChoice(context, options['free-choice'], stored);
  const classes =
    options.classes === undefined && stored !== null
      ? stored.classes
      : readClasses(await need(context, 'classes', options.classes));
  return { total_places, intake, class_size, free_choice, classes };
}

async function readFreeChoice(
  context: Context,
  given: string | undefined,
  stored: YearSettings | null,
): Promise<boolean> {
  if (given === undefined && stored !== null) return stored.free_choice;
  const read = readYesNo(await need(context, 'free-choice', given, ['yes', 'no']));
  if (!read.ok) throw new OperatorError(read.problem);
  return read.value;
}

function readCount(name: string, text: string): number {
  const read = readWholeNumber(text, 1);
  if (!read.ok)
    throw new OperatorError(
      problem('flag-invalid', { flag: `--${name}`, value: text, allowed: '1, 2, 3 …' }),
    );
  return read.value;
}

function readClasses(text: string) {
  const { value, problems } = readClassSets(text);
  if (problems.length > 0) throw new OperatorError(problems);
  return value;
}

async function setFromFile(
  context: Context,
  options: Options,
  file: string,
  actor: string,
): Promise<ExitCode> {
  const input = tableInput(context, file, settingsFile, options);
  return runChange(context, options, {
    command: 'set-year-settings',
    actor,
    files: input.facts,
    operation: async (tx, sink) => {
      const acting = await beginActing(context, tx, actor);
      const lines = new Map<string, number>();
      for await (const batch of input.entries(sink))
        for (const { row, value } of batch) {
          const school = findOrg(value.school, acting.orgs);
          if (!school.ok) {
            sink.reject([{ ...school.problem, where: row.place('school') }]);
            continue;
          }
          const org = school.value;
          const earlier = lines.get(org.code);
          if (org.kind !== 'school')
            sink.reject([problem('org-not-school', { org: org.code }, row.place('school'))]);
          else if (earlier !== undefined)
            sink.reject([
              problem('settings-twice', { school: org.code, line: earlier }, row.place('school')),
            ]);
          else await putSettings(tx, sink, acting, org, value.settings, row.rowPlace);
          lines.set(org.code, earlier ?? row.line);
        }
      const [only, more] = [...lines.keys()];
      return { org: more === undefined ? (only ?? null) : null, year: acting.year };
    },
  });
}

async function putSettings(
  tx: Tx,
  sink: Sink,
  acting: Acting,
  school: StoredOrg,
  settings: YearSettings,
  where?: Place,
): Promise<void> {
  acting.authorize('set-year-settings', school);
  const { year } = acting;
  const rules = await rulesFor(tx, year, school.department);
  const found = checkYearSettings(settings, rules).map(p => (where ? ({ ...p, where } as Problem) : p));
  if (found.some(p => p.severity === 'error')) return sink.reject(found);
  sink.problem(...found);
  const { total_places, intake, class_size, free_choice, classes } = settings;
  const after: SettingsRow = {
    year,
    school: school.code,
    total_places,
    intake,
    class_size,
    free_choice: free_choice ? 1 : 0,
    classes: writeClassSets(classes),
  };
  sink.put('settings', await findSettings(tx, year, school.code), after, {
    approval: 'settings-overwritten',
  });
  return undefined;
}

function settingsOf(row: SettingsRow): YearSettings {
  const { total_places, intake, class_size, free_choice, classes } = row;
  return {
    total_places,
    intake,
    class_size,
    free_choice: free_choice === 1,
    classes: readClassSets(classes).value,
  };
}

async function rulesFor(tx: Tx, year: string, department: string | null): Promise<SeasonRules> {
  const stored = department === null ? null : await findSeasonRules(tx, year, department);
  return stored ?? defaultSeasonRules(year as AcademicYear);
}

/** `--department`: every date and cap of the season has a default; flags change what is in force. */
async function setSeason(
  context: Context,
  options: Options,
  departmentText: string,
  actor: string,
): Promise<ExitCode> {
  if (SEASON_OPTIONS.every(name => options[name] === undefined))
    throw new OperatorError(problem('nothing-to-change', { command: 'set-year-settings' }));
  const given = readSeasonOptions(options);
  return runChange(context, options, {
    command: 'set-year-settings',
    actor,
    next: [['qabyl', 'check-readiness', '--department', departmentText]],
    operation: async (tx, sink) => {
      const acting = await beginActing(context, tx, actor);
      const department = requireDepartment(departmentText, acting.orgs);
      acting.authorize('set-window', department);
      sink.read();
      const { year } = acting;
      const before = await findSeasonRules(tx, year, department.code);
      const rules: SeasonRules = { ...(before ?? defaultSeasonRules(year as AcademicYear)), ...given };
      const found = checkSeasonRules(rules, year as AcademicYear);
      if (found.some(p => p.severity === 'error')) sink.reject(found);
      else {
        sink.problem(...found);
        sink.put('season-rules', before, seasonRow(year, department.code, rules), {
          approval: 'settings-overwritten',
        });
      }
      return { org: department.code, year };
    },
  });
}

function seasonRow(year: string, department: string, rules: SeasonRules): SeasonRulesRow {
  const { opens, closes, order_from, study_starts, class_size_norm, class_size_max, inside_per_outside } =
    rules;
  return {
    year,
    department,
    opens,
    closes,
    order_from,
    study_starts,
    class_size_norm,
    class_size_max,
    inside_per_outside,
  };
}

function readSeasonOptions(options: Options): Partial<SeasonRules> {
  const dates = {
    opens: options.opens,
    closes: options.closes,
    order_from: options['order-from'],
    study_starts: options['study-starts'],
  };
  const caps = {
    class_size_norm: options['class-size-norm'],
    class_size_max: options['class-size-max'],
    inside_per_outside: options['inside-per-outside'],
  };
  const wrong: Problem[] = [];
  const read = Object.entries(dates).flatMap(([field, text]) => {
    if (text === undefined) return [];
    const date = readDate(text);
    if (!date.ok) wrong.push(date.problem);
    return date.ok ? [[field, date.value] as const] : [];
  });
  // A date that is none is a slip of the command line.
  if (wrong.length > 0) throw new OperatorError(wrong, { exitCode: ExitCode.usage });
  const given = Object.entries(caps).filter(([, value]) => value !== undefined);
  return Object.fromEntries([...read, ...given]);
}
