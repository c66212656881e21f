/** What a number format makes of a number, as far as its value is concerned. */
export type NumberFormat =
  /** shown as a number */
  | 'number'
  /** a date, a time or both: the number counts days */
  | 'date'
  /** a whole number is filled up with zeros to this many digits */
  | { readonly digits: number };

/**
 * Formats that are known by number alone (ECMA-376 part 1, 18.8.30): dates and times, those of East Asian languages
 * included. The others of the list are numbers.
 */
export function builtInFormat(id: number): NumberFormat {
  const isDate =
    (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
  return isDate ? 'date' : 'number';
}

/** Reads a format code such as `dd.mm.yyyy;@` or `000000000000`. Only its first section counts: positive numbers. */
export function readFormatCode(code: string): NumberFormat {
  const section = withoutLiterals(code);
  if (/^0{2,}$/.test(section)) return { digits: section.length };
  // `General` has none of these letters; the E of `0.00E+00` is none of them either.
  return /[dmyhs]/i.test(section) ? 'date' : 'number';
}

/** The first section without quoted and escaped text, fillers and brackets; of brackets, elapsed time stays. */
function withoutLiterals(code: string): string {
  let kept = '';
  for (let i = 0; i < code.length; i++) {
    const char = code[i];
    if (char === ';') break;
    if (char === '"' || char === '[') {
      const end = code.indexOf(char === '"' ? '"' : ']', i + 1);
      if (end < 0) break;
      const inside = code.slice(i + 1, end);
      if (char === '[' && /^(?:h+|m+|s+)$/i.test(inside)) kept += inside;
      i = end;
    } else if (char === '\\' || char === '_' || char === '*') i++;
    else kept += char;
  }
  return kept;
}
