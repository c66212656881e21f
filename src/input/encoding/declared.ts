import { ENCODINGS, type Encoding } from '../../domain/encoding-problems.ts';
import { problem } from '../../domain/problem.ts';
import { OperatorError } from '../../errors.ts';
import { ByteSurvey } from './byte-survey.ts';
import { encodingShown } from './detect.ts';
import { readEncodingName } from './names.ts';
import { markOf } from './unicode-shape.ts';

/**
 * The encoding that the command line names, unless the first bytes show another.
 * Throws OperatorError: encoding-name-unknown, encoding-contradicted.
 */
export function declaredEncoding(name: string, head: Buffer, file: string): Encoding {
  const place = { file, line: null, record: null, column: null, value: null };
  const declared = readEncodingName(name);
  if (declared === null)
    throw new OperatorError(problem('encoding-name-unknown', { value: name, known: ENCODINGS }, place));
  const shown = encodingShown(head);
  if (declared === 'utf-16' && (shown === 'utf-16le' || shown === 'utf-16be')) return shown;
  const taken = declared === 'utf-16' ? 'utf-16le' : declared;
  // Plain Latin letters are the same everywhere but in UTF-16.
  const found = shown === 'ascii' && taken.startsWith('utf-16') && !head.includes(0) ? 'utf-8' : shown;
  const doubtful = found === 'utf-8' && markOf(head) === null && !taken.startsWith('utf') && !isCertain(head);
  if (found !== null && found !== 'ascii' && found !== taken && !doubtful)
    throw new OperatorError(problem('encoding-contradicted', { declared: taken, found }, place));
  return taken;
}

/** Two letters of an encoding of single bytes may make one of UTF-8 by chance, but not many in a row. */
const MORE_THAN_CHANCE = 8;

function isCertain(head: Buffer): boolean {
  const survey = new ByteSurvey();
  survey.pass(head);
  return survey.letters >= MORE_THAN_CHANCE;
}
