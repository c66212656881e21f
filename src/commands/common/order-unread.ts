import type { ChangeResult } from '../../change/request.ts';
import type { Context } from '../../context.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import type { BindingField } from '../../input/binding-file.ts';
import { formatCsvRow } from '../../output/csv.ts';
import { rejectHeader, rejectRow } from '../../output/reject-rows.ts';
import type { OrderInput } from './order-input.ts';
import type { ResolvedItem } from './order-resolver.ts';
import type { RejectsTarget } from './rejects.ts';
import { replaceFile } from './replace-file.ts';
import { unwritable } from './write-document.ts';

/** Territories are public, unlike the rows of a rejects file. */
const MODE = 0o666;
const MARK = '\uFEFF';
const SHAPE = { delimiter: ';', lineEnd: '\r\n' } as const;
const HEADER: readonly BindingField[] = ['school', 'street', 'houses'];
const COLUMNS = { kept: HEADER.map((_, at) => at), ours: false };

/**
 * Writes what of an order was not bound as the table that `bind-streets --file` reads, with what is wrong and what to
 * do beside each row. Says what it did.
 * @throws OperatorError output-unwritable
 */
export async function writeUnread(
  context: Context,
  { file, path }: RejectsTarget,
  input: OrderInput,
  { problems }: ChangeResult,
): Promise<void> {
  const { reports } = context.catalogue;
  const byRecord = Map.groupBy(
    problems.filter(({ where }) => (where?.record ?? null) !== null),
    ({ where }) => where?.record,
  );
  const wrong = input.items.flatMap(item => {
    const found = problemsOf(item, byRecord.get(item.record) ?? []);
    return found.some(({ severity }) => severity === 'error') ? [{ item, found }] : [];
  });
  if (wrong.length === 0) {
    context.say(`${reports.noRejects(file, false)}\n`);
    return;
  }
  const words = { catalogues: [context.catalogue], sayable: () => true };
  const rows = wrong.map(({ item, found }) => rejectRow(cellsOf(item, found), found, COLUMNS, words));
  const text = [rejectHeader(HEADER, COLUMNS), ...rows].map(row => formatCsvRow(row, SHAPE)).join('');
  try {
    await replaceFile(path, onePiece(`${MARK}${text.toWellFormed()}`), MODE);
  } catch (error) {
    throw error instanceof Error && 'syscall' in error ? unwritable(file, error) : error;
  }
  context.say(`${reports.rejectsWritten(file, wrong.length)}\n`);
}

/** What is wrong with a row: also what is wrong with its school, which the run tells only once. */
function problemsOf(item: ResolvedItem, told: readonly Problem[]): readonly Problem[] {
  const { schoolProblem } = item;
  const found = schoolProblem
    ? [schoolProblem, ...told.filter(({ code }) => code !== schoolProblem.code)]
    : told;
  const isWrong = found.some(({ severity }) => severity === 'error');
  return isWrong && isHeld(item) ? [...found, problem('order-row-held', {})] : found;
}

/** Nothing in the row itself would stop it: given alone, it might bind half a street, or for a school not meant. */
function isHeld({ readable, school, item }: ResolvedItem): boolean {
  return readable && school !== null && item.doubt?.code !== 'order-split-unclear';
}

function cellsOf(one: ResolvedItem, found: readonly Problem[]): string[] {
  const { item, school, schoolWords, likely } = one;
  const code = school?.code ?? schoolWords ?? '';
  if (item.doubt?.code === 'order-houses-without-street') return [code, '', item.words];
  // What can be read in two ways must not be bound in one of them before a person has looked at it.
  const isUnclear = found.some(({ code }) => code === 'order-split-unclear');
  if (isUnclear) return [code, likely.street, `? ${item.words}`];
  return [code, likely.street, isHeld(one) ? `? ${likely.houses}`.trim() : likely.houses];
}

async function* onePiece(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text);
}
