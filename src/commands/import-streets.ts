import { need } from '../context.ts';
import { bindingsOf, streetsOf } from '../db/territory.ts';
import { problem } from '../domain/problem.ts';
import { OperatorError } from '../errors.ts';
import { streetFile } from '../input/street-file.ts';
import { type Acting, actorIin, beginActing } from './common/acting.ts';
import { defineCommand } from './common/command.ts';
import { requireDepartment } from './common/lookup.ts';
import { CHANGE_OPTIONS, TABLE_OPTIONS } from './common/options.ts';
import { changeDatabase } from './common/run-change.ts';
import { StreetList } from './common/street-list.ts';
import { needFile, tableInput } from './common/table-input.ts';

/** `qabyl import-streets`: the street list of a department's year. Step 3. */
export const importStreets = defineCommand({
  argument: 'file',
  options: ['department', 'sync', ...TABLE_OPTIONS, ...CHANGE_OPTIONS],
  examples: ['qabyl import-streets streets.csv', 'qabyl import-streets streets.csv --sync --dry-run'],
  async run(context, options, argument) {
    // A row that cannot be read would pass for a street that is no longer there.
    if (options.sync && options['skip-invalid'])
      throw new OperatorError(problem('flags-conflict', { one: '--sync', other: '--skip-invalid' }));
    const input = tableInput(context, await needFile(context, argument), streetFile, options);
    const actor = await actorIin(context);
    return context.withDatabase(async database => {
      const own = async () => database.read(async db => ownDepartment(await beginActing(context, db, actor)));
      // Asked before the change begins: nothing may be locked while a person thinks.
      const departmentText = await need(context, 'department', options.department ?? (await own()));
      return changeDatabase(context, database, options, {
        command: 'import-streets',
        actor,
        input,
        next: [['qabyl', 'bind-streets', '--file', 'bindings.csv']],
        operation: async (tx, sink) => {
          const acting = await beginActing(context, tx, actor);
          const department = requireDepartment(departmentText, acting.orgs);
          acting.authorize('import-streets', department);
          const known = await streetsOf(tx, acting.year, department.code);
          const list = new StreetList(sink, acting.year, department.code, known);
          for await (const batch of input.entries(sink)) for (const entry of batch) list.take(entry);
          list.settle();
          list.warnOfSharedNames();
          if (options.sync) list.removeAbsent(await bindingsOf(tx, acting.year, department.code));
          return { org: department.code, year: acting.year };
        },
      });
    });
  },
});

/** The department whose streets the actor keeps, or else works at, when there is only one: nobody is asked for it in vain. */
function ownDepartment(acting: Acting): string | undefined {
  const departments = acting.orgs.all.filter(org => org.kind === 'department');
  const kept = departments.filter(org =>
    acting.actor.grants.some(grant => grant.org === org.code && grant.role === 'admin'),
  );
  const near = kept.length > 0 ? kept : departments.filter(org => acting.may('read', org));
  return near.length === 1 ? near[0]?.code : undefined;
}
