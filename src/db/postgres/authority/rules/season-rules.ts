import { CLASS_TYPES, LANGUAGES } from '../../../../domain/season/class-words.ts';
import { LARGEST_COUNT } from '../../../../domain/season/whole-number.ts';
import { defaultSeasonRules, SEASON_CAPS, SEASON_DATES } from '../../../../domain/season/window.ts';
import { literal } from '../definer.ts';
import { everyRow, type RowRule } from './rule.ts';

const SETTINGS = `w.year || '/' || w.school`;
const SEASON = `w.year || '/' || w.department`;
const isCount = (column: string) => `w.${column} between 1 and ${LARGEST_COUNT}`;
const either = (words: readonly string[]) => words.join('|');
const arrayOf = (words: readonly string[]) => `array[${words.map(literal).join(', ')}]`;
const ENTRY = `(?:${either(LANGUAGES)}) (?:${either(CLASS_TYPES)}) [1-9][0-9]*x[1-9][0-9]*`;
/** The same in every year: the dates of the default depend on it, the caps do not. */
const LARGEST_CLASS = defaultSeasonRules('2027-2028').class_size_max;

/** Class sets of a stored text, in the order of writing. */
export const CLASS_FUNCTION = `create function class_sets(classes text)
  returns table (language integer, type integer, sets bigint, size bigint, place bigint) language sql immutable parallel safe as $$
    select array_position(${arrayOf(LANGUAGES)}, split_part(entry, ' ', 1)), array_position(${arrayOf(CLASS_TYPES)}, split_part(entry, ' ', 2)),
      split_part(split_part(entry, ' ', 3), 'x', 1)::bigint, split_part(split_part(entry, ' ', 3), 'x', 2)::bigint, place
    from unnest(string_to_array(classes, ', ')) with ordinality as e (entry, place) $$`;

/**
 * Class sets as `writeClassSets` writes them (domain/season/class-types): by language and type, larger classes first, no
 * language, type and size twice, up to five digits a number.
 */
export const CLASSES_FUNCTION = `create function are_class_sets(classes text) returns boolean language sql immutable parallel safe as $$
    select case when classes ~ '^${ENTRY}(?:, ${ENTRY})*$' and classes !~ '[0-9]{6}' then not exists (
      select from (select row (language, type, -size) as entry, lag(row (language, type, -size)) over (order by place) as before
        from class_sets(classes)) as listed
      where before >= entry) else false end $$`;

/** The year: domain/season/academic-year, and commands/init.ts, which switches the current one. */
export const YEAR_RULES: readonly RowRule[] = [
  everyRow('year-malformed', 'w.year', `w.year ~ '^2[01][0-9][0-9]-2[0-2][0-9][0-9]$'`),
  everyRow(
    'year-not-consecutive',
    'w.year',
    `case when w.year ~ '^[0-9]{4}-[0-9]{4}$' then split_part(w.year, '-', 2)::integer = split_part(w.year, '-', 1)::integer + 1 else false end`,
  ),
  {
    code: 'flag-missing',
    breaks: `select w.year from written as w where w.current = 1
      and exists (select from academic_year as y where y.current = 1 and y.year <> w.year)`,
  },
];

/** Source: domain/season/year-settings, `checkYearSettings`; a class size above the norm is only a warning. */
export const SETTINGS_RULES: readonly RowRule[] = [
  {
    code: 'org-not-school',
    breaks: `select ${SETTINGS} from written as w join org as o on o.code = w.school where o.kind <> 'school'`,
  },
  everyRow('settings-number', SETTINGS, ['total_places', 'intake', 'class_size'].map(isCount).join(' and ')),
  everyRow('classes-malformed', SETTINGS, 'are_class_sets(w.classes)'),
  everyRow('settings-intake-above-places', SETTINGS, 'w.intake <= w.total_places'),
  {
    code: 'settings-classes-sum',
    breaks: `select ${SETTINGS} from written as w where are_class_sets(w.classes)
      and w.intake <> (select sum(sets * size) from class_sets(w.classes))`,
  },
  {
    code: 'settings-size-above-class-size',
    breaks: `select ${SETTINGS} from written as w where are_class_sets(w.classes)
      and exists (select from class_sets(w.classes) where size > w.class_size)`,
  },
  {
    code: 'class-size-above-max',
    breaks: `select ${SETTINGS} from written as w join org as o on o.code = w.school
      left join season_rules as r on r.year = w.year and r.department = o.department
      where w.class_size > coalesce(r.class_size_max, ${LARGEST_CLASS})`,
  },
];

/** Source: domain/season/window, `checkSeasonRules`; a window that runs into the school year is only a warning. */
export const SEASON_RULES: readonly RowRule[] = [
  {
    code: 'org-not-department',
    breaks: `select ${SEASON} from written as w join org as o on o.code = w.department where o.kind <> 'department'`,
  },
  everyRow('date-impossible', SEASON, SEASON_DATES.map(column => `is_iso_date(w.${column})`).join(' and ')),
  everyRow(
    'season-date-year',
    SEASON,
    SEASON_DATES.map(column => `left(w.${column}, 4) = left(w.year, 4)`).join(' and '),
  ),
  everyRow('season-closes-first', SEASON, 'w.closes collate "C" >= w.opens'),
  everyRow('season-order-early', SEASON, 'w.order_from collate "C" >= w.opens'),
  everyRow('season-order-late', SEASON, 'w.order_from collate "C" <= w.study_starts'),
  everyRow('season-cap', SEASON, SEASON_CAPS.map(isCount).join(' and ')),
  everyRow('season-norm-above-max', SEASON, 'w.class_size_norm <= w.class_size_max'),
];
