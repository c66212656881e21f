import type { Office, OperationProblems } from '../../../domain/operation-problems.ts';
import { enCount } from '../../plural.ts';
import type { Texts } from '../../text.ts';
import { houses } from '../houses.ts';
import { reports } from '../reports.ts';

const actions: Readonly<Record<string, string>> = reports.actions;
const offices: Readonly<Record<string, (org: string) => string>> = reports.offices;
const office = ({ role, org }: Office) => offices[role ?? '']?.(org) ?? `any employee of ${org}`;
const rows = (n: number) => enCount(n, 'row', 'rows');

/** The number that is named counts the rows of every organization, a street list and what is bound on it too. */
const inAll = (here: number, all: number) =>
  here === all ? '' : `; ${rows(all)} in all, with those of other organizations`;

/** Permission, approval and the brake on large changes. */
export const approval = {
  'actor-unknown': (a, run) => ({
    message: `Nobody with the IIN ${a.iin} works at any organization of this database.`,
    fix: `Check --as or QABYL_AS; a super-administrator adds employees with ${run.others('qabyl import-staff')}.`,
  }),
  'not-permitted': (a, run) => {
    const action = actions[a.action] ?? a.action;
    return a.offices.length === 0
      ? {
          message: `Nobody can ${action} at ${a.org}: it is not done at such an organization.`,
          fix: `Name another organization: ${run.own('qabyl list orgs')}`,
        }
      : {
          message: `${a.actor} may not ${action} at ${a.org}; ${a.offices.map(office).join(' or ')} may.`,
          fix: 'Ask that person to run the command.',
        };
  },
  'approval-needed': a => ({
    message: `This needs approval: ${a.reasons.map(({ reason, count }) => reports.approvals[reason](count)).join('; ')}.`,
    fix: 'Look at the plan with --dry-run, then add --yes.',
  }),
  'removals-over-threshold': a => ({
    message: `This would remove ${a.removals} of ${rows(a.of)} of ${a.org}, more than 10 %${inAll(a.removals, a.allowed)}.`,
    fix: `Check that the file is whole; if this is meant, add --allow-removals=${a.allowed}`,
  }),
  'changes-over-threshold': a => ({
    message: `This would change ${a.changes} of ${rows(a.of)} of ${a.org}, more than 75 %${inAll(a.changes, a.allowed)}.`,
    fix: `Check that this is the right file; if this is meant, add --allow-changes=${a.allowed}`,
  }),
  'known-houses-dropped': a => ({
    message: `On ${a.street} ${enCount(a.dropped, 'known house leaves', 'known houses leave')} the list, of ${a.of}: ${houses.print(a.houses)}.`,
    fix: 'The houses of a street that a file names take the place of those that were known: if they still exist, list them too.',
  }),
  'plan-moved': a => ({
    message:
      a.moved.length === 0
        ? 'The data changed since the plan was shown.'
        : `The data changed since the plan was made; no longer as planned: ${a.moved.join(', ')}${a.more > 0 ? ` and ${a.more} more` : ''}.`,
    fix: 'Make the plan again with --dry-run and look at it.',
  }),
  'plan-other-command': a => ({
    message: `The plan “${a.file}” was made by ${a.planned}, not by ${a.given}.`,
    fix: `Run qabyl ${a.planned} with this plan.`,
  }),
  'plan-unreadable': a => ({
    message: `The plan “${a.file}” cannot be read: ${a.reason}.`,
    fix: 'Make the plan again with --dry-run --save-plan FILE.',
  }),
} satisfies Partial<Texts<OperationProblems>>;
