import type { SetPart } from './territory/set-parts.ts';

/** The kinds of rows as they are named in problems. */
export type RowKindName =
  | 'org'
  | 'year'
  | 'staff'
  | 'role'
  | 'login'
  | 'street'
  | 'binding'
  | 'review'
  | 'settings'
  | 'season-rules'
  | 'appointment';

/**
 * What can stand against taking a change back, and what can be wrong with the history. Code → arguments; `by` is the
 * change that stands in the way, null where none can be named; `first` are the keys of the first rows.
 */
export interface HistoryProblems {
  'change-not-undoable': { change: number; command: string };
  'change-undone': { change: number; by: number; rows: number };
  'rows-moved-since': {
    change: number;
    by: number;
    command: string;
    at: string;
    rows: number;
    first: readonly string[];
  };
  /** rows that would name a row which is not there */
  'undo-strands-rows': {
    kind: RowKindName;
    rows: number;
    first: readonly string[];
    parent: RowKindName;
    by: number | null;
  };
  'undo-role-of-left': { org: string; iin: string; name: string; role: string; by: number };
  'undo-idles-executor': { school: string; iin: string; name: string; left: boolean; by: number | null };
  'undo-misplaces-streets': {
    school: string;
    column: 'territory' | 'department';
    streets: number;
    year: string;
    by: number;
  };
  'undo-doubles-houses': {
    street: string;
    school: string;
    other: string;
    houses: readonly SetPart[];
    by: number | null;
  };
  'undo-doubles-street': { street: string; by: number | null };
  // verify-history
  'history-line-missing': { change: number };
  'history-line-altered': { change: number; command: string; at: string };
  'history-line-detached': { change: number; command: string; at: string };
  'history-rows-differ': {
    change: number;
    command: string;
    at: string;
    /** rows that the change wrote, as far as they can still be found */
    rows: number;
    first: readonly string[];
  };
  'history-orgs-differ': { change: number; command: string; at: string };
  'history-former-altered': { change: number; kind: string; key: string };
  'history-row-stray': { change: number; kind: RowKindName; key: string };
}
