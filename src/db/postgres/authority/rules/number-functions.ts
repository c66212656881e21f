import { isIsoDate } from '../../../../domain/identity/calendar-date.ts';
import { listSql } from './rule.ts';

/** The day exists: of a month `m`, with `leap` as a condition. Mirrors `isCalendarDate` (domain/identity). */
const dayExists = (m: string, d: string, leap: string) =>
  `${m} between 1 and 12 and ${d} >= 1 and (${d} <= 28 or ${d} <= case
    when ${m} in (4, 6, 9, 11) then 30 when ${m} <> 2 then 31 when ${leap} then 29 else 28 end)`;

/** Weights of the first eleven digits of an IIN or a BIN (domain.md, "IIN and BIN"): first pass, second pass. */
const FIRST_PASS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const SECOND_PASS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2];

/**
 * The sum of weighted digits modulo 11 of twelve digits `n` without the last. The digit at 10^k is ⌊n/10^k⌋ less ten
 * times ⌊n/10^(k+1)⌋, and minus ten is one modulo 11: so each ⌊n/10^k⌋ counts with the weight of its digit and of the
 * one to the right, and no digit is cut out. That is what makes it cheap: an import asks for every row.
 */
function weighted(weights: readonly number[]): string {
  const fromRight = [0, ...weights.toReversed()];
  const terms = fromRight.slice(1).flatMap((weight, k) => {
    const factor = (weight + (fromRight[k] ?? 0)) % 11;
    return factor === 0 ? [] : [`n / ${10 ** (k + 1)} * ${factor}`];
  });
  return `(${terms.join(' + ')}) % 11`;
}

/** The second pass only where the first gives ten, which is no digit; two tens are no digit either. */
const CHECKS = `(${weighted(FIRST_PASS)} = n % 10 or ${weighted(FIRST_PASS)} = 10 and ${weighted(SECOND_PASS)} = n % 10)`;

/** A text of ASCII digits alone; a backslash would be an escape in the cast, and the cast is the cheapest way to bytes. */
const ONLY_DIGITS = (text: string) =>
  `strpos(${text}, '\\') = 0 and btrim(${text}::bytea, '0123456789'::bytea) = ''::bytea`;

const simple = (name: string, arguments_: string, body: string) =>
  `create function ${name}(${arguments_}) returns boolean language sql immutable parallel safe as $$ select ${body} $$`;

/** What text may become a number at all, by the kind of it: cast only under these conditions. */
export const hasTwelveDigits = (column: string) => `octet_length(${column}) = 12 and ${ONLY_DIGITS(column)}`;
/** Twelve digits as a number, null for any other text. */
export const twelveDigits = (column: string) =>
  `case when ${hasTwelveDigits(column)} then ${column}::bigint end`;
/** Days of a year without a leap day, `01-01`, the years of `isCalendarDate`, and their leap days. */
const YEARS = Array.from({ length: 400 }, (_, i) => String(1800 + i));
const DAYS = Array.from({ length: 365 }, (_, i) =>
  new Date(Date.UTC(2001, 0, 1 + i)).toISOString().slice(5, 10),
);
const LEAP_DAYS = YEARS.map(year => `${year}-02-29`).filter(isIsoDate);

/**
 * Numbers of people and organisations, dates and telephones, as domain/identity reads them. Each body is one expression,
 * which the planner puts in the place of the call. `…_number` take what `twelveDigits` makes, so that a rule
 * over many rows makes it once a row.
 */
export const NUMBER_FUNCTIONS: readonly string[] = [
  // iinFault: YYMMDD, the century 1–6, four serial digits, the check digit. The years 00 of 1800 and 1900 were not leap.
  simple(
    'is_iin_number',
    'n bigint',
    `n / 100000 % 10 between 1 and 6
      and ${dayExists('n / 100000000 % 100', 'n / 1000000 % 100', 'n / 10000000000 % 4 = 0 and (n / 10000000000 <> 0 or n / 100000 % 10 >= 5)')}
      and ${CHECKS}`,
  ),
  simple(
    'is_iin',
    'text',
    `case when ${hasTwelveDigits('$1')} then is_iin_number($1::bigint) else false end`,
  ),
  // binFault: YYMM, the kind of entity 4–6, head office or branch 0–3, five serial digits, the check digit.
  simple(
    'is_bin_number',
    'n bigint',
    `n / 10000000 % 10 between 4 and 6 and n / 100000000 % 100 between 1 and 12 and n / 1000000 % 10 <= 3 and ${CHECKS}`,
  ),
  simple(
    'is_bin',
    'text',
    `case when ${hasTwelveDigits('$1')} then is_bin_number($1::bigint) else false end`,
  ),
  // isIsoDate: the planner makes a hashed table of each list, and nothing is cast.
  simple(
    'is_iso_date',
    'text',
    `case when substr($1, 6) in (${listSql(DAYS)}) then left($1, 5) in (${listSql(YEARS.map(year => `${year}-`))})
      else $1 in (${listSql(LEAP_DAYS)}) end`,
  ),
  // readPhone: E.164, +7 and ten digits; codes that begin with 0, 1, 2 or 5 nobody has.
  simple(
    'is_phone',
    'text',
    `case when octet_length($1) = 12 and ($1 collate "C" between '+73' and '+74a' or $1 collate "C" between '+76' and '+79a')
      and strpos($1, '\\') = 0 then btrim($1::bytea, '0123456789'::bytea) = '+'::bytea else false end`,
  ),
];
