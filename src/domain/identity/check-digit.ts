const ZERO = 48;

/**
 * Whether the text is twelve ASCII digits of which the first pass confirms the last, as it does for nine numbers in
 * ten. False says only that `checkDigit` must decide.
 */
export function firstPassConfirms(text: string): boolean {
  if (text.length !== 12) return false;
  let sum = 0;
  for (let i = 0; i < 11; i++) {
    const digit = text.charCodeAt(i) - ZERO;
    if (digit < 0 || digit > 9) return false;
    sum += digit * (i + 1);
  }
  const remainder = sum % 11;
  return remainder < 10 && remainder === text.charCodeAt(11) - ZERO;
}

/**
 * The check digit that IINs and BINs share, from the first eleven of `digits` (ASCII digits only).
 *
 * Weights 1..11 modulo 11; a remainder of 10 sends it through 3,4,…,11,1,2; a second 10 means that no such
 * number is ever issued. Mind that the eleventh digit weighs 11 in the first pass, so a slip in it goes unseen
 * there: a right check digit is no proof.
 *
 * @returns 0..9, or null for a number that is never issued
 */
export function checkDigit(digits: string): number | null {
  let sum = 0;
  for (let i = 0; i < 11; i++) sum += (digits.charCodeAt(i) - ZERO) * (i + 1);
  if (sum % 11 < 10) return sum % 11;
  sum = 0;
  for (let i = 0; i < 11; i++) sum += (digits.charCodeAt(i) - ZERO) * (i < 9 ? i + 3 : i - 8);
  return sum % 11 < 10 ? sum % 11 : null;
}
