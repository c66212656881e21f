import type { RowKindName } from '../history-problems.ts';
import type { Action } from './permissions.ts';

/** The right that writing a row needs, whatever command wrote it. */
const BY_KIND: Readonly<Record<RowKindName, Action>> = {
  org: 'import-orgs',
  year: 'init',
  staff: 'import-staff',
  role: 'assign-role',
  login: 'grant-access',
  street: 'import-streets',
  binding: 'bind-streets',
  review: 'review-territory',
  settings: 'set-year-settings',
  'season-rules': 'set-window',
  appointment: 'appoint-executor',
};

/** Rows that a command writes beside its own: who may run it may take them back with the rest. */
const BESIDE: Readonly<Record<string, Partial<Readonly<Record<RowKindName, Action>>>>> = {
  // The contacts of the executor, which the director states.
  'appoint-executor': { staff: 'appoint-executor' },
  // An appointment ends with the role, and both with the employment.
  'assign-role': { appointment: 'assign-role' },
  'import-staff': { appointment: 'import-staff', login: 'import-staff' },
};

/**
 * Who may take a row of a change back: who may have carried the change out.
 * @param command what made the change; of an undo, what made the change that it takes back
 */
export function rightToUndo(command: string, kind: RowKindName): Action {
  return BESIDE[command]?.[kind] ?? BY_KIND[kind];
}
