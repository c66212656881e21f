import { type Role, readRole } from '../domain/authority/roles.ts';
import { readIin } from '../domain/identity/iin.ts';
import { warning } from '../domain/problem.ts';
import { RowsSeen } from './duplicates.ts';
import { CellReader, type FileKind } from './row-reading.ts';
import { iinSpellings, roleSpellings } from './spellings.ts';

export type RoleField = 'iin' | 'role';

/** One role of `assign-role --file`. */
export interface RoleFileRow {
  readonly iin: string;
  readonly role: Role;
}

/** `iin,role`; a person may stand in several rows with different roles. */
export const roleFile: FileKind<RoleField, RoleFileRow> = {
  spec: {
    fields: [
      { field: 'iin', spellings: iinSpellings, required: true },
      { field: 'role', spellings: roleSpellings, required: true },
    ],
  },
  readRow(row) {
    const cells = new CellReader(row);
    const iin = cells.required('iin', readIin);
    const role = cells.required('role', readRole);
    return iin && role ? cells.accept({ iin, role }) : cells.refusal();
  },
  acrossRows() {
    const seen = new RowsSeen();
    return (row, { iin, role }) => {
      const earlier = seen.meet(`${iin}/${role}`, '', row.line);
      return (
        earlier && {
          problem: warning('row-duplicate', { first: earlier.line }, row.place('iin')),
          drop: true,
        }
      );
    };
  },
};
