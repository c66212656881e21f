import { type DocumentOf, parseDocument } from '../../support/json-schemas.ts';
import { qabyl, type RunOptions } from '../../support/run.ts';

/** One check as the document has it. */
export type Check = DocumentOf<'qabyl.doctor/1'>['checks'][number];

/** What `doctor` found of a database: the exit code, the checks by id, and those that do not pass. */
export async function examination(
  db: string | undefined,
  options: RunOptions = {},
  ...argv: readonly string[]
) {
  const run = await qabyl(['doctor', ...argv, '--json'], { db, ...options });
  const document = parseDocument(run, 'qabyl.doctor/1');
  const of = (id: string): Check => {
    const found = document.checks.find(check => check.id === id);
    if (found === undefined) throw new Error(`no check ${id} in\n${run.stdout}`);
    return found;
  };
  const troubled = document.checks
    .filter(({ status }) => status !== 'pass')
    .map(({ id, status, code }) => `${id} ${status} ${code}`);
  return { code: run.code, document, of, troubled };
}
