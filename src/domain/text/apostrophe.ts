/** The typewriter's apostrophe, and what programs make of it: ’ ‘ ` */
const BEFORE_NUMBER = /^['\u2018\u2019`] ?(?=[+(\d])/u;

/** The text without the apostrophe that marks a number as text in a spreadsheet: `'850101300123`, `'+77017619108`. */
export function dropNumberApostrophe(text: string): string {
  return text.replace(BEFORE_NUMBER, '');
}
