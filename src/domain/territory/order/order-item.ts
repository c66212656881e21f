import type { Problem } from '../../problem.ts';

/** One way to tell a street's name from its houses. */
export interface OrderSplit {
  /** spellings of the street, the likeliest first: only the street list can say which of them it knows */
  readonly streets: readonly string[];
  readonly houses: string;
}

/** One street of an order with its houses, or words that stand where one is expected. */
export interface OrderItem {
  /** the physical line (from 1) where it starts */
  readonly line: number;
  /** place of its school among the schools of the reading; null when none is named before it */
  readonly school: number | null;
  /** as written */
  readonly words: string;
  /** every way to read it, the shortest name first; empty when there is none */
  readonly splits: readonly OrderSplit[];
  /** nothing says that it is a street but its place: a title or a remark may stand there too */
  readonly weak: boolean;
  /** stands behind a comma, so that unread words here may belong to the item before */
  readonly joined: boolean;
  /** number of the stretch between two semicolons or ends of lines; null for a row of a table */
  readonly sentence: number | null;
  /** the stretch where its houses end */
  readonly lastSentence: number | null;
  /** its lines, each as it stands in the order; none of a row of a table */
  readonly lines: readonly string[];
  /** why it must not be bound, whatever the street list says */
  readonly doubt: Problem | null;
}

/** The words that name a school, and where. */
export interface SchoolMention {
  readonly words: string;
  readonly line: number;
  /** nothing but the end of its line ends it: streets may stand among the words */
  readonly open?: true;
}

/** What the text of an order says, before it is known which schools and streets there are. */
export interface OrderReading {
  readonly schools: readonly SchoolMention[];
  readonly items: readonly OrderItem[];
  /** the end of the order: control, entry into force, signatures; nothing but a warning unless a street is called so */
  readonly closing: OrderItem | null;
  /** what stands among it that is none of these: never read as streets */
  readonly behind: readonly OrderItem[];
  /** what is wrong with the text as a whole */
  readonly problems: readonly Problem[];
}
