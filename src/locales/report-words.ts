import type { Action } from '../domain/authority/permissions.ts';
import type { Encoding } from '../domain/encoding-problems.ts';
import type { RowKindName } from '../domain/history-problems.ts';
import type { ApprovalReason } from '../domain/operation-problems.ts';
import type { CheckStatus } from '../domain/readiness/check.ts';
import type { RepairCode } from '../domain/text/repair.ts';
import type { BackupWords } from './backup-words.ts';
import type { ProgressWords } from './progress-words.ts';

/** Counts of a change, as shown. */
export interface Counts {
  readonly read: number;
  readonly add: number;
  readonly update: number;
  readonly remove: number;
  readonly unchanged: number;
  readonly rejected: number;
}

/** What was found out about a table file by itself. UTF-8 goes without saying. */
export interface FoundTable {
  readonly delimiter: string;
  readonly encoding: Encoding;
  /** null for a text; a sheet has neither delimiter nor encoding */
  readonly sheet: string | null;
}

/** Sentences and labels of what the program reports when nothing is wrong. */
export interface ReportWords {
  readonly progress: ProgressWords;
  readonly counts: (counts: Counts) => string;
  readonly applied: (change: number) => string;
  readonly partlyApplied: (change: number, rejected: number) => string;
  readonly planned: string;
  readonly plannedApprovals: (reasons: string) => string;
  /** said before the question */
  readonly mustApprove: (reasons: string) => string;
  readonly unchanged: string;
  /** the same where rows were left out */
  readonly unchangedRest: string;
  readonly rejected: (errors: number) => string;
  readonly nothingWritten: string;
  readonly declined: string;
  /** ends a list of columns of which only the first are named */
  readonly moreColumns: (n: number) => string;
  readonly moreChanges: (n: number) => string;
  readonly moreProblems: (n: number) => string;
  /** how many places one cause has; no full stop, places may follow */
  readonly samePlaces: (n: number) => string;
  /** the same where rows are bad for this cause alone; `places` counts all its places */
  readonly onlyCause: (rows: number, places: number) => string;
  /** heads the counted causes below a long list of problems */
  readonly byCause: string;
  /** an employee who had left works again, as an event in the plan */
  readonly returned: string;
  /** an employee leaves, as an event in the plan */
  readonly left: string;
  /** heads the houses that pass from one school to another */
  readonly housesMoved: string;
  /** heads the houses that a school loses and no other gains */
  readonly housesDropped: string;
  /** heads the houses that become shared */
  readonly housesShared: string;
  readonly sharedWith: (school: string, others: readonly string[]) => string;
  readonly streetCount: (n: number) => string;
  /** houses that are known to exist */
  readonly knownHouses: (n: number) => string;
  readonly moreStreets: (n: number) => string;
  /** heads of the columns that show how an order was read */
  readonly orderLine: string;
  readonly orderWritten: string;
  /** stands for the houses of what was not read */
  readonly orderUnread: string;
  /** heads what was repaired in a file while it was read */
  readonly repaired: string;
  /** in how many cells of one column; no full stop, the first cells follow */
  readonly repairs: Readonly<Record<RepairCode, (cells: number) => string>>;
  readonly repairedCell: (line: number, from: string, to: string) => string;
  /** the rejects file and how many rows are in it */
  readonly rejectsWritten: (file: string, rows: number) => string;
  /** said of the rows of a workbook */
  readonly rejectsAsCsv: string;
  /** `older`: a file of that name is there all the same */
  readonly noRejects: (file: string, older: boolean) => string;
  readonly next: string;
  readonly fix: string;
  readonly planSaved: (file: string) => string;
  readonly written: (file: string) => string;
  readonly database: (target: string) => string;
  readonly tableFound: (table: FoundTable, columns: string) => string;
  readonly rowsSkipped: (rows: readonly { readonly line: number; readonly text: string }[]) => string;
  readonly columnsIgnored: (columns: string) => string;
  /** columns that are not read, and stand in the answer as they came */
  readonly columnsRepeated: (columns: string) => string;
  readonly kinds: Readonly<Record<RowKindName, string>>;
  readonly approvals: Readonly<Record<ApprovalReason, (count: number) => string>>;
  readonly actions: Readonly<Record<Action, string>>;
  readonly roles: Readonly<Record<'superadmin' | 'admin' | 'director' | 'executor', string>>;
  readonly offices: Readonly<
    Record<'superadmin' | 'admin' | 'director' | 'executor', (org: string) => string>
  >;
  readonly statuses: Readonly<Record<CheckStatus, string>>;
  /** the ids of checks that were left out on demand */
  readonly checksSkipped: (ids: readonly string[]) => string;
  readonly readyOrg: (org: string) => string;
  readonly notReadyOrg: (org: string, failing: number) => string;
  readonly readyAll: (orgs: number) => string;
  readonly notReadyAll: (notReady: number, orgs: number) => string;
  readonly by: (role: string) => string;
  readonly covered: (house: string) => string;
  readonly notCovered: (house: string) => string;
  readonly territoryOf: (school: string, year: string) => string;
  readonly territoryNone: string;
  readonly territoryEmpty: string;
  readonly territoryReviewed: (change: number) => string;
  readonly territoryMoved: (version: string) => string;
  readonly territoryUnread: (version: string) => string;
  /** what is to be seen on a street: houses of two schools, or of none */
  readonly territoryFindings: {
    readonly overlap: (street: string, school: string, houses: string) => string;
    readonly shared: (street: string, school: string, houses: string, why: string) => string;
    readonly gap: (street: string, houses: string) => string;
    readonly possibleGap: (street: string, houses: string) => string;
  };
  readonly columns: Readonly<
    Record<'change' | 'at' | 'command' | 'actor' | 'summary' | 'check' | 'status', string>
  >;
  readonly typed: string;
  readonly fileRead: (name: string, sha256: string) => string;
  readonly machine: (host: string, user: string) => string;
  readonly versions: (program: string, node: string, engine: string) => string;
  readonly historyWhole: (changes: number, rows: number) => string;
  /** `head` is the digest of the last line */
  readonly historyHead: (head: string) => string;
  readonly backup: BackupWords;
  readonly historyBroken: (breaks: number) => string;
  readonly noRows: string;
  readonly noOverlaps: string;
  readonly noGaps: string;
  readonly rowCount: (n: number) => string;
  /** some cells end in `…` */
  readonly cellsShortened: string;
  readonly yes: string;
  readonly no: string;
}
