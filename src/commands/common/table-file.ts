import { resolve } from 'node:path';
import type { FileFact } from '../../change/request.ts';
import type { Context } from '../../context.ts';
import type { InputField } from '../../domain/input-problems.ts';
import { problem } from '../../domain/problem.ts';
import { OperatorError } from '../../errors.ts';
import { type RawBatch, readRawRecords } from '../../input/raw-records.ts';
import { readCellPlaces } from '../../input/read-cell-places.ts';
import { locateSource, openSource, type Source, type SourceFile } from '../../input/source.ts';
import type { TableOptions } from '../../input/table-options.ts';
import type { TableInfo } from '../../input/table-reader.ts';
import type { TableSpec } from '../../input/table-spec.ts';
import type { ChangeInput, InputInfo } from './change-input.ts';

/** What the command line says about a table file. */
export interface TableFlags {
  readonly map?: readonly string[] | undefined;
  readonly delimiter?: string | undefined;
  readonly encoding?: string | undefined;
  readonly sheet?: string | undefined;
}

/** A table file that a change is made from: where its bytes are, how it is read, and what its reading has found out. */
export class TableFile<F extends InputField> implements ChangeInput {
  readonly options: TableOptions;
  readonly #context: Context;
  readonly #name: string;
  readonly #path: string;
  readonly #spec: TableSpec<F>;
  #facts: readonly FileFact[] = [];
  #found: InputInfo | null = null;

  /**
   * @param name as typed; `-` for standard input
   * @throws OperatorError flag-invalid for a `--map` that is not `Header=field`, argument-missing for none
   */
  constructor(context: Context, name: string, spec: TableSpec<F>, flags: TableFlags) {
    const { cwd } = context.environment;
    if (name === '') throw new OperatorError(problem('argument-missing', { name: 'FILE' }));
    this.#context = context;
    this.#name = name;
    this.#path = name === '-' ? name : resolve(cwd, name);
    this.#spec = spec;
    this.options = {
      map: readMap(flags.map ?? []),
      ...(flags.delimiter === undefined ? {} : { delimiter: flags.delimiter }),
      ...(flags.encoding === undefined ? {} : { encoding: flags.encoding }),
      ...(flags.sheet === undefined ? {} : { sheet: flags.sheet }),
    };
  }

  /** Its bytes, from the start each time. */
  source(): Source {
    return openSource(this.#path, this.#context.environment.stdin, this.#name);
  }

  /** Where its bytes are, for another thread. */
  locate(): Promise<SourceFile> {
    return locateSource(this.#path, this.#context.environment.stdin, this.#name);
  }

  /** Notes what a reading has found out, and says it once. */
  found(info: TableInfo<F>): void {
    // A file may be in plain Latin letters for so long that its encoding shows only later.
    if (this.#found?.encoding !== info.encoding)
      tellTable(this.#context, info, this.#spec.repeatsColumns === true);
    this.#found = { ...info, headers: info.header.headers };
  }

  /** Notes that it was read to its end. @param sha256 hexadecimal */
  wasRead(sha256: string): void {
    this.#facts = [{ name: this.#name, sha256 }];
  }

  facts(): readonly FileFact[] {
    return this.#facts;
  }

  async arrived(): Promise<void> {
    if (this.#path === '-') await this.locate();
  }

  info(): InputInfo | null {
    return this.#found;
  }

  rawRecords(lines: ReadonlySet<number>): AsyncGenerator<RawBatch, void, void> {
    return readRawRecords(this.source(), this.#spec, this.options, this.#found?.headers ?? [], lines);
  }

  cellPlaces(lines: ReadonlySet<number>) {
    return readCellPlaces(this.source(), this.#found, lines);
  }
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

/** Of the columns that are left out so many are named: a table may have hundreds. */
const NAMED_COLUMNS = 10;

/** What was found out about the file by itself is said, so that a wrong guess is seen. */
function tellTable<F extends InputField>(context: Context, info: TableInfo<F>, isRepeated: boolean): void {
  const { reports } = context.catalogue;
  const { header, skipped } = info;
  const columns = [...header.columnOf.keys()].map(field => context.catalogue.fields[field]).join(', ');
  context.say(`${reports.tableFound(info, columns)}\n`);
  if (skipped.length > 0) context.say(`${reports.rowsSkipped(skipped)}\n`);
  const named = header.ignored.slice(0, NAMED_COLUMNS);
  const more = header.ignored.length - named.length;
  const left = more > 0 ? [...named, reports.moreColumns(more)] : named;
  if (left.length === 0) return;
  const tell = isRepeated ? reports.columnsRepeated : reports.columnsIgnored;
  context.say(`${tell(left.join(', '))}\n`);
}
