import { type DoctorCheck, fails, passes } from '../check.ts';
import { remake, sql, sqlName, sqlTable } from './grant-statements.ts';

/** Every table is under row-level security, with the program's policies and no others. */
export const rowSecurity: DoctorCheck<'row-security'> = {
  id: 'row-security',
  run: ({ schema, tables, unsecured, absent, altered, foreign }) => {
    if (unsecured.length + absent.length + altered.length + foreign.length === 0)
      return passes('rows-secured', { tables: tables.length });
    return fails(
      'forbidden',
      'rows-unsecured',
      {
        tables: unsecured,
        absent: absent.map(({ name }) => name),
        altered: altered.map(({ name }) => name),
        foreign: foreign.map(({ name }) => name),
      },
      ...unsecured.map(table => sql(`alter table ${sqlTable(schema, table)} enable row level security`)),
      ...[...altered, ...foreign].map(({ name, table }) =>
        sql(`drop policy ${sqlName(name)} on ${sqlTable(schema, table)}`),
      ),
      ...remake(schema, [...absent, ...altered]),
    );
  },
};
