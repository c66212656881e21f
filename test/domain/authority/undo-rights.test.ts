import { describe, expect, it } from 'vitest';
import { type RowKind, rowKinds } from '../../../src/db/tables.ts';
import { type Action, PERMISSIONS } from '../../../src/domain/authority/permissions.ts';
import { rightToUndo } from '../../../src/domain/authority/undo-rights.ts';

describe('the right to take a row of a change back', () => {
  it.each<[string, RowKind, Action]>([
    ['import-orgs', 'org', 'import-orgs'],
    ['import-staff', 'staff', 'import-staff'],
    ['import-staff', 'role', 'assign-role'],
    ['assign-role', 'role', 'assign-role'],
    ['import-streets', 'street', 'import-streets'],
    ['import-streets', 'binding', 'bind-streets'],
    ['bind-streets', 'binding', 'bind-streets'],
    ['bind-streets', 'street', 'import-streets'],
    ['review-territory', 'review', 'review-territory'],
    ['set-year-settings', 'settings', 'set-year-settings'],
    ['set-year-settings', 'season-rules', 'set-window'],
    ['appoint-executor', 'appointment', 'appoint-executor'],
    ['init', 'year', 'init'],
  ])('of %s, a row of %s: that of %s', (command, kind, action) => {
    expect(rightToUndo(command, kind)).toBe(action);
  });

  it.each<[string, RowKind, Action]>([
    ['appoint-executor', 'staff', 'appoint-executor'],
    ['import-staff', 'appointment', 'import-staff'],
    ['assign-role', 'appointment', 'assign-role'],
  ])('what %s writes beside its own rows, %s, goes with them: %s', (command, kind, action) => {
    expect(rightToUndo(command, kind)).toBe(action);
  });

  it('is never a right that nobody is asked for', () => {
    for (const kind of rowKinds) {
      const right = rightToUndo('a command to come', kind);
      expect(Object.keys(PERMISSIONS)).toContain(right);
      expect(right).not.toBe('read');
    }
  });
});
