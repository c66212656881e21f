const DAY_SECONDS = 86_400;
const DAY_MS = DAY_SECONDS * 1000;
/** 9999-12-31 in the 1900 system, the last date that Excel shows. */
const LAST_SERIAL = 2_958_465;
/** The day before day 1 of 1900, and day 0 of 1904. */
const EPOCH_1900 = Date.UTC(1899, 11, 31);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const LAST_MS = Date.UTC(9999, 11, 31);
/** 29 February 1900, which Excel counts though the year had none (ECMA-376 part 1, 18.17.4.1). */
const LEAP_BUG = 60;

/**
 * The text of a day number: `2020-09-01`, with ` 14:30` or ` 14:30:15` when a time of day is there; a time alone when
 * the number is below 1. Null for a number that is no date. Day 60 of the 1900 system is `1900-02-29`: no such date
 * exists, which the rule of the column then says.
 * @param date1904 the workbook counts from 1904, as old ones from a Macintosh do
 */
export function serialDate(serial: number, date1904: boolean): string | null {
  if (!(serial >= 0) || serial > LAST_SERIAL + 1) return null;
  const seconds = Math.round(serial * DAY_SECONDS);
  const day = Math.floor(seconds / DAY_SECONDS);
  const time = timeText(seconds - day * DAY_SECONDS);
  if (day === 0 && !date1904) return time === '' ? '00:00' : time;
  const date = date1904 ? isoDate(EPOCH_1904 + day * DAY_MS) : date1900(day);
  return date === null ? null : time === '' ? date : `${date} ${time}`;
}

/** An ISO date or date-time of a cell that holds it as text, written as `serialDate` writes it. */
export function isoCellDate(text: string): string {
  const found = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::(\d{2})(?:\.\d+)?)?Z?)?$/.exec(text);
  if (!found) return text;
  const [, date = '', minutes, seconds = '00'] = found;
  const time = minutes === undefined || `${minutes}:${seconds}` === '00:00:00' ? '' : ` ${minutes}`;
  return `${date}${time}${time !== '' && seconds !== '00' ? `:${seconds}` : ''}`;
}

function date1900(day: number): string | null {
  if (day === LEAP_BUG) return '1900-02-29';
  return day > LAST_SERIAL ? null : isoDate(EPOCH_1900 + (day > LEAP_BUG ? day - 1 : day) * DAY_MS);
}

/** Null after the year 9999. */
function isoDate(ms: number): string | null {
  if (ms > LAST_MS) return null;
  const date = new Date(ms);
  // A sixth of the time of `toISOString`, which counts in a column of dates.
  return `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
}

function timeText(seconds: number): string {
  if (seconds === 0) return '';
  const minutes = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`;
  return seconds % 60 === 0 ? minutes : `${minutes}:${two(seconds % 60)}`;
}

function two(n: number): string {
  return n < 10 ? `0${n}` : `${n}`;
}
