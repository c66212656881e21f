import { resolve } from 'node:path';
import type { FileFact } from '../../change/request.ts';
import type { Sink } from '../../change/sink.ts';
import { type Context, need } from '../../context.ts';
import type { InputField } from '../../domain/input-problems.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import { OperatorError } from '../../errors.ts';
import { readRawRecords } from '../../input/raw-records.ts';
import { readCellPlaces } from '../../input/read-cell-places.ts';
import type { FileKind } from '../../input/row-reading.ts';
import { type Entry, readRows } from '../../input/rows.ts';
import { openSource } from '../../input/source.ts';
import type { TableInfo } from '../../input/table-reader.ts';
import type { ChangeInput, InputInfo } from './change-input.ts';

/** A table file that a change is made from. */
export interface TableInput<F extends InputField, T> extends ChangeInput {
  /** Reads it from its start, telling the sink what was read and what is wrong; gives the good rows in batches. */
  entries(sink: Sink): AsyncGenerator<readonly Entry<F, T>[], void, void>;
}

export interface TableFlags {
  readonly map?: readonly string[] | undefined;
  readonly delimiter?: string | undefined;
  readonly encoding?: string | undefined;
  readonly sheet?: string | undefined;
}

/**
 * @param path `-` for standard input
 * @throws OperatorError flag-invalid for a `--map` that is not `Header=field`, argument-missing for a terminal as input
 */
export function tableInput<F extends InputField, T>(
  context: Context,
  path: string,
  kind: FileKind<F, T>,
  flags: TableFlags = {},
): TableInput<F, T> {
  const { environment } = context;
  const options = {
    map: readMap(flags.map ?? []),
    ...(flags.delimiter === undefined ? {} : { delimiter: flags.delimiter }),
    ...(flags.encoding === undefined ? {} : { encoding: flags.encoding }),
    ...(flags.sheet === undefined ? {} : { sheet: flags.sheet }),
  };
  // A terminal as input would wait for somebody who does not know that they are asked.
  if (path === '' || (path === '-' && environment.stdin.isTTY === true))
    throw new OperatorError(problem('argument-missing', { name: 'FILE' }));
  const file = path === '-' ? path : resolve(environment.cwd, path);
  let facts: readonly FileFact[] = [];
  let found: InputInfo | null = null;
  const source = () => openSource(file, environment.stdin, path);
  return {
    facts: () => facts,
    info: () => found,
    rawRecords: lines => readRawRecords(source(), kind.spec, options, found?.headers ?? [], lines),
    cellPlaces: lines => readCellPlaces(source(), found, lines),
    async *entries(sink) {
      const bytes = source();
      for await (const { entries, repeated, problems, info } of readRows(bytes, kind, options)) {
        if (info !== null) {
          // A file may be in plain Latin letters for so long that its encoding shows only later.
          if (found?.encoding !== info.encoding) tellTable(context, info);
          found = { ...info, headers: info.header.headers };
        }
        const bad = badRecords(problems);
        sink.read(entries.length + repeated + bad);
        sink.summary.rejected += bad;
        sink.problem(...problems);
        yield entries;
        await sink.drain();
      }
      facts = [{ name: path, sha256: bytes.sha256() ?? '' }];
    },
  };
}

/** The file that a command cannot do without: its argument, or asked for. */
export async function needFile(context: Context, argument: string | undefined): Promise<string> {
  return need(context, 'file', argument);
}

function readMap(pairs: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map(pair => {
      const at = pair.lastIndexOf('=');
      if (at <= 0)
        throw new OperatorError(
          problem('flag-invalid', { flag: '--map', value: pair, allowed: '"Header=field"' }),
        );
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}

/** What was found out about the file by itself is said, so that a wrong guess is seen. */
function tellTable<F extends InputField>(context: Context, info: TableInfo<F>): void {
  const { reports } = context.catalogue;
  const { header, skipped } = info;
  const columns = [...header.columnOf.keys()].map(field => context.catalogue.fields[field]).join(', ');
  context.say(`${reports.tableFound(info, columns)}\n`);
  if (skipped.length > 0) context.say(`${reports.rowsSkipped(skipped)}\n`);
  if (header.ignored.length > 0) context.say(`${reports.columnsIgnored(header.ignored.join(', '))}\n`);
}

/** Rows that cannot be used: each counts once, however much is wrong with it. */
function badRecords(problems: readonly Problem[]): number {
  const records = problems.filter(p => p.severity === 'error').map(p => p.where?.record ?? null);
  return new Set(records.filter(record => record !== null)).size;
}
