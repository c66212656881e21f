import type { Sink } from '../change/sink.ts';
import { need } from '../context.ts';
import type { Tx } from '../db/dialect.ts';
import { findLogins } from '../db/logins.ts';
import { findStaff, grantsOf } from '../db/staff.ts';
import { describeTarget, readTarget } from '../db/target.ts';
import { readIin } from '../domain/identity/iin.ts';
import { type Problem, problem } from '../domain/problem.ts';
import { OperatorError } from '../errors.ts';
import { type Acting, actorIin, beginActing } from './common/acting.ts';
import { defineCommand } from './common/command.ts';
import { flagValue } from './common/flag-value.ts';
import { requireOrg } from './common/lookup.ts';
import { oneStaff } from './common/one-staff.ts';
import { CHANGE_OPTIONS } from './common/options.ts';
import { runChange } from './common/run-change.ts';
import { loginLabel } from './common/staff-label.ts';

/**
 * `qabyl grant-access`: ties a login of the database server to an employee. From then on the login may do what the
 * employee may, in any program, and nothing else.
 */
export const grantAccess = defineCommand({
  options: ['staff', 'login', 'org', ...CHANGE_OPTIONS],
  examples: [
    'qabyl grant-access --staff 860707404487 --login gulnara',
    'qabyl grant-access --staff 860707404487 --login gulnara --org school-3',
  ],
  async run(context, options) {
    const given = oneStaff(options.staff);
    const iin = flagValue(readIin(await need(context, 'staff', given)));
    const login = await need(context, 'login', options.login);
    const actor = await actorIin(context);
    const target = describeTarget(readTarget(context.settings.db, context.environment.cwd));
    return runChange(context, options, {
      command: 'grant-access',
      actor,
      next: [['qabyl', 'list', 'logins']],
      operation: async (tx, sink) => {
        const acting = await beginActing(context, tx, actor);
        const orgs = await workplaces(tx, acting, iin, options.org);
        await checkLogin(tx, sink, { login, iin, target });
        sink.read();
        for (const org of orgs) await tie(tx, sink, org, login, iin);
        return { org: orgs[0] ?? null, year: null };
      },
    });
  },
});

/**
 * Where the person is to have access: the organisation named, or all where they work. The actor must be one who may give
 * it at all of these.
 * @throws OperatorError not-permitted
 */
async function workplaces(
  tx: Tx,
  acting: Acting,
  iin: string,
  named: string | undefined,
): Promise<readonly string[]> {
  if (named !== undefined) {
    const org = requireOrg(named, acting.orgs);
    acting.authorize('grant-access', org);
  }
  const works = [...new Set((await grantsOf(tx, iin)).map(({ org }) => org))].toSorted();
  const orgs = works.flatMap(code => acting.orgs.get(code) ?? []);
  // In the history a person stands by their IIN: whoever could act as them at one school alone would pass for them.
  for (const org of orgs) acting.authorize('grant-access', org);
  if (named !== undefined) return [requireOrg(named, acting.orgs).code];
  if (orgs.length === 0) throw new OperatorError(problem('actor-unknown', { iin }));
  return orgs.map(({ code }) => code);
}

/** @throws OperatorError access-needs-server */
async function checkLogin(
  tx: Tx,
  sink: Sink,
  { login, iin, target }: { login: string; iin: string; target: string },
): Promise<void> {
  const state = await sink.dialect.loginState(tx, login);
  if (state === null) throw new OperatorError(problem('access-needs-server', { target }));
  if (state === 'missing') sink.problem(problem('login-missing', { login }));
  else if (state !== 'usable') sink.problem(problem('login-unusable', { login, state }));
  const other = (await findLogins(tx, { login })).find(row => row.iin !== iin);
  if (other) sink.problem(problem('login-of-another', { login, iin: other.iin }));
}

async function tie(tx: Tx, sink: Sink, org: string, login: string, iin: string): Promise<void> {
  const person = await findStaff(tx, org, iin);
  const fault = faultOf(person, org, iin);
  if (fault !== null || person === null) {
    sink.reject(fault === null ? [] : [fault]);
    return;
  }
  const held = (await findLogins(tx, { login })).find(row => row.org === org) ?? null;
  // Somebody else's tie is told already, and is not to be written over.
  if (held !== null && held.iin !== iin) return;
  sink.put('login', held, { org, login, iin }, { label: loginLabel(person, login) });
}

function faultOf(person: Awaited<ReturnType<typeof findStaff>>, org: string, iin: string): Problem | null {
  if (person === null) return problem('staff-unknown', { iin, org, nearest: [] });
  if (person.active === 1) return null;
  return problem('staff-left', { iin, org, name: `${person.surname} ${person.given_name}` });
}
