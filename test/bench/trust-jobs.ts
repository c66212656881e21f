import { story } from '../../fixtures/story.ts';
import type { BenchPostgres, Login } from './bench-postgres.ts';
import type { Job } from './measure.ts';
import { importStaff, NOT_READY, runQabyl } from './qabyl.ts';

/** The first import, sent by one of two logins, into databases that are alike to the row. */
export function importAs(name: string, login: Login, file: string, rows: number, server: BenchPostgres): Job {
  return {
    name,
    prepare: async () => {
      await server.fresh('secured', 'own');
      await server.bind('secured');
    },
    run: () => importStaff(file, server.url('secured', server.port, login)),
    check: () => server.check('secured', 'own', rows),
    clean: () => server.drop('secured'),
  };
}

/** A question to a database that is never changed. */
export function ask(name: string, argv: readonly string[], db: string): Job {
  return { name, run: () => runQabyl(argv, db, { accept: NOT_READY }) };
}

/** One role given, in a copy of a database with a history of so many changes. */
export function giveRole(
  name: string,
  db: string,
  changes: number,
  { copy, lastChange }: { copy: () => Promise<void>; lastChange: () => Promise<number> },
): Job {
  const argv = [
    ...['assign-role', '--org', story.department.code, '--role', 'executor'],
    ...['--staff', story.admin.iin, '--quiet'],
  ];
  return {
    name,
    prepare: copy,
    run: () => runQabyl(argv, db),
    check: async () => {
      const last = await lastChange();
      if (last !== changes + 1) throw new Error(`the last change is ${last}, not ${changes + 1}`);
    },
  };
}
