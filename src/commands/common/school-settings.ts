import type { Sink } from '../../change/sink.ts';
import { type Context, need } from '../../context.ts';
import type { StoredOrg } from '../../db/organisations.ts';
import type { SettingsRow } from '../../db/schema.ts';
import { settingsOf } from '../../db/season.ts';
import { type Place, type Problem, problem } from '../../domain/problem.ts';
import { readClassSets, writeClassSets } from '../../domain/season/class-types.ts';
import { readWholeNumber } from '../../domain/season/whole-number.ts';
import type { SeasonRules } from '../../domain/season/window.ts';
import { checkYearSettings, type YearSettings } from '../../domain/season/year-settings.ts';
import { readYesNo } from '../../domain/season/yes-no.ts';
import { OperatorError } from '../../errors.ts';
import type { Acting } from './acting.ts';
import type { OptionValues } from './options.ts';

/** The options that hold a school's year settings. */
export const SCHOOL_OPTIONS = ['total-places', 'intake', 'class-size', 'free-choice', 'classes'] as const;
type SchoolOptions = Pick<OptionValues, (typeof SCHOOL_OPTIONS)[number]>;

/**
 * What the flags say, and where something is not stored yet what a person answers. Nothing that is stored gets in:
 * another run may have changed it by the time this one writes.
 */
export async function readSettingsOptions(
  context: Context,
  options: SchoolOptions,
  stored: YearSettings | null,
): Promise<Partial<YearSettings>> {
  const asked = async (name: 'total-places' | 'intake' | 'class-size') =>
    stored === null && options[name] === undefined
      ? readCount(name, await need(context, name, undefined))
      : options[name];
  const given = {
    total_places: await asked('total-places'),
    intake: await asked('intake'),
    class_size: await asked('class-size'),
    free_choice: await readFreeChoice(context, options['free-choice'], stored),
    classes:
      options.classes === undefined && stored !== null
        ? undefined
        : readClasses(await need(context, 'classes', options.classes)),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/**
 * What was given over what is stored now.
 * @throws OperatorError flag-missing for what is neither
 */
export function completeSettings(given: Partial<YearSettings>, stored: SettingsRow | null): YearSettings {
  const known: Partial<YearSettings> = { ...(stored && settingsOf(stored)), ...given };
  const part = <K extends keyof YearSettings>(field: K, flag: string): YearSettings[K] => {
    const value = known[field];
    if (value === undefined) throw new OperatorError(problem('flag-missing', { flag }));
    return value;
  };
  return {
    total_places: part('total_places', '--total-places'),
    intake: part('intake', '--intake'),
    class_size: part('class_size', '--class-size'),
    free_choice: part('free_choice', '--free-choice'),
    classes: part('classes', '--classes'),
  };
}

async function readFreeChoice(
  context: Context,
  given: string | undefined,
  stored: YearSettings | null,
): Promise<boolean | undefined> {
  if (given === undefined && stored !== null) return undefined;
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

/** What is known of one school before its settings are put. */
export interface KnownSettings {
  readonly stored: (SettingsRow & { readonly change: number }) | null;
  /** in force in its department */
  readonly rules: SeasonRules;
}

/** Judges one school's settings under the caps of its department, and streams them into the change. */
export function putSettings(
  sink: Sink,
  { year }: Acting,
  school: StoredOrg,
  settings: YearSettings,
  { stored, rules }: KnownSettings,
  where?: Place,
): void {
  const found = checkYearSettings(settings, rules).map(p => (where ? ({ ...p, where } as Problem) : p));
  if (found.some(p => p.severity === 'error')) {
    sink.reject(found);
    return;
  }
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
  sink.put('settings', stored, after, { approval: 'settings-overwritten' });
}
