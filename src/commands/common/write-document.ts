import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Context } from '../../context.ts';
import { problem } from '../../domain/problem.ts';
import { OperatorError } from '../../errors.ts';

/**
 * Puts a document where it was asked for: stdout, or the file of `--output`, which is then named.
 * @throws OperatorError output-unwritable
 */
export function writeDocument(context: Context, output: string | undefined, text: string): void {
  if (output === undefined || output === '-') {
    context.print(text);
    return;
  }
  try {
    writeFileSync(resolve(context.environment.cwd, output), text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new OperatorError(problem('output-unwritable', { file: output, reason }), { cause: error });
  }
  context.say(`${context.catalogue.reports.written(output)}\n`);
}
