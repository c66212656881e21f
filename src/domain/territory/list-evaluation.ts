import { type Problem, problem, warning } from '../problem.ts';
import { formatHouseNumber } from './house-number.ts';
import { emptySet, type HouseSet, minus, union, unionAll } from './house-set.ts';
import type { Statement } from './list-statements.ts';
import { isWithin } from './set-inclusion.ts';

/** Runs of exceptions in one list. Each run is worked out on all that stands before it, so a limit keeps the reading linear. */
const MOST_EXCEPTION_RUNS = 20;

/** Works out statements in their order: additions are united, exceptions taken from what stands before them. */
export function evaluate(statements: readonly Statement[]): { set: HouseSet; problems: Problem[] } {
  const problems: Problem[] = [];
  let set = emptySet;
  let runs = 0;
  for (let at = 0; at < statements.length; ) {
    const effect = statements[at]?.effect ?? 'add';
    let end = at;
    while (end < statements.length && statements[end]?.effect === effect) end += 1;
    const run = statements.slice(at, end);
    const sum = unionAll(run.map(statement => statement.set));
    if (effect !== 'add') {
      runs += 1;
      if (runs > MOST_EXCEPTION_RUNS) {
        const words = run[0]?.words ?? '';
        return { set, problems: [problem('houses-except-many', { words, limit: MOST_EXCEPTION_RUNS })] };
      }
      problems.push(...exceptionsOfNothing(run, set));
      set = minus(set, sum);
    } else {
      const isLoose = statements[at - 1]?.effect === 'except';
      problems.push(...swallowed(run, isLoose ? { set, words: statements[0]?.words ?? '' } : null));
      set = union(set, sum);
    }
    at = end;
  }
  return { set, problems: [...problems, ...onwardBeside(statements), ...twice(statements)] };
}

/** `1, 3, 5 и далее` goes on in the odd houses or in all: behind single houses of one side nobody can say. */
function onwardBeside(statements: readonly Statement[]): Problem[] {
  const sides = new Set<string>();
  for (const [at, { words, set, onward, effect }] of statements.entries()) {
    const isBehindHouse = (statements[at - 1]?.houses.length ?? 0) > 0;
    if (onward !== null && effect === 'add' && isBehindHouse && sides.size === 1 && sides.has(onward))
      return [problem('houses-side-missing', { words, side: onward })];
    if (effect === 'add') for (const { side } of set.intervals) sides.add(side);
  }
  return [];
}

function exceptionsOfNothing(run: readonly Statement[], before: HouseSet): Problem[] {
  const lost = run.find(statement => !isWithin(statement.set, before));
  return lost === undefined ? [] : [problem('houses-except-nothing', { words: lost.words })];
}

interface Holder {
  readonly set: HouseSet;
  readonly words: string;
}

/** Houses listed beside "the whole street", or again after exceptions: the list says two things at once. */
function swallowed(run: readonly Statement[], before: Holder | null): Problem[] {
  let reach: Holder = { set: emptySet, words: '' };
  const firstOnSide = new Map<string, string>();
  for (const { set, words, swallows } of run) {
    const holder = [before, reach].find(each => each !== null && isWithin(set, each.set));
    if (holder) return [problem('houses-swallowed', { words, within: holder.words })];
    const sides = set.intervals.map(({ side }) => side);
    const earlier = sides.map(side => firstOnSide.get(side)).find(each => each !== undefined);
    if (swallows === 'all' && earlier !== undefined) {
      return [problem('houses-swallowed', { words: earlier, within: words })];
    }
    // open at the end, so these unite into one interval a side and stay cheap
    if (swallows !== null) reach = { set: union(reach.set, set), words };
    for (const side of sides) if (!firstOnSide.has(side)) firstOnSide.set(side, words);
  }
  return [];
}

function twice(statements: readonly Statement[]): Problem[] {
  const seen = new Map<string, number>();
  for (const { effect, houses } of statements) {
    if (effect !== 'add') continue;
    for (const house of houses) {
      const name = formatHouseNumber(house);
      seen.set(name, (seen.get(name) ?? 0) + 1);
    }
  }
  return [...seen].filter(([, times]) => times > 1).map(([house]) => warning('houses-twice', { house }));
}
