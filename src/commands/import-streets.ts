import { need } from '../context.ts';
import { bindingsOf, streetsOf } from '../db/territory.ts';
import { problem } from '../domain/problem.ts';
import { OperatorError } from '../errors.ts';
import { type Acting, actorIin, beginActing } from './common/acting.ts';
import { defineCommand } from './common/command.ts';
import { KnownHouses } from './common/known-houses.ts';
import { requireDepartment } from './common/lookup.ts';
import { CHANGE_OPTIONS, type OptionValues, TABLE_OPTIONS } from './common/options.ts';
import { changeDatabase } from './common/run-change.ts';
import { streetFiles } from './common/street-files.ts';
import { StreetList } from './common/street-list.ts';

type Options = Pick<OptionValues, 'sync' | 'skip-invalid' | 'houses-file'>;

/** `qabyl import-streets`: the street list of a department's year. Step 3. */
export const importStreets = defineCommand({
  argument: 'file',
  options: ['department', 'sync', 'houses-file', ...TABLE_OPTIONS, ...CHANGE_OPTIONS],
  examples: [
    'qabyl import-streets streets.csv',
    'qabyl import-streets streets.csv --sync --dry-run',
    'qabyl import-streets --houses-file houses.csv',
  ],
  async run(context, options, argument) {
    refuseConflicts(options, argument);
    const files = await streetFiles(context, options, argument);
    const actor = await actorIin(context);
    return context.withDatabase(async database => {
      const own = async () => database.read(async db => ownDepartment(await beginActing(context, db, actor)));
      // Asked before the change begins: nothing may be locked while a person thinks.
      const departmentText = await need(context, 'department', options.department ?? (await own()));
      return changeDatabase(context, database, options, {
        command: 'import-streets',
        actor,
        input: files.input,
        next: [['qabyl', 'bind-streets', '--file', 'bindings.csv']],
        operation: async (tx, sink) => {
          const acting = await beginActing(context, tx, actor);
          const department = requireDepartment(departmentText, acting.orgs);
          acting.authorize('import-streets', department);
          const scope = { year: acting.year, department: department.code, replacing: options.sync === true };
          const list = new StreetList(sink, scope, await streetsOf(tx, scope.year, scope.department));
          if (files.streets) {
            for await (const batch of files.streets.entries(sink))
              for (const entry of batch) list.take(entry);
            list.settle();
            list.warnOfSharedNames();
          }
          if (files.houses) {
            const houses = new KnownHouses(sink, list.streets);
            for await (const batch of files.houses.entries(sink))
              for (const entry of batch) houses.take(entry);
            for (const { street, houses: known } of houses.settle()) list.setHouses(street, known);
          }
          await list.emit();
          if (options.sync) await list.removeAbsent(await bindingsOf(tx, scope.year, scope.department));
          return { org: department.code, year: acting.year };
        },
      });
    });
  },
});

function refuseConflicts(options: Options, argument: string | undefined): void {
  // A row that cannot be read would pass for a street that is no longer there.
  if (options.sync && options['skip-invalid'])
    throw new OperatorError(problem('flags-conflict', { one: '--sync', other: '--skip-invalid' }));
  const housesFile = options['houses-file'];
  if (housesFile === undefined) return;
  if (options.sync && argument === undefined)
    throw new OperatorError(problem('flag-needs', { flag: '--sync', needs: 'FILE' }));
  // Standard input can be read for one of the two only.
  if (housesFile === '-' && argument === '-')
    throw new OperatorError(problem('flags-conflict', { one: 'FILE -', other: '--houses-file -' }));
}

/** The department whose streets the actor keeps, or else works at, when there is only one: nobody is asked for it in vain. */
function ownDepartment(acting: Acting): string | undefined {
  const departments = acting.orgs.all.filter(org => org.kind === 'department');
  const kept = departments.filter(org =>
    acting.actor.grants.some(grant => grant.org === org.code && grant.role === 'admin'),
  );
  const near = kept.length > 0 ? kept : departments.filter(org => acting.may('read', org));
  if (near.length > 0) return near.length === 1 ? near[0]?.code : undefined;
  // Who works at a school alone is told that the list is not theirs, not that a flag is missing.
  const above = acting.orgs.all.filter(org => acting.actor.grants.some(grant => grant.org === org.code));
  return above.find(({ department }) => department !== null)?.department ?? undefined;
}
