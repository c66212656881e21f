import { problem, warning } from '../../../domain/problem.ts';
import { cleanBlanks } from '../../../domain/text/blanks.ts';
import { SeenFilter } from '../../../input/seen-filter.ts';
import type { StaffField, StaffFileRow } from '../../../input/staff-file.ts';
import type { TableRow } from '../../../input/table-row.ts';
import type { BatchBuilder } from './batch-builder.ts';

type Row = TableRow<StaffField>;

/** What the first row about a person at an organisation said. */
interface Earlier {
  readonly row: Row;
  readonly content: string;
  readonly roles: Set<string | null>;
  /** rows are known to differ about this person */
  readonly conflicting: boolean;
  /** that this first row conflicts with another has been told */
  told: boolean;
}

/**
 * Finds rows that speak of one person, and e-mail addresses that two people have, with memory that does not grow with
 * the file. The first reading of the file passes every row through `hold`; what may be a double waits, and the second
 * reading (only where something waits) passes those rows through `settle`, which knows for certain.
 *
 * The same row again is a warning; rows that differ about a person are errors that name each other's lines; rows that
 * differ in their role alone give a person two roles (issue: "Duplicates").
 */
export class Doubles {
  readonly #iins: SeenFilter;
  readonly #emails: SeenFilter;
  readonly #conflicting: ReadonlySet<string>;
  readonly #heldIins = new Set<string>();
  readonly #heldEmails = new Set<string>();
  readonly #heldRecords = new Set<number>();
  readonly #people = new Map<string, Earlier>();
  readonly #owners = new Map<string, { iin: string; line: number }>();

  /**
   * @param expected about how many rows will come
   * @param conflicting people about whom rows are known to differ, as `org/iin`
   */
  constructor(expected: number, conflicting: ReadonlySet<string>) {
    this.#iins = new SeenFilter(expected);
    this.#emails = new SeenFilter(expected);
    this.#conflicting = conflicting;
    for (const person of conflicting) this.#heldIins.add(person.slice(person.indexOf('/') + 1));
  }

  /** First reading: whether a good row must wait for the second one. */
  hold(row: Row, { iin, email }: StaffFileRow): boolean {
    if (email !== null && this.#emails.meet(email)) this.#heldEmails.add(email.toLowerCase());
    const again = this.#iins.meet(iin);
    if (!again && !this.#conflicting.size) return false;
    if (!again && !this.#heldIins.has(iin)) return false;
    this.#heldIins.add(iin);
    this.#heldRecords.add(row.record);
    return true;
  }

  /** Whether the file must be read a second time. */
  get waiting(): boolean {
    return this.#heldIins.size > 0 || this.#heldEmails.size > 0;
  }

  /** Second reading: whether a row may be one of those, told from its cells as written. */
  concerns(row: Row): boolean {
    if (this.#heldIins.size > 0) {
      const digits = row.text('iin').replace(/\D+/g, '').padStart(12, '0');
      if (this.#heldIins.has(digits)) return true;
    }
    return this.#heldEmails.size > 0 && this.#heldEmails.has(cleanBlanks(row.text('email')).toLowerCase());
  }

  /** Second reading: delivers a row that waited, or says why not. */
  settle(row: Row, org: string, value: StaffFileRow, into: BatchBuilder): void {
    this.#compareEmail(row, value, into);
    if (!this.#heldIins.has(value.iin)) return;
    const waited = this.#heldRecords.has(row.record);
    const person = `${org}/${value.iin}`;
    const content = staffContent(value);
    const earlier = this.#people.get(person);
    if (!earlier) {
      const conflicting = this.#conflicting.has(person);
      this.#people.set(person, { row, content, roles: new Set([value.role]), conflicting, told: false });
      if (waited && !conflicting) into.add(org, value);
      if (waited) into.read++;
      return;
    }
    into.read++;
    if (earlier.content !== content) {
      this.#conflict(person, earlier, row, value.iin, into);
    } else if (value.role !== null && !earlier.roles.has(value.role)) {
      earlier.roles.add(value.role);
      if (!earlier.conflicting) into.giveRole(org, value);
    } else into.problems.push(warning('row-duplicate', { first: earlier.row.line }, row.place('iin')));
  }

  /** Which of the two is right nobody can tell: neither is used. */
  #conflict(person: string, earlier: Earlier, row: Row, iin: string, into: BatchBuilder): void {
    const differ = (one: Row, other: Row) => {
      into.problems.push(problem('row-conflict', { iin, first: other.line }, one.place('iin')));
      into.rejected++;
    };
    if (!earlier.told) {
      earlier.told = true;
      into.conflicts.push(person);
      differ(earlier.row, row);
    }
    differ(row, earlier.row);
  }

  /** One mailbox for two people: mail about one reaches the other. */
  #compareEmail(row: Row, { iin, email }: StaffFileRow, into: BatchBuilder): void {
    const address = email?.toLowerCase() ?? '';
    if (!this.#heldEmails.has(address)) return;
    const owner = this.#owners.get(address);
    if (!owner) this.#owners.set(address, { iin, line: row.line });
    else if (owner.iin !== iin)
      into.problems.push(
        warning('email-shared', { email: address, iin: owner.iin, line: owner.line }, row.place('email')),
      );
  }
}

/** What a row says about the person, as one text. */
function staffContent(row: StaffFileRow): string {
  const { surname, given_name, patronymic, position, phone, email, hired_on } = row;
  return [surname, given_name, patronymic, position, phone, email, hired_on]
    .map(part => part ?? '')
    .join('\u001f');
}
