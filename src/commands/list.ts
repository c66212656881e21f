import { type Context, need } from '../context.ts';
import type { Queryable } from '../db/dialect.ts';
import {
  FINDING_KINDS,
  type FindingKind,
  LIST_KINDS,
  type ListFilter,
  type ListKind,
  listRows,
} from '../db/listing.ts';
import { streetsOf } from '../db/territory.ts';
import { problem } from '../domain/problem.ts';
import { findStreet, indexStreets } from '../domain/territory/street-index.ts';
import { streetLabels } from '../domain/territory/street-label.ts';
import { shortened } from '../domain/text/shortened.ts';
import { ExitCode, OperatorError } from '../errors.ts';
import { listDocument, listTable, listView } from '../output/list-view.ts';
import { formatTable } from '../output/table.ts';
import { type Acting, actorIin, beginActing } from './common/acting.ts';
import { defineCommand } from './common/command.ts';
import { requireOrg, requireSchool } from './common/lookup.ts';
import { invalid } from './common/option-shape.ts';
import type { OptionValues } from './common/options.ts';
import { requireRole } from './common/required-role.ts';
import { listFindings } from './common/territory-findings.ts';
import { writeDocument } from './common/write-document.ts';

type Options = Pick<OptionValues, (typeof OPTIONS)[number]>;
const OPTIONS = ['org', 'school', 'street', 'role', 'left', 'csv', 'output'] as const;

const FILTERS = ['org', 'school', 'street', 'role', 'left'] as const;
type Kind = ListKind | FindingKind;
const KINDS: readonly Kind[] = [...LIST_KINDS, ...FINDING_KINDS];

/** What each list can be narrowed by. */
const filtersOf: Readonly<Record<Kind, readonly (typeof FILTERS)[number][]>> = {
  orgs: ['org', 'school'],
  staff: ['org', 'school', 'role', 'left'],
  roles: ['org', 'school', 'role'],
  logins: ['org', 'school'],
  streets: ['org', 'school', 'street'],
  bindings: ['org', 'school', 'street'],
  settings: ['org', 'school'],
  appointments: ['org', 'school'],
  years: [],
  overlaps: ['org', 'school', 'street'],
  gaps: ['org', 'school', 'street'],
};

/** `qabyl list KIND`: what the database holds, as far as the actor may read it. */
export const list = defineCommand({
  argument: 'kind',
  options: OPTIONS,
  examples: [
    'qabyl list orgs',
    'qabyl list staff --org school-3',
    'qabyl list bindings --school school-3 --csv -o territory.csv',
    'qabyl list gaps --csv -o gaps.csv',
    'qabyl list years --json',
  ],
  async run(context, options, argument) {
    if (options.org !== undefined && options.school !== undefined)
      throw new OperatorError(problem('flags-conflict', { one: '--org', other: '--school' }));
    const kind = readKind(await need(context, 'kind', argument, KINDS));
    refuseIdleFilters(kind, options);
    const actor = await actorIin(context);
    const { rows, names } = await context.withDatabase(database =>
      database.read(async db => {
        const acting = await beginActing(context, db, actor);
        const filter = await filterOf(db, options, acting);
        if (kind === 'overlaps' || kind === 'gaps')
          return listFindings(db, kind, filter, context.catalogue.houses);
        const found = (await listRows(db, kind, filter)).map(row => listView(kind, row, context.catalogue));
        return {
          rows: found,
          names: kind === 'bindings' ? await streetNames(db, filter) : new Map<string, string>(),
        };
      }),
    );
    if (context.manner.json)
      writeDocument(context, options.output, `${JSON.stringify(listDocument(kind, rows), null, 2)}\n`);
    else {
      const nameOf = (department: string, street: string) => names.get(`${department}/${street}`) ?? street;
      await printRows(context, options, kind, listTable(kind, rows, options.left === true, nameOf));
    }
    return ExitCode.done;
  },
});

/** What people call the streets of some departments, by department and identity. */
async function streetNames(db: Queryable, { year, departments }: ListFilter): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const department of departments)
    for (const [street, name] of streetLabels(await streetsOf(db, year, department)))
      names.set(`${department}/${street}`, name);
  return names;
}

/** A filter that a list does not know must not be passed over in silence: the list would be taken for the filtered one. */
function refuseIdleFilters(kind: Kind, options: Options): void {
  const idle = FILTERS.filter(name => options[name] !== undefined && !filtersOf[kind].includes(name));
  const found = idle.map(name => {
    const kinds = KINDS.filter(one => filtersOf[one].includes(name));
    return problem('flag-needs', { flag: `--${name}`, needs: kinds.map(one => `list ${one}`).join(' / ') });
  });
  if (found.length > 0) throw new OperatorError(found);
}

function readKind(text: string): Kind {
  const kind = KINDS.find(one => one === text);
  if (kind === undefined) throw invalid('KIND', text, KINDS.join(', '));
  return kind;
}

/** The organisations named, or all that the actor may read. */
async function filterOf(db: Queryable, options: Options, acting: Acting): Promise<ListFilter> {
  const named = options.school === undefined ? options.org : options.school;
  const org =
    named === undefined
      ? null
      : options.school === undefined
        ? requireOrg(named, acting.orgs)
        : requireSchool(named, acting.orgs);
  if (org) acting.authorize('read', org);
  const readable = acting.orgs.all.filter(one => acting.may('read', one));
  const orgs = org ? [org] : readable;
  // A school's people read their department's streets too: their territory is made of them.
  const departments = [
    ...new Set(orgs.map(one => (one.kind === 'department' ? one.code : (one.department ?? one.code)))),
  ];
  return {
    year: acting.year,
    orgs: orgs.map(one => one.code),
    departments,
    streets:
      options.street === undefined ? null : await streetsNamed(db, options.street, acting.year, departments),
    role: options.role === undefined ? null : requireRole(options.role),
    left: options.left === true,
  };
}

/** @throws OperatorError street-unknown, street-ambiguous */
async function streetsNamed(
  db: Queryable,
  text: string,
  year: string,
  departments: readonly string[],
): Promise<string[]> {
  const found: string[] = [];
  const problems = [];
  for (const department of departments) {
    const street = findStreet(text, indexStreets(await streetsOf(db, year, department)));
    if (street.ok) found.push(street.value.street);
    else problems.push(street.problem);
  }
  if (found.length === 0)
    throw new OperatorError(problems[0] ?? problem('street-unknown', { text, nearest: [] }));
  return found;
}

/** A house list can have thousands of houses: a terminal is shown the first ones, a file or a pipe all. */
const WIDEST = 160;

/** Columns that a person is shown only where one of the rows has a value. */
const SELDOM = new Set(['shared_houses', 'share']);

async function printRows(
  context: Context,
  options: Options,
  kind: Kind,
  { columns, rows }: ReturnType<typeof listTable>,
): Promise<void> {
  const { reports, fields } = context.catalogue;
  if (options.csv) {
    const { formatCsv } = await import('../output/csv.ts');
    // A file is for programs too: its flags are spelled alike in every language.
    const cells = rows.map(row => columns.map(column => show({ yes: 'yes', no: 'no' }, row[column])));
    writeDocument(context, options.output, formatCsv([columns, ...cells]));
    return;
  }
  if (rows.length === 0) {
    const none = { overlaps: reports.noOverlaps, gaps: reports.noGaps, rows: reports.noRows };
    context.say(`${none[kind === 'overlaps' || kind === 'gaps' ? kind : 'rows']}\n`);
    return;
  }
  // Few bindings are shared: their columns would only widen the table.
  const told = columns.filter(column => !SELDOM.has(column) || rows.some(row => row[column] !== null));
  const onTerminal = options.output === undefined && context.environment.stdout.isTTY === true;
  const fit = (text: string) => (onTerminal ? shortened(text, WIDEST) : text);
  const cells = rows.map(row => told.map(column => fit(show(reports, row[column]))));
  const names: Readonly<Record<string, string>> = fields;
  writeDocument(
    context,
    options.output,
    formatTable(
      told.map(column => names[column] ?? column),
      cells,
      options.output === undefined ? context.width : null,
    ),
  );
  const isCut = rows.some(row => told.some(column => show(reports, row[column]).length > WIDEST));
  context.say(`${reports.rowCount(rows.length)}${onTerminal && isCut ? ` ${reports.cellsShortened}` : ''}\n`);
}

function show({ yes, no }: { yes: string; no: string }, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? yes : no;
  return Array.isArray(value) ? value.join('|') : String(value);
}
