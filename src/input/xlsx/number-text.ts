import type { NumberFormat } from './format-code.ts';
import { serialDate } from './serial-date.ts';

/** Excel keeps and shows this many digits; more are the noise of binary fractions. */
const SIGNIFICANT_DIGITS = 15;

/**
 * A number of a cell as text, as a person means it: 12 digits stay 12 digits (never `8.5E+11`), a whole number has no
 * `.0`, a fraction has a dot, a date is ISO. Text that is no number is left as it is.
 * @param raw as the file holds it: `850101300123`, `8.50101300123E11`, `0.1`
 */
export function numberText(raw: string, format: NumberFormat, date1904: boolean): string {
  if (format === 'number' && isDigits(raw)) return raw;
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw;
  if (format === 'date') return serialDate(value, date1904) ?? plainNumber(value);
  const text = plainNumber(value);
  return format === 'number' || !isDigits(text) ? text : text.padStart(format.digits, '0');
}

function plainNumber(value: number): string {
  if (Number.isInteger(value)) return String(value);
  return String(Number(value.toPrecision(SIGNIFICANT_DIGITS)));
}

/** True for a short row of digits without a zero in front, which is its own text. */
function isDigits(text: string): boolean {
  if (text.length === 0 || text.length > SIGNIFICANT_DIGITS) return false;
  if (text.charCodeAt(0) === 0x30 && text.length > 1) return false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x30 || code > 0x39) return false;
  }
  return true;
}
