import { literal } from '../definer.ts';

/** A rule that rows must obey when an operator writes them: what its SQL finds is refused. */
export interface RowRule {
  /** the code of the problem that the program tells for the same fault, `iin-check-digit` */
  readonly code: string;
  /**
   * selects one column of text, the key of each row that breaks the rule, from `written` (the rows as inserted or
   * updated; all columns of the table) and any tables of the schema, as they are after the statement
   */
  readonly breaks: string;
  /**
   * judged when the whole change is written (change-rules.ts): what one statement takes from a school another one may
   * give to the next, and what ends with an employment may be removed after it
   */
  readonly atEnd?: true;
  /** what makes it a rule about the columns of a row alone: such rules are judged together, in one look at the rows */
  readonly each?: Condition;
}

interface Condition {
  /** what is true of every row `w` that obeys */
  readonly holds: string;
  /** columns that `w` has besides its own, from those of `written`: each is made once a row, however often it is asked */
  readonly given: Readonly<Record<string, string>>;
}

/** Some texts as the list of an `in (…)`. */
export function listSql(texts: readonly string[]): string {
  return texts.map(literal).join(', ');
}

/**
 * A rule about the columns of a row alone: those of which the condition is not true break it.
 * @param given more columns (`Condition`)
 */
export function everyRow(
  code: string,
  key: string,
  holds: string,
  given: Condition['given'] = {},
): RowRule & { readonly each: Condition } {
  const each = { holds, given };
  return { code, breaks: `select ${key} ${whereBroken([each])}`, each };
}

/** The rows that break any of some conditions, as what follows a `select`. */
export function whereBroken(conditions: readonly Condition[]): string {
  const given = Object.entries(Object.assign({}, ...conditions.map(one => one.given)) as Condition['given']);
  // `offset 0` keeps the planner from writing what is given wherever it is asked.
  const rows =
    given.length === 0
      ? 'written'
      : `(select *, ${given.map(([name, made]) => `${made} as ${name}`).join(', ')} from written offset 0)`;
  return `from ${rows} as w where (${conditions.map(({ holds }) => `(${holds})`).join(' and ')}) is not true`;
}
