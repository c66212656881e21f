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
}

/** A text as SQL writes it. */
export function textSql(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Some texts as the list of an `in (…)`. */
export function listSql(texts: readonly string[]): string {
  return texts.map(textSql).join(', ');
}

/** A rule about the columns of a row alone: those of which the condition is not true break it. */
export function everyRow(code: string, key: string, holds: string): RowRule {
  return { code, breaks: `select ${key} from written as w where (${holds}) is not true` };
}
