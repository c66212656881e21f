/** What can be wrong with the text of an order: code → arguments. `words` quotes the order. */
export interface OrderProblems {
  /** the text holds nothing that could be a street */
  'order-without-streets': Record<never, never>;
  /** words that stand before any school, where no `--school` was given */
  'order-without-school': { words: string };
  /** `command` reads the table that the text is */
  'order-is-table': { command: string };
  'order-is-foreign': {
    format:
      | 'word'
      | 'old-office'
      | 'odt'
      | 'ods'
      | 'pdf'
      | 'rtf'
      | 'html'
      | 'archive'
      | 'image'
      | 'damaged'
      | 'other';
  };
  'order-too-long': { limit: number };
  /** a table kept with pipes whose header names no column of streets */
  'order-table-columns': Record<never, never>;
  /** neither a street nor houses nor a school */
  'order-words-unread': { words: string };
  'order-houses-without-street': { words: string };
  /** where the name ends and the houses begin; each candidate is a way to read it */
  'order-split-unclear': { words: string; candidates: readonly string[] };
  'order-unclosed': { words: string };
  /** a school is named and more stands beside it, without a colon between them */
  'order-heading-unclear': { words: string };
  /** words of a school's heading, `rest`, that no name of the schools with this number accounts for */
  'order-school-unclear': { text: string; rest: string; candidates: readonly string[] };
  /** told once for all that wait because of `line`, which was not read and may name another school; its words */
  'order-school-unsure': { words: string; line: number; lines: number };
  /** told once, where the school is named; `lines` of the order fail for nothing else */
  'order-school-unknown': { text: string; nearest: readonly string[]; lines: number };
  /** only a warning: `--school` stands for the one school that the text names and nobody knows */
  'order-school-meant': { text: string; school: string };
  /** only in the table of unread lines: the houses are marked so that the row binds nothing as it stands */
  'order-row-held': Record<never, never>;
  /** another line about this street of this school was not read */
  'order-street-incomplete': { street: string; line: number };
  /** only a warning: what stands before the first school or street */
  'order-preamble': { from: number; to: number };
  /** the order only adds, but `--replace-all` would drop all that it does not name */
  'order-adds': { words: string };
  /** only a warning: the end of the order, which is passed over */
  'order-closing': { words: string };
}
