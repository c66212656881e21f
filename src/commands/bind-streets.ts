import { need } from '../context.ts';
import { type Problem, problem } from '../domain/problem.ts';
import { OperatorError } from '../errors.ts';
import { bindingFile } from '../input/binding-file.ts';
import { readAcceptedPair } from './common/accepted-spellings.ts';
import { actorIin, beginActing } from './common/acting.ts';
import { Binder, type BindingRequest } from './common/binder.ts';
import { defineCommand } from './common/command.ts';
import { requireSchool } from './common/lookup.ts';
import { CHANGE_OPTIONS, type OptionValues, TABLE_OPTIONS } from './common/options.ts';
import { openOrder, orderConflicts } from './common/order-flags.ts';
import { runChange } from './common/run-change.ts';
import { tableInput } from './common/table-input.ts';

/** `qabyl bind-streets`: binds streets and houses to schools, or takes them away. Step 4. */
export const bindStreets = defineCommand({
  options: [
    'school',
    'street',
    'houses',
    'file',
    'unbind',
    'replace-all',
    'move',
    'share',
    'accept',
    'strict-ranges',
    'order',
    'unread',
    ...TABLE_OPTIONS,
    ...CHANGE_OPTIONS,
  ],
  examples: [
    'qabyl bind-streets --school school-3 --street "улица Абая" --houses "1-45, 2-60"',
    'qabyl bind-streets --school school-3 --street "Абай көшесі" --houses "12А" --move',
    'qabyl bind-streets --school school-3 --street "Абай көшесі" --houses "1-9" --share "ru"',
    'qabyl bind-streets --school school-3 --street "Абай көшесі" --unbind --yes',
    'qabyl bind-streets --file bindings.csv --dry-run',
    'qabyl bind-streets --file school-3.csv --replace-all',
    'qabyl bind-streets --order order.txt --dry-run --unread unread.csv',
  ],
  async run(context, options) {
    refuseConflicts(options);
    const input = options.file === undefined ? null : tableInput(context, options.file, bindingFile, options);
    const order = options.order === undefined ? null : await openOrder(context, options);
    const single: BindingRequest | null =
      input || order
        ? null
        : {
            school: await need(context, 'school', options.school),
            street: await need(context, 'street', options.street),
            houses: options.houses ?? '',
            row: null,
          };
    const accept = (options.accept ?? []).map(readAcceptedPair);
    const actor = await actorIin(context);
    return runChange(context, options, {
      command: 'bind-streets',
      actor,
      input: input ?? order?.input ?? null,
      ...(order?.unread ? { unread: order.unread } : {}),
      next: [['qabyl', 'review-territory', '--school', single?.school ?? options.school ?? 'SCHOOL']],
      operation: async (tx, sink) => {
        const acting = await beginActing(context, tx, actor);
        const binder = new Binder(tx, sink, acting, {
          unbind: options.unbind === true,
          replaceAll: options['replace-all'] === true,
          move: options.move === true,
          skipInvalid: options['skip-invalid'] === true,
          strictRanges: options['strict-ranges'] === true,
          share: options.share ?? null,
          accept,
        });
        const requests: BindingRequest[] = single ? [single] : [];
        if (single) sink.read();
        if (input)
          for await (const batch of input.entries(sink))
            requests.push(...batch.map(({ row, value }) => ({ ...value, row })));
        // `--file … --school S` makes sure that the file speaks of that school alone.
        const only = options.school === undefined ? null : requireSchool(options.school, acting.orgs);
        if (order) {
          const strictRanges = options['strict-ranges'] === true;
          const manner = { only, strictRanges, accept, replaceAll: options['replace-all'] === true };
          requests.push(...(await order.input.requests(tx, sink, acting, manner)));
        }
        await binder.bind(requests, only);
        return { org: only?.code ?? binder.onlySchool, year: acting.year };
      },
    });
  },
});

function refuseConflicts(
  options: Pick<
    OptionValues,
    | 'file'
    | 'street'
    | 'houses'
    | 'unbind'
    | 'replace-all'
    | 'move'
    | 'share'
    | 'skip-invalid'
    | 'order'
    | 'unread'
    | (typeof TABLE_OPTIONS)[number]
  >,
): void {
  const conflict = (one: string, other: string): Problem => problem('flags-conflict', { one, other });
  const found: Problem[] = [];
  if (options.file !== undefined && options.street !== undefined) found.push(conflict('--file', '--street'));
  if (options.file !== undefined && options.houses !== undefined) found.push(conflict('--file', '--houses'));
  found.push(...orderConflicts(options));
  if (options.unbind && options['replace-all']) found.push(conflict('--unbind', '--replace-all'));
  if (options.unbind && options.move) found.push(conflict('--unbind', '--move'));
  if (options.share !== undefined && options.move) found.push(conflict('--share', '--move'));
  if (options.share !== undefined && options.unbind) found.push(conflict('--share', '--unbind'));
  // One street replacing a whole territory is a slip far more often than it is meant.
  if (options['replace-all'] && options.file === undefined && options.order === undefined)
    found.push(problem('flag-needs', { flag: '--replace-all', needs: '--file / --order' }));
  // A row that cannot be read would pass for a street that the school no longer has.
  if (options['replace-all'] && options['skip-invalid'])
    found.push(conflict('--replace-all', '--skip-invalid'));
  if (found.length > 0) throw new OperatorError(found);
}
