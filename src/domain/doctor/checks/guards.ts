import { type DoctorCheck, fails, passes } from '../check.ts';
import { remake, sql, sqlName, sqlTable } from './grant-statements.ts';

/** The triggers that keep rows and history, and the functions that they and the policies ask, are as the program made them. */
export const guards: DoctorCheck<'guards'> = {
  id: 'guards',
  run: ({ schema, guards: count, absent, disabled, altered }) => {
    if (absent.length + disabled.length + altered.length === 0)
      return passes('guards-whole', { guards: count });
    return fails(
      'forbidden',
      'guards-broken',
      {
        absent: absent.map(({ name }) => name),
        disabled: disabled.map(({ name }) => name),
        altered: altered.map(({ name }) => name),
      },
      ...disabled.map(({ name, table }) =>
        sql(`alter table ${sqlTable(schema, table)} enable trigger ${sqlName(name)}`),
      ),
      ...remake(schema, [...absent, ...altered]),
    );
  },
};
