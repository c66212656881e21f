import type { Context } from '../context.ts';
import { readReadinessFacts } from '../db/readiness-facts.ts';
import type { OrgKind } from '../domain/authority/permissions.ts';
import { problem } from '../domain/problem.ts';
import { checkOrg, isReady, type Selected } from '../domain/readiness/catalogue.ts';
import { type CheckId, DEPARTMENT_CHECKS, SCHOOL_CHECKS } from '../domain/readiness/check.ts';
import { ExitCode, OperatorError } from '../errors.ts';
import { readinessDocument } from '../output/readiness-json.ts';
import type { ReadinessReport } from '../output/readiness-report.ts';
import { formatReadiness } from '../output/readiness-text.ts';
import { type Acting, actorIin, beginActing } from './common/acting.ts';
import { defineCommand } from './common/command.ts';
import { requireDepartment, requireSchool } from './common/lookup.ts';
import { invalid } from './common/option-shape.ts';
import type { OptionValues } from './common/options.ts';
import { writeDocument } from './common/write-document.ts';

type Options = Pick<OptionValues, (typeof OPTIONS)[number]>;
const OPTIONS = ['school', 'department', 'all', 'format', 'fail-level', 'only', 'skip', 'output'] as const;

/** `qabyl check-readiness`: every check of a school, of a department with its schools, or of all. */
export const checkReadiness = defineCommand({
  options: OPTIONS,
  examples: [
    'qabyl check-readiness',
    'qabyl check-readiness --school school-3',
    'qabyl check-readiness --department akzhailau --json',
    'qabyl check-readiness --all --fail-level warning',
  ],
  async run(context, options) {
    const scopes = (['school', 'department', 'all'] as const).filter(name => options[name] !== undefined);
    const [first, second] = scopes;
    if (first && second)
      throw new OperatorError(problem('flags-conflict', { one: `--${first}`, other: `--${second}` }));
    const selected = selection(options);
    const actor = await actorIin(context);
    const strict = options['fail-level'] === 'warning';
    const report = await context.withDatabase(database =>
      database.read(async db => {
        const acting = await beginActing(context, db, actor);
        const { year, orgs: tree } = acting;
        const facts = await readReadinessFacts(db, year, tree, scopeOf(options, acting), selected);
        const orgs = facts.flatMap(org => {
          const checks = checkOrg(org, selected);
          // An organisation that no selected check concerns is not called ready.
          if (checks.length === 0) return [];
          return [{ org: org.code, kind: org.kind, ready: isReady(checks, strict), checks }];
        });
        if (orgs.length === 0) throw nothingSelected(options, facts);
        const skipped = possibleChecks(facts).filter(id => !selected(id));
        return { year: acting.year, ready: orgs.every(org => org.ready), skipped, orgs };
      }),
    );
    await printReport(context, options, report);
    return report.ready ? ExitCode.done : ExitCode.notReady;
  },
});

/** The checks that these organisations have between them. */
function possibleChecks(facts: readonly { kind: OrgKind }[]): CheckId[] {
  const kinds = new Set(facts.map(org => org.kind));
  const possible = [
    ...(kinds.has('department') ? DEPARTMENT_CHECKS : []),
    ...(kinds.has('school') ? SCHOOL_CHECKS : []),
  ];
  return [...new Set<CheckId>(possible)];
}

/** Without a single check nobody can say that anything is ready. */
function nothingSelected({ only, skip }: Options, facts: readonly { kind: OrgKind }[]): OperatorError {
  const ids = possibleChecks(facts).join(', ');
  return only ? invalid('--only', only.join(','), ids) : invalid('--skip', skip?.join(',') ?? '', ids);
}

async function printReport(context: Context, options: Options, report: ReadinessReport): Promise<void> {
  const { catalogue, repeated, style, manner } = context;
  const json = manner.json || options.format === 'json';
  const text = json
    ? `${JSON.stringify(readinessDocument(report, catalogue, repeated), null, 2)}\n`
    : formatReadiness(report, catalogue, repeated, style);
  writeDocument(context, options.output, text);
}

/** What was named; otherwise everything that the actor may read: a head sees the school, a department all of its own. */
function scopeOf(options: Options, acting: Acting): string[] {
  const { orgs } = acting;
  if (options.school !== undefined) {
    const school = requireSchool(options.school, orgs);
    acting.authorize('read', school);
    return [school.code];
  }
  if (options.department !== undefined) {
    const department = requireDepartment(options.department, orgs);
    acting.authorize('read', department);
    return orgs.all.filter(org => orgs.reaches(department.code, org.code)).map(org => org.code);
  }
  const readable = orgs.all.filter(org => acting.may('read', org));
  // `--all` means all: somebody who may not read everything is told so, and not shown a part as if it were all.
  if (options.all) for (const org of orgs.all) acting.authorize('read', org);
  return readable.map(org => org.code);
}

/** @throws OperatorError flag-invalid for an id that no check has */
function selection({ only, skip }: Options): Selected {
  const known = new Set<string>([...DEPARTMENT_CHECKS, ...SCHOOL_CHECKS]);
  for (const [flag, ids] of [
    ['--only', only ?? []],
    ['--skip', skip ?? []],
  ] as const)
    for (const id of ids) if (!known.has(id)) throw invalid(flag, id, [...known].join(', '));
  return (id: CheckId) => (only === undefined || only.includes(id)) && !skip?.includes(id);
}
