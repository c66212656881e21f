/** What may stand between the digits of a telephone number (see phone.ts). */
const BETWEEN = String.raw`[\s().\-\u2010-\u2015\u2212]*`;
/** Characters that nobody sees, pasted along with a number. */
const UNSEEN = String.raw`[\u00ad\u200b-\u200d\u2060\ufeff]*`;

/**
 * Whatever could be the number of a person. Every long run of digits is one, whole or as part of something else:
 * an IIN that lost its zeros has ten, and a BIN (public) cannot be told from a telephone with a digit before it.
 */
const NUMBERS = new RegExp(
  [
    String.raw`\d(?:${UNSEEN}\d){9,}`,
    String.raw`[78](?:${BETWEEN}${UNSEEN}\d){10,}`,
    String.raw`\d{6}[\s\-]\d{6}`,
    // all the digits of an IIN as a spreadsheet may write them
    String.raw`\d[.,]\d{5,}[eеEЕ]\+?1[01]`,
  ].join('|'),
  'gu',
);
/** The digits that stay, so that a reader knows what kind of number stood there: year and month, or 7 and the operator. */
const SHOWN = 4;

/**
 * Hides the IINs and telephones in a text that leaves the office, such as a report of a fault. What stays does not tell
 * two people born in the same month apart: a mark that did could be turned back into the number by trying all of them.
 */
export function maskPersonal(text: string): string {
  return text.replace(NUMBERS, number => {
    let seen = 0;
    return number.replace(/\d/g, digit => (++seen > SHOWN ? '*' : digit));
  });
}
