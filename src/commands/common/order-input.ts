import { resolve } from 'node:path';
import type { FileFact } from '../../change/request.ts';
import type { Sink } from '../../change/sink.ts';
import type { Context } from '../../context.ts';
import type { Tx } from '../../db/dialect.ts';
import { problem, warning } from '../../domain/problem.ts';
import { quoted } from '../../domain/territory/order/order-draft.ts';
import { addingLine } from '../../domain/territory/order/order-verbs.ts';
import { readOrder } from '../../domain/territory/order/read-order.ts';
import { OperatorError } from '../../errors.ts';
import { readOrderFile } from '../../input/order-file.ts';
import type { RawBatch } from '../../input/raw-records.ts';
import { locateSource, openSource } from '../../input/source.ts';
import { shellLine } from '../../output/shell-quote.ts';
import type { Acting } from './acting.ts';
import type { BindingRequest } from './binding-request.ts';
import type { ChangeInput } from './change-input.ts';
import { type OrderPlan, planOrder } from './order-plan.ts';
import { type OrderManner, OrderResolver, type ResolvedItem } from './order-resolver.ts';
import { OrderSchools } from './order-schools.ts';

/** The text of an order on the command line (`bind-streets --order FILE`). */
export class OrderInput implements ChangeInput {
  readonly #context: Context;
  readonly #name: string;
  readonly #encoding: string | null;
  #facts: readonly FileFact[] = [];
  /** what the order says, by the numbers that its problems carry */
  items: readonly ResolvedItem[] = [];

  /**
   * @param name as typed; `-` for standard input
   * @throws OperatorError argument-missing for an empty name, stdin-is-keyboard
   */
  constructor(context: Context, name: string, encoding: string | undefined) {
    if (name === '') throw new OperatorError(problem('argument-missing', { name: 'FILE' }));
    if (name === '-' && context.environment.stdin.isTTY === true)
      throw new OperatorError(problem('stdin-is-keyboard', {}));
    this.#context = context;
    this.#name = name;
    this.#encoding = encoding ?? null;
  }

  get #path(): string {
    return this.#name === '-' ? '-' : resolve(this.#context.environment.cwd, this.#name);
  }

  /**
   * Reads the order and tells the sink how; gives what is to be bound.
   * @param only the school that the command names
   */
  async requests(
    tx: Tx,
    sink: Sink,
    acting: Acting,
    manner: OrderManner & { readonly replaceAll: boolean },
  ): Promise<readonly BindingRequest[]> {
    const source = openSource(this.#path, this.#context.environment.stdin, this.#name);
    const tableCommand = shellLine(['qabyl', 'bind-streets', '--file', this.#name]);
    const text = await readOrderFile(source, this.#encoding, tableCommand);
    this.#facts = [{ name: this.#name, sha256: source.sha256() ?? '' }];
    const schools = new OrderSchools(acting);
    const reading = readOrder(text, words => schools.isSchool(words));
    const resolver = new OrderResolver(tx, acting, schools, manner);
    this.items = await resolver.resolve(reading);
    const place = { file: this.#name, line: null, record: null, column: null, value: null };
    sink.problem(...reading.problems.map(found => ({ ...found, where: place })));
    const adding = manner.replaceAll ? addingLine(text) : null;
    if (adding !== null)
      sink.problem(problem('order-adds', { words: quoted(adding.words) }, { ...place, line: adding.line }));
    const plan = planOrder(this.#name, reading, this.items);
    for (const { mention, school } of resolver.meant)
      sink.problem(
        warning(
          'order-school-meant',
          { text: mention.words, school },
          { ...place, line: mention.line, value: mention.words },
        ),
      );
    const { passed } = resolver;
    if (passed !== null)
      sink.problem(
        warning('order-closing', { words: quoted(passed.words) }, { ...place, line: passed.line }),
      );
    tell(sink, plan);
    return plan.requests;
  }

  facts(): readonly FileFact[] {
    return this.#facts;
  }

  async arrived(): Promise<void> {
    if (this.#path === '-') await locateSource('-', this.#context.environment.stdin, this.#name);
  }

  /** An order has no header. */
  info(): null {
    return null;
  }

  async *rawRecords(): AsyncGenerator<RawBatch, void, void> {
    // An order has no records: `--unread` writes what is wrong with it.
  }

  async cellPlaces() {
    return new Map();
  }
}

function tell(sink: Sink, { unread, lines, warnings, read }: OrderPlan): void {
  sink.read(read);
  sink.order = lines;
  sink.problem(...warnings);
  for (const problems of unread) sink.reject(problems);
}
