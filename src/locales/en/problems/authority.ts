import type { AuthorityProblems } from '../../../domain/authority/problems.ts';
import type { Texts } from '../../text.ts';

export const authority: Texts<AuthorityProblems> = {
  'role-unknown': a => ({
    message: a.value === '' ? 'The role is missing.' : `There is no role “${a.value}”.`,
    fix: `Write one of: ${a.allowed.join(', ')}.`,
  }),
  'service-unknown': a => ({
    message: a.value === '' ? 'The state service is missing.' : `There is no state service “${a.value}”.`,
    fix: `Write one of: ${a.allowed.join(', ')}.`,
  }),
  'executor-not-here': a => ({
    message:
      a.elsewhere.length === 0
        ? `${a.name} (${a.iin}) does not work at ${a.school}.`
        : `${a.name} (${a.iin}) does not work at ${a.school}, but at ${a.elsewhere.join(', ')}.`,
    fix: `Appoint an employee of ${a.school}, or import ${a.name} into its staff first.`,
  }),
  'executor-left': a => ({
    message: `${a.name} (${a.iin}) no longer works at ${a.school}.`,
    fix: `Appoint somebody who works at ${a.school} now.`,
  }),
  'executor-without-role': (a, run) => ({
    message:
      a.roles.length === 0
        ? `${a.name} (${a.iin}) has no role at ${a.school}; an executor must have the role executor.`
        : `${a.name} (${a.iin}) has at ${a.school} only: ${a.roles.join(', ')}; an executor must have the role executor.`,
    fix: `Have the super-administrator run: ${run.others(`qabyl assign-role --org ${a.school} --role executor --staff ${a.iin}`)}`,
  }),
  'executor-is-director': a => ({
    message: `${a.name} is the director of ${a.school} and would be its executor too.`,
    fix: 'Appoint another employee if there is one.',
  }),
};
