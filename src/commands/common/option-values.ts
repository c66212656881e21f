// What the options that are not plain texts, numbers or choices take; each throws OperatorError flag-invalid.
import { ENCODINGS } from '../../domain/encoding-problems.ts';
import { readYesNo } from '../../domain/season/yes-no.ts';
import { readEncodingName } from '../../input/encoding/names.ts';
import { invalid } from './option-shape.ts';

/** Any usual name of an encoding, kept as written: `utf-16` is decided by the file. */
export function readEncoding(value: string): string {
  if (readEncodingName(value) === null) throw invalid('--encoding', value, ENCODINGS.join(', '));
  return value;
}

/** At least as many digits of a version as are shown (`shortVersion`). */
export function readVersion(value: string): string | true {
  if (!/^[0-9a-f]{12,64}$/i.test(value)) throw invalid('--confirm', value, '1f0a9c5d7e3b');
  return value.toLowerCase();
}

/** Yes or no in any of the three languages, as in files. */
export function readAnswer(flag: string, value: string): 'yes' | 'no' {
  const read = readYesNo(value);
  if (!read.ok) throw invalid(flag, value, 'yes, no');
  return read.value ? 'yes' : 'no';
}

/** `10s`, `500ms`, `2m`, or plain seconds; in milliseconds. */
export function readDuration(value: string): number {
  const parts = /^(\d+(?:\.\d+)?)(ms|s|m)?$/.exec(value);
  if (!parts) throw invalid('--wait', value, '10s, 500ms, 2m');
  const unit = parts[2] === 'ms' ? 1 : parts[2] === 'm' ? 60_000 : 1000;
  return Number(parts[1]) * unit;
}
