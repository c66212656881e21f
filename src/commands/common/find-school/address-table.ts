import type { Context } from '../../../context.ts';
import { fewAtOnce, freeChoiceSchools, servedHouses, streetNames } from '../../../db/address-streets.ts';
import type { Queryable } from '../../../db/dialect.ts';
import { problem } from '../../../domain/problem.ts';
import { AddressAnswers } from '../../../domain/territory/address/address-answers.ts';
import { StreetFinder } from '../../../domain/territory/address/street-finder.ts';
import { ExitCode, OperatorError } from '../../../errors.ts';
import { type AddressField, addressColumns, readAddresses } from '../../../input/address-file.ts';
import type { AddressCounts } from '../../../locales/address-words.ts';
import { AddressSheet, type SchoolFacts } from '../../../output/address-csv.ts';
import { type Acting, actorIin, beginActing } from '../acting.ts';
import type { OptionValues } from '../options.ts';
import { pourOut } from '../pour-out.ts';
import { replaceFile } from '../replace-file.ts';
import { TableFile, type TableFlags } from '../table-file.ts';
import { outputPath, unwritable } from '../write-document.ts';
import { askedDepartments } from './asked-departments.ts';
import { dateInKazakhstan } from './school-outlook.ts';
import { schoolSeasons } from './school-season.ts';
import { entryOf, fill } from './street-entries.ts';

/** Where children live is personal data: for its owner alone. */
const MODE = 0o600;

type Options = TableFlags & Pick<OptionValues, 'department' | 'output'> & { readonly file: string };

/** Answers every row of a table, as CSV; memory does not grow with the file. */
export async function answerTable(context: Context, options: Options): Promise<ExitCode> {
  const { environment, catalogue, manner } = context;
  if (options.file === '-' && environment.stdin.isTTY === true)
    throw new OperatorError(problem('stdin-is-keyboard', {}));
  const input = new TableFile<AddressField>(context, options.file, addressColumns, options);
  const output = options.output === undefined || options.output === '-' ? null : options.output;
  const path = output === null ? null : outputPath(context, output);
  const list = await loadList(context, options.department);
  const counts = { one: 0, none: 0, several: 0, unknown: 0, unread: 0 };
  const pieces = answers(context, input, list, counts);
  if (path === null) await pourOut(environment.stdout, pieces);
  else await replaceFile(path, asBytes(pieces), MODE).catch(error => refuseOutput(error, output ?? ''));
  const read = Object.values(counts).reduce((sum, n) => sum + n, 0);
  if (output !== null) context.say(`${catalogue.reports.written(output)}\n`);
  if (manner.json)
    context.print(`${JSON.stringify({ schema: 'qabyl.addresses/1', output, read, ...counts }, null, 2)}\n`);
  context.say(`${catalogue.addresses.answered(read)} ${catalogue.addresses.counts(counts)}\n`);
  return counts.one === read ? ExitCode.done : ExitCode.notReady;
}

interface List {
  readonly finder: StreetFinder;
  readonly schools: SchoolFacts;
}

/** Every street with who serves it, read once: each address is then a look into memory. */
async function loadList(context: Context, department: string | undefined): Promise<List> {
  const actor = await actorIin(context);
  const today = dateInKazakhstan(context.environment.clock());
  return context.withDatabase(database =>
    database.read(async db => {
      const acting = await beginActing(context, db, actor);
      const departments = askedDepartments(acting, department);
      const finder = new StreetFinder();
      const serving = new Set<string>();
      for (const some of fewAtOnce(departments, acting.orgs)) {
        context.environment.signal.throwIfAborted();
        const streets = (await streetNames(db, acting.year, some)).map(row => finder.add(entryOf(row)));
        fill(streets, await servedHouses(db, acting.year, some, acting.orgs));
        for (const { holders } of streets) for (const { school } of holders) serving.add(school);
      }
      const seasons = await schoolSeasons(db, acting, [...serving].sort(), today);
      return { finder, schools: { seasons, freeChoice: await freeChoice(db, acting, departments) } };
    }),
  );
}

/** By department; of a street that is not known only where one department is asked: a country's list says nothing to a parent. */
async function freeChoice(
  db: Queryable,
  { year, orgs }: Acting,
  departments: readonly string[],
): Promise<SchoolFacts['freeChoice']> {
  const schools = await freeChoiceSchools(db, year, new Set(departments), orgs);
  const byDepartment = Map.groupBy(schools, school => orgs.get(school)?.department ?? '');
  const [only, more] = departments;
  if (only !== undefined && more === undefined) byDepartment.set('', byDepartment.get(only) ?? []);
  return byDepartment;
}

async function* answers(
  { environment, catalogue }: Context,
  input: TableFile<AddressField>,
  { finder, schools }: List,
  counts: { -readonly [K in keyof AddressCounts]: number },
): AsyncGenerator<string, void, void> {
  let sheet: AddressSheet | null = null;
  const known = new AddressAnswers(finder);
  for await (const { info, rows } of readAddresses(input.source(), input.options)) {
    environment.signal.throwIfAborted();
    input.found(info);
    let text = '';
    if (sheet === null) {
      sheet = new AddressSheet(info, catalogue, schools);
      text = sheet.header();
    }
    for (const { cells, address, settlement, problem: wrong } of rows) {
      if (wrong !== null) {
        counts.unread++;
        text += sheet.unread(cells, wrong);
        continue;
      }
      const answer = known.answer(address, settlement);
      counts[answer.outcome === 'unknown-street' ? 'unknown' : answer.outcome]++;
      text += sheet.answered(cells, answer);
    }
    yield text;
  }
}

async function* asBytes(pieces: AsyncIterable<string>): AsyncGenerator<Buffer, void, void> {
  for await (const piece of pieces) yield Buffer.from(piece);
}

/** What the system does not answer is no fault of the file. */
function refuseOutput(error: unknown, file: string): never {
  throw error instanceof Error && 'syscall' in error ? unwritable(file, error) : error;
}
