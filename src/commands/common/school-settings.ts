import type { Sink } from '../../change/sink.ts';
import { type Context, need } from '../../context.ts';
import type { Tx } from '../../db/dialect.ts';
import type { StoredOrg } from '../../db/organisations.ts';
import type { SettingsRow } from '../../db/schema.ts';
import { findSettings, readSeasonRules } from '../../db/season.ts';
import { type Place, type Problem, problem } from '../../domain/problem.ts';
import { readClassSets, writeClassSets } from '../../domain/season/class-types.ts';
import { readWholeNumber } from '../../domain/season/whole-number.ts';
import { checkYearSettings, type YearSettings } from '../../domain/season/year-settings.ts';
import { readYesNo } from '../../domain/season/yes-no.ts';
import { OperatorError } from '../../errors.ts';
import type { Acting } from './acting.ts';
import type { OptionValues } from './options.ts';

/** The options that hold a school's year settings. */
export const SCHOOL_OPTIONS = ['total-places', 'intake', 'class-size', 'free-choice', 'classes'] as const;
type SchoolOptions = Pick<OptionValues, (typeof SCHOOL_OPTIONS)[number]>;

/** Flags change what is stored; what is not stored yet and not given is asked for. */
export async function readSettingsOptions(
  context: Context,
  options: SchoolOptions,
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

/** Judges one school's settings under the caps of its department, and streams them into the change. */
export async function putSettings(
  tx: Tx,
  sink: Sink,
  acting: Acting,
  school: StoredOrg,
  settings: YearSettings,
  where?: Place,
): Promise<void> {
  acting.authorize('set-year-settings', school);
  const { year } = acting;
  const rules = await readSeasonRules(tx, year, school.department);
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
