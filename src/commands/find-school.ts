import { need } from '../context.ts';
import { problem } from '../domain/problem.ts';
import { OperatorError } from '../errors.ts';
import { shellLine } from '../output/shell-quote.ts';
import { defineCommand } from './common/command.ts';

/** What only a table has. */
const OF_TABLE = ['map', 'encoding', 'delimiter', 'sheet'] as const;

function toFile(file: string): string {
  return shellLine(['qabyl', 'find-school', '--file', file, '--output', 'answers.csv', '--json']);
}

/** `qabyl find-school`: which school serves an address, or every address of a table. */
export const findSchool = defineCommand({
  argument: 'address',
  options: ['file', 'department', 'output', ...OF_TABLE],
  examples: [
    'qabyl find-school "г. Ақжайлау, ул. Абая 45А, кв. 5"',
    'qabyl find-school "Тұмарбұлақ ауылы, Абай көшесі, 7 үй" --json',
    'qabyl find-school --file children.csv -o schools.csv',
  ],
  async run(context, options, argument) {
    if (options.file === undefined) {
      const idle = OF_TABLE.find(name => options[name] !== undefined);
      if (idle !== undefined)
        throw new OperatorError(problem('flag-needs', { flag: `--${idle}`, needs: '--file' }));
      const address = argument ?? (await need(context, 'address', argument));
      const { answerOne } = await import('./common/find-school/one-address.ts');
      return answerOne(context, options, address);
    }
    if (argument !== undefined)
      throw new OperatorError(problem('flags-conflict', { one: '--file', other: 'ADDRESS' }));
    if (context.manner.json && (options.output === undefined || options.output === '-'))
      throw new OperatorError(problem('answers-are-csv', { command: toFile(options.file) }));
    const { answerTable } = await import('./common/find-school/address-table.ts');
    return answerTable(context, { ...options, file: options.file });
  },
});
