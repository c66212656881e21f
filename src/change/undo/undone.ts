import { cell, type Row, type RowKind, rowKey } from '../../db/tables.ts';

/** A binding as it was before the undo and as the undo leaves it; null where there is none. */
export interface MovedBinding {
  readonly before: Row | null;
  readonly after: Row | null;
}

/** What an undo has touched, as far as the rules of the domain must look at it afterwards. */
export class Undone {
  /** kinds of which rows were put back, and of which rows were taken away */
  readonly restored = new Set<RowKind>();
  readonly removed = new Set<RowKind>();
  readonly orgs = new Set<string>();
  /** year and department of the street lists → identities of the streets that got a name back */
  readonly streets = new Map<string, Set<string>>();
  /** year and department → street → school → its binding */
  readonly bindings = new Map<string, Map<string, Map<string, MovedBinding>>>();
  /** year settings that were put back, by year and school */
  readonly settings = new Map<string, Row>();
  /** organisations that lost a super-administrator */
  readonly superadmins = new Set<string>();

  /** @param before the row as it was stored @param after null where it goes */
  note(kind: RowKind, before: Row | null, after: Row | null): void {
    const row = (after ?? before) as Row;
    const text = (column: string) => String(cell(row, column));
    const list = `${text('year')}/${text('department')}`;
    (after === null ? this.removed : this.restored).add(kind);
    if (kind === 'org') this.orgs.add(text('code'));
    if (kind === 'street' && after !== null && (before === null || isRenamed(before, after))) {
      const streets = this.streets.get(list) ?? new Set();
      this.streets.set(list, streets.add(text('street')));
    }
    if (kind === 'binding') {
      const streets = this.bindings.get(list) ?? new Map<string, Map<string, MovedBinding>>();
      const schools = streets.get(text('street')) ?? new Map<string, MovedBinding>();
      this.bindings.set(list, streets.set(text('street'), schools.set(text('school'), { before, after })));
    }
    if (kind === 'settings' && after !== null) this.settings.set(rowKey(kind, after), after);
    if (kind === 'role' && after === null && text('role') === 'superadmin') this.superadmins.add(text('org'));
  }
}

function isRenamed(before: Row, after: Row): boolean {
  return ['name_kk', 'kind', 'settlement'].some(column => cell(before, column) !== cell(after, column));
}
