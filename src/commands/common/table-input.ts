import type { Sink } from '../../change/sink.ts';
import { type Context, need } from '../../context.ts';
import type { InputField } from '../../domain/input-problems.ts';
import { problem } from '../../domain/problem.ts';
import { OperatorError } from '../../errors.ts';
import type { FileKind } from '../../input/row-reading.ts';
import { badRecords, type Entry, readRows } from '../../input/rows.ts';
import { TableFile, type TableFlags } from './table-file.ts';

/** A table file of one kind, read row by row. */
export class TableInput<F extends InputField, T> extends TableFile<F> {
  readonly #kind: FileKind<F, T>;

  constructor(context: Context, name: string, kind: FileKind<F, T>, flags: TableFlags) {
    super(context, name, kind.spec, flags);
    this.#kind = kind;
  }

  /** Reads it from its start, telling the sink what was read and what is wrong; gives the good rows in batches. */
  async *entries(sink: Sink): AsyncGenerator<readonly Entry<F, T>[], void, void> {
    const source = this.source();
    for await (const { entries, repeated, problems, info } of readRows(source, this.#kind, this.options)) {
      if (info !== null) this.found(info);
      const bad = badRecords(problems);
      sink.read(entries.length + repeated + bad);
      sink.summary.rejected += bad;
      sink.problem(...problems);
      yield entries;
      await sink.drain();
    }
    this.wasRead(source.sha256() ?? '');
  }
}

/** A table file on the command line. Throws OperatorError: stdin-is-keyboard, and those of TableFile. */
export function tableInput<F extends InputField, T>(
  context: Context,
  name: string,
  kind: FileKind<F, T>,
  flags: TableFlags = {},
): TableInput<F, T> {
  refuseKeyboard(context, name);
  return new TableInput(context, name, kind, flags);
}

/** The file that a command cannot do without: its argument, or asked for. Throws OperatorError: stdin-is-keyboard. */
export async function needFile(context: Context, argument: string | undefined): Promise<string> {
  const name = await need(context, 'file', argument);
  refuseKeyboard(context, name);
  return name;
}

/** A terminal as input would wait for somebody who does not know that they are asked. */
function refuseKeyboard(context: Context, name: string): void {
  if (name === '-' && context.environment.stdin.isTTY === true)
    throw new OperatorError(problem('stdin-is-keyboard', {}));
}
