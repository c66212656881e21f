/** Characters that a spreadsheet takes for the start of a formula: https://owasp.org/www-community/attacks/CSV_Injection */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * Rows as CSV (RFC 4180, commas, CRLF). A cell that a spreadsheet would run as a formula starts with an apostrophe,
 * except a plain phone number or negative number, which no spreadsheet runs.
 */
export function formatCsv(rows: readonly (readonly string[])[]): string {
  return rows.map(row => `${row.map(formatCell).join(',')}\r\n`).join('');
}

function formatCell(text: string): string {
  const safe = FORMULA.test(text) && !/^[+-]\d+$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
