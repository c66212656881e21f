import type { Sink } from '../change/sink.ts';
import type { OrgTree, StoredOrg } from '../db/organisations.ts';
import { makeOrgTree } from '../db/organisations.ts';
import type { OrgRow } from '../db/schema.ts';
import { type Problem, problem } from '../domain/problem.ts';
import { type OrgField, type OrgFileRow, orgFile } from '../input/org-file.ts';
import type { Entry } from '../input/rows.ts';
import { shellLine } from '../output/shell-quote.ts';
import { type Acting, actorIin, beginActing, chooseYear } from './common/acting.ts';
import { defineCommand } from './common/command.ts';
import { HeldStreets } from './common/held-streets.ts';
import { nearestOrgs, orgsMeant } from './common/lookup.ts';
import { CHANGE_OPTIONS, TABLE_OPTIONS } from './common/options.ts';
import { runChange } from './common/run-change.ts';
import { needFile, tableInput } from './common/table-input.ts';

/** `qabyl import-orgs`: departments and schools from a file. */
export const importOrgs = defineCommand({
  argument: 'file',
  options: [...TABLE_OPTIONS, ...CHANGE_OPTIONS],
  examples: ['qabyl import-orgs orgs.csv', 'qabyl import-orgs orgs.csv --dry-run'],
  async run(context, options, argument) {
    const input = tableInput(context, await needFile(context, argument), orgFile, options);
    const actor = await actorIin(context);
    return runChange(context, options, {
      command: 'import-orgs',
      actor,
      input,
      next: [['qabyl', 'import-staff', 'staff.csv', '--org', 'CODE']],
      operation: async (tx, sink) => {
        const acting = await beginActing(context, tx, actor);
        const entries: Entry<OrgField, OrgFileRow>[] = [];
        for await (const batch of input.entries(sink)) entries.push(...batch);
        // Territories belong to a year: those of years gone by do not stand in the way of a change.
        const year = await chooseYear(tx, null);
        const again = acting.year === year ? context.repeated : [...context.repeated, '--year', year];
        const held = { streets: new HeldStreets(tx, year), year, again };
        await planOrgs(entries, acting, sink, held, options['skip-invalid'] === true);
        return { org: null, year: null };
      },
    });
  },
});

type OrgEntry = Entry<OrgField, OrgFileRow>;

/** What schools hold in the current year; `again` are the global options that a command to paste repeats. */
interface Held {
  readonly streets: HeldStreets;
  readonly year: string;
  readonly again: readonly string[];
}

/**
 * A school that gave up its territory, or went to another department, while streets are bound to it would leave
 * their houses to a school that cannot take the children, and nobody could unbind them any more.
 */
async function streetsInTheWay(before: StoredOrg, after: OrgRow, held: Held): Promise<Problem | null> {
  const column =
    before.department !== after.department
      ? 'department'
      : before.territory === 'yes' && after.territory === 'none'
        ? 'territory'
        : null;
  if (before.kind !== 'school' || column === null) return null;
  const streets = await held.streets.of(before);
  const [first] = streets;
  if (first === undefined) return null;
  const unbind = ['qabyl', 'bind-streets', '--school', before.code, '--street', first, '--unbind'];
  const command = shellLine([...unbind, ...held.again]);
  return problem('school-holds-streets', {
    code: before.code,
    column,
    streets: streets.length,
    year: held.year,
    command,
  });
}

/**
 * A file may name a school before its department: the rows are judged against the tree as it will be.
 * @param leaveOut whether the good rows are to be written without the bad ones
 */
async function planOrgs(
  entries: readonly OrgEntry[],
  acting: Acting,
  sink: Sink,
  held: Held,
  leaveOut: boolean,
): Promise<void> {
  const bad = badRows(entries, acting.orgs);
  const orphans = orphanRows(entries, bad, acting.orgs);
  const good = entries.filter(entry => !bad.has(entry) && !orphans.has(entry));
  const future = futureTree(good, acting.orgs);
  for (const entry of entries) {
    // What only follows from another row's error is worth a line when that row is left out, not when all are refused.
    const problems = bad.get(entry) ?? (leaveOut ? orphans.get(entry) : undefined);
    if (problems) sink.reject(problems.map(p => ({ ...p, where: entry.row.place(fieldOf(p)) }) as Problem));
  }
  for (const { value, row } of good) {
    const after = orgRow(value, acting.orgs, future);
    const before = acting.orgs.get(value.code) ?? null;
    for (const org of concerned(after, before, acting.orgs, future)) acting.authorize('import-orgs', org);
    const holding = before && (await streetsInTheWay(before, after, held));
    if (holding) {
      sink.reject([{ ...holding, where: row.place(fieldOf(holding)) } as Problem]);
      continue;
    }
    sink.put(
      'org',
      before,
      after,
      before && changesIdentity(before, after) ? { approval: 'organisation-changed' } : {},
    );
  }
}

type Judged = Map<OrgEntry, Problem[]>;

/** The rows with something wrong of their own. */
function badRows(entries: readonly OrgEntry[], orgs: OrgTree): Judged {
  const future = futureTree(entries, orgs);
  const nearestTo = remembered(text => nearestOrgs(text, future));
  const bad: Judged = new Map();
  const lines = new Map<string, number>();
  const bins = new Map(orgs.all.flatMap(org => (org.bin === null ? [] : [[org.bin, org.code] as const])));
  for (const entry of entries) {
    const { code, bin } = entry.value;
    const problems = problemsOf(entry.value, orgs, future, nearestTo);
    const earlier = lines.get(code);
    if (earlier !== undefined) problems.push(problem('org-code-twice', { code, line: earlier }));
    lines.set(code, entry.row.line);
    const owner = bins.get(bin) ?? code;
    if (owner !== code) problems.push(problem('bin-taken', { bin, org: owner }));
    bins.set(bin, owner);
    if (problems.length > 0) bad.set(entry, problems);
  }
  return bad;
}

/** The rows that hang from a bad row, however far: without it their department would not exist, or be another. */
function orphanRows(entries: readonly OrgEntry[], bad: Judged, orgs: OrgTree): Judged {
  const orphans: Judged = new Map();
  let found = bad.size;
  while (found > 0) {
    const good = entries.filter(entry => !bad.has(entry) && !orphans.has(entry));
    const future = futureTree(good, orgs);
    const fresh = good.filter(({ value }) => problemsOf(value, orgs, future, () => []).length > 0);
    for (const entry of fresh) {
      const { code, department } = entry.value;
      orphans.set(entry, [problem('parent-rejected', { code, parent: department ?? '' })]);
    }
    found = fresh.length;
  }
  return orphans;
}

/** The column of the file that a problem of an organisation is about. */
function fieldOf(found: Problem): OrgField {
  if (found.code === 'school-holds-streets') return found.args.column;
  if (found.code === 'bin-taken') return 'bin';
  if (found.code.startsWith('parent-')) return 'department';
  return found.code === 'org-kind-fixed' ? 'kind' : 'code';
}

/** The organisations as they would be, each under the code of its department. */
function futureTree(entries: readonly OrgEntry[], orgs: OrgTree): OrgTree {
  const future = new Map(orgs.all.map(org => [org.code, org]));
  for (const { value } of entries)
    future.set(value.code, { ...filledUp(value, orgs.get(value.code)), change: 0 });
  const named = makeOrgTree([...future.values()]);
  const resolved = named.all.map(org => ({ ...org, department: parentOf(org, named) ?? org.department }));
  return makeOrgTree(resolved);
}

/** A blank cell says nothing, and neither does an absent column: what is stored stays. */
function filledUp(value: OrgFileRow, before: OrgRow | undefined): OrgRow {
  return {
    ...value,
    department: value.department ?? before?.department ?? null,
    kato: value.kato ?? before?.kato ?? null,
    // Only schools have a territory; a new one has it unless it declares otherwise.
    territory: value.kind === 'school' ? (value.territory ?? before?.territory ?? 'yes') : 'none',
  };
}

/** The code of the department a row names by code, BIN or name; null when it names none. */
function parentOf(org: { department: string | null }, tree: OrgTree): string | null {
  if (org.department === null) return null;
  const [found, other] = orgsMeant(org.department, tree);
  return found && !other ? found.code : null;
}

/** @param nearestTo codes to propose for a department that is not found */
function problemsOf(
  value: OrgFileRow,
  orgs: OrgTree,
  future: OrgTree,
  nearestTo: (text: string) => readonly string[],
): Problem[] {
  const { code, kind, department } = value;
  const found: Problem[] = [];
  const before = orgs.get(code);
  if (before && before.kind !== kind) found.push(problem('org-kind-fixed', { code, was: before.kind }));
  if (department === null) {
    // `init` makes the first department, which alone stands under none.
    if (!before) found.push(problem('parent-missing', { code }));
    return found;
  }
  const [parent, other] = orgsMeant(department, future);
  if (!parent || other) {
    const nearest = other ? orgsMeant(department, future).map(org => org.code) : nearestTo(department);
    return [...found, problem('parent-unknown', { code, parent: department, nearest })];
  }
  if (parent.kind !== 'department')
    found.push(problem('parent-not-department', { code, parent: parent.code }));
  if (parent.code === code || future.ancestors(parent.code).includes(code))
    found.push(problem('parent-cycle', { code }));
  return found;
}

/** A thousand rows under one mistyped department ask the same question. */
function remembered(find: (text: string) => readonly string[]): (text: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return text => {
    const found = known.get(text) ?? find(text);
    known.set(text, found);
    return found;
  };
}

function orgRow(value: OrgFileRow, orgs: OrgTree, future: OrgTree): OrgRow {
  const { code, kind, bin, name_kk, name_ru, department, kato, territory } = filledUp(
    value,
    orgs.get(value.code),
  );
  return {
    code,
    kind,
    bin,
    name_kk,
    name_ru,
    department: parentOf({ department }, future),
    kato,
    territory,
  };
}

/** Another name or KATO is a correction; another BIN, department or territory would be missed. */
function changesIdentity(before: OrgRow, after: OrgRow): boolean {
  return (
    before.bin !== after.bin || before.department !== after.department || before.territory !== after.territory
  );
}

/** Whose consent a row needs: the organisation's own, and that of the department it is put under. */
function concerned(after: OrgRow, before: StoredOrg | null, orgs: OrgTree, future: OrgTree): StoredOrg[] {
  const above = future
    .ancestors(after.code)
    .map(code => orgs.get(code))
    .find(org => org !== undefined);
  const moves = before === null || before.department !== after.department;
  const all = [...(before ? [before] : []), ...(moves && above ? [above] : [])];
  return all.length > 0 ? all : [{ ...after, change: 0 }];
}
