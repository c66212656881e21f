/** The encodings that table files may be in. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1251', 'kz-1048', 'pt154'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Encodings that a file may turn out to be in when it is none of those that are found by themselves. */
export type EncodingSuspect = 'dos-866' | 'mac-cyrillic' | 'pt154';

/** How one encoding reads some bytes of a file. */
export interface EncodingReading {
  readonly encoding: Encoding;
  readonly text: string;
}

/** What can be wrong with the encoding of a text file: code → arguments. */
export interface EncodingProblems {
  /** `byte` in hexadecimal, the first that is not UTF-8 */
  'file-not-utf8': { byte: string };
  /** `byte` in hexadecimal, the first that the encoding does not have */
  'byte-undefined': { encoding: Encoding; byte: string };
  /** several readings of one name */
  'encoding-ambiguous': { readings: readonly EncodingReading[] };
  'encoding-unrecognised': { suspect: EncodingSuspect | null };
  // What the command line said about it
  'encoding-name-unknown': { value: string; known: readonly Encoding[] };
  'encoding-contradicted': { declared: Encoding; found: Encoding };
}
