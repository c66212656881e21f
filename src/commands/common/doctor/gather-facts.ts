import type { Context } from '../../../context.ts';
import { readTarget, type Target } from '../../../db/target.ts';
import type { DoctorCheckId } from '../../../domain/doctor/check.ts';
import type { DoctorFacts } from '../../../domain/doctor/facts.ts';
import { programFacts } from '../../../output/program-facts.ts';
import { fileSections } from './file-sections.ts';
import { needs, section } from './section.ts';
import { serverSections } from './server-sections.ts';

/** The facts of a database, of whichever kind. */
export type DatabaseSections = Omit<DoctorFacts, 'program' | 'configuration'>;

/** Looks at everything that the checks are about; what cannot be looked at does not hinder the rest. */
export async function gatherFacts(context: Context): Promise<DoctorFacts> {
  const { environment, settings } = context;
  const { configuration } = settings;
  return {
    program: { value: programFacts(environment.machine.node, environment.platform) },
    configuration: { value: configuration },
    ...(await databaseSections(context)),
  };
}

async function databaseSections(context: Context): Promise<DatabaseSections> {
  const { environment, settings } = context;
  const { fault, settings: said } = settings.configuration;
  // The file that cannot be used may name another database than the one that is taken by default.
  const isGuess = fault !== null && said.some(({ name, origin }) => name === 'db' && origin === 'default');
  if (isGuess) return unlooked('configuration');
  const target = await section<Target>(environment.signal, null, () =>
    readTarget(settings.db, environment.cwd),
  );
  if ('obstacle' in target) return { ...unlooked('database-reachable'), 'database-reachable': target };
  return target.value.kind === 'sqlite'
    ? fileSections(context, target.value)
    : serverSections(context, target.value);
}

function unlooked(check: DoctorCheckId): DatabaseSections {
  const open = needs(check);
  return { 'database-reachable': open, schema: open, 'write-lock': open, clock: open, history: open };
}
