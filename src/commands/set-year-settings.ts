import { type Context, need } from '../context.ts';
import type { Database } from '../db/database.ts';
import {
  findSeasonRules,
  findSettings,
  readSeasonRules,
  seasonRulesOfYear,
  settingsOf,
  settingsOfYear,
} from '../db/season.ts';
import { problem } from '../domain/problem.ts';
import type { AcademicYear } from '../domain/season/academic-year.ts';
import { checkSeasonRules, defaultSeasonRules, type SeasonRules } from '../domain/season/window.ts';
import { type ExitCode, OperatorError } from '../errors.ts';
import { settingsFile } from '../input/settings-file.ts';
import { actorIin, beginActing } from './common/acting.ts';
import { defineCommand } from './common/command.ts';
import { findOrg, requireDepartment, requireSchool } from './common/lookup.ts';
import { CHANGE_OPTIONS, type OptionValues, TABLE_OPTIONS } from './common/options.ts';
import { changeDatabase, runChange } from './common/run-change.ts';
import {
  completeSettings,
  putSettings,
  readSettingsOptions,
  SCHOOL_OPTIONS,
} from './common/school-settings.ts';
import { readSeasonOptions, SEASON_OPTIONS, seasonRow } from './common/season-settings.ts';
import { tableInput } from './common/table-input.ts';

type Options = Pick<OptionValues, (typeof OPTIONS)[number]>;
const OPTIONS = [
  'school',
  ...SCHOOL_OPTIONS,
  'file',
  ...TABLE_OPTIONS,
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
  const given = await readSettingsOptions(context, options, stored);
  return changeDatabase(context, database, options, {
    command: 'set-year-settings',
    actor,
    next: [['qabyl', 'check-readiness', '--school', schoolText]],
    operation: async (tx, sink) => {
      const acting = await beginActing(context, tx, actor);
      const school = requireSchool(schoolText, acting.orgs);
      acting.authorize('set-year-settings', school);
      sink.read();
      // Another run may have stored something since the questions were asked: the flags go over what is there now.
      const now = await findSettings(tx, acting.year, school.code);
      const rules = await readSeasonRules(tx, acting.year, school.department);
      putSettings(sink, acting, school, completeSettings(given, now), { stored: now, rules });
      return { org: school.code, year: acting.year };
    },
  });
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
    input,
    operation: async (tx, sink) => {
      const acting = await beginActing(context, tx, actor);
      const lines = new Map<string, number>();
      const stored = await settingsOfYear(tx, acting.year);
      const rulesOf = await seasonRulesOfYear(tx, acting.year);
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
          else {
            acting.authorize('set-year-settings', org);
            const known = { stored: stored.get(org.code) ?? null, rules: rulesOf(org.department) };
            putSettings(sink, acting, org, value.settings, known, row.rowPlace);
          }
          lines.set(org.code, earlier ?? row.line);
        }
      const [only, more] = [...lines.keys()];
      return { org: more === undefined ? (only ?? null) : null, year: acting.year };
    },
  });
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
