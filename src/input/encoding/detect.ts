import { isAscii } from 'node:buffer';
import type { Encoding } from '../../domain/encoding-problems.ts';
import { problem } from '../../domain/problem.ts';
import { OperatorError } from '../../errors.ts';
import type { Source } from '../source.ts';
import { ByteSurvey } from './byte-survey.ts';
import { chooseSingleByte } from './single-byte-choice.ts';
import { markOf, utf16Shape } from './unicode-shape.ts';
import { beginsAsUtf8 } from './utf8-decoder.ts';

/**
 * The encoding that the first bytes show by themselves: a mark, the shape of UTF-16, letters of UTF-8.
 * `ascii` when they have only what all encodings but UTF-16 have in common; null when they are something else.
 */
export function encodingShown(bytes: Buffer): Encoding | 'ascii' | null {
  const shown = markOf(bytes)?.encoding ?? utf16Shape(bytes);
  if (shown) return shown;
  if (isAscii(bytes)) return 'ascii';
  return beginsAsUtf8(bytes) ? 'utf-8' : null;
}

/**
 * The encoding of a file that is not plainly Unicode; its bytes are gone over for it. A file that is mostly UTF-8 is
 * UTF-8 with some damage, which its reading will place.
 * Throws OperatorError: those of the source, encoding-ambiguous, encoding-unrecognised.
 */
export async function surveyEncoding(source: Source): Promise<Encoding> {
  const survey = new ByteSurvey();
  for await (const chunk of source.chunks()) {
    survey.pass(chunk);
    if (survey.enough) break;
  }
  survey.end();
  if (survey.letters > survey.strays) return 'utf-8';
  const choice = await chooseSingleByte(survey);
  if ('found' in choice) return choice.found;
  const place = { file: source.name, line: null, record: null, column: null, value: null };
  throw new OperatorError(
    'ambiguous' in choice
      ? problem('encoding-ambiguous', { readings: choice.ambiguous }, place)
      : problem('encoding-unrecognised', { suspect: choice.suspect }, place),
  );
}
