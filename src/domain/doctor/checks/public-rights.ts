import { type DoctorCheck, fails, passes } from '../check.ts';
import { sql, sqlName, sqlTable } from './grant-statements.ts';

/** What everybody on the server may do, no guard asks who it is for: nothing here is for everybody. */
export const publicRights: DoctorCheck<'public-rights'> = {
  id: 'public-rights',
  run: ({ schema, create, tables }) => {
    if (!create && tables.length === 0) return passes('public-shut-out', { schema });
    return fails(
      'forbidden',
      'public-let-in',
      { schema, create, tables },
      ...(create ? [sql(`revoke create on schema ${sqlName(schema)} from public`)] : []),
      ...(tables.length === 0
        ? []
        : [sql(`revoke all on ${tables.map(table => sqlTable(schema, table)).join(', ')} from public`)]),
    );
  },
};
