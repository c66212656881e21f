import type { RowContents } from '../../../change/row-contents.ts';
import type { StoredOrg } from '../../../db/organisations.ts';
import type { PackedRows } from '../../../db/packed-rows.ts';
import type { Role } from '../../../domain/authority/roles.ts';
import type { Problem } from '../../../domain/problem.ts';
import type { RepairTally } from '../../../input/repair-log.ts';
import type { SourceFile } from '../../../input/source.ts';
import type { StaffField } from '../../../input/staff-file.ts';
import type { TableOptions } from '../../../input/table-options.ts';
import type { TableInfo } from '../../../input/table-reader.ts';

/** What a staff file is to be read for. Plain data: another thread can be asked. */
export interface StaffRequest {
  readonly file: SourceFile;
  readonly options: TableOptions;
  /** false turns each repair into an error */
  readonly repair: boolean;
  /** ISO date: ages are counted to this day */
  readonly today: string;
  /** every organisation, for the rows that name their own */
  readonly orgs: readonly StoredOrg[];
  /** the code of the organisation of rows that name none */
  readonly org: string;
  /** the IINs that the database holds anywhere, where they are few enough to be sent along; null = many */
  readonly stored: ReadonlySet<string> | null;
  /** people about whom rows differ, as `org/iin`: none of their rows can be used */
  readonly conflicting: ReadonlySet<string>;
}

/** One piece of a staff file, checked and ready to be written. */
export interface StaffBatch {
  /** people who are not in the database, by organisation and IIN */
  readonly added: PackedRows;
  /** where each of them stands among the people of this piece */
  readonly places: Uint32Array;
  /** people who may be there */
  readonly met: PackedRows;
  /** what the digests of `added` are made of */
  readonly contents: RowContents;
  /** the codes of the organisations of all rows */
  readonly orgs: readonly string[];
  readonly roles: readonly GivenRole[];
  /** people about whom rows differ, as `org/iin`, found only now: rows of theirs may have come in earlier batches */
  readonly conflicts: readonly string[];
  /** rows of the file, those that cannot be used included */
  readonly read: number;
  readonly rejected: number;
  readonly problems: readonly Problem[];
  readonly repairs: readonly RepairTally[];
  /** bytes of the file read so far, 0 to 1; null for a workbook, which is not read from its start to its end */
  readonly share: number | null;
  /** whether the file is being read again, for what stands in it more than once */
  readonly again: boolean;
  /** null only when the file ended, or could not be read, before its header */
  readonly info: TableInfo<StaffField> | null;
  /** SHA-256 of the file, hexadecimal, in the last batch */
  readonly sha256: string | null;
}

/** A batch before it is known how far the reading has come. */
export type GatheredBatch = Omit<StaffBatch, 'share' | 'again'>;

/** A role that a row gives to its person. */
export interface GivenRole {
  readonly org: string;
  readonly iin: string;
  readonly role: Role;
  readonly surname: string;
  readonly given_name: string;
}
