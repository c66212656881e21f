import { problem } from '../../problem.ts';
import { type DoctorCheck, type FactsOf, fails, passes, tells } from '../check.ts';
import { grantUsage } from './grant-statements.ts';

/** Program and database speak of the same schema: the rule of db/migrate.ts, with what is pending by name. */
export const schema: DoctorCheck<'schema'> = {
  id: 'schema',
  run: ({ target, version, foreign, known, first, closed }) => {
    if (closed !== null)
      return fails('forbidden', 'schema-closed', closed, grantUsage(closed.schema, closed.login));
    if (version === null)
      return tells(problem(foreign ? 'database-foreign' : 'database-missing', { target }));
    const at = known.indexOf(version);
    if (at < 0)
      return tells(problem('database-newer', { target, database: version, program: known.at(-1) ?? '' }));
    const pending = known.slice(at + 1);
    if (pending.length === 0) return passes('schema-current', { version });
    return fails(
      'settings',
      'schema-pending',
      { version, pending },
      { kind: 'qabyl', words: upgrade(first) },
    );
  },
};

/** `init` goes on only for the super-administrator of the first department, whom nobody but themselves names here. */
function upgrade(first: FactsOf<'schema'>['first']): readonly string[] {
  if (first === null) return ['qabyl', 'init'];
  const { name, code, bin } = first;
  const department = ['--department', name, '--code', code, '--bin', bin ?? 'BIN'];
  return ['qabyl', 'init', ...department, '--admin-iin', 'IIN', '--admin-name', 'NAME', '--year', 'YEAR'];
}
