import { CellReader, type FileKind } from './row-reading.ts';
import { housesSpellings, schoolSpellings, streetSpellings } from './spellings.ts';

export type BindingField = 'school' | 'street' | 'houses' | 'shared_houses' | 'share';

/** One row of `bind-streets --file`; everything as written, resolved by the command. */
export interface BindingFileRow {
  /** code, BIN or unique name */
  readonly school: string;
  readonly street: string;
  /** a house list; empty means the whole street */
  readonly houses: string;
  /** which of the houses other schools serve too; empty means all of them */
  readonly sharedHouses: string;
  /** why; null where the row does not say that they are shared */
  readonly share: string | null;
}

/** Longer than any reason that a person would read in a plan. */
const LONGEST_REASON = 300;

/** `school,street,houses,shared_houses,share`. */
export const bindingFile: FileKind<BindingField, BindingFileRow> = {
  spec: {
    fields: [
      { field: 'school', spellings: schoolSpellings, required: true },
      {
        field: 'street',
        spellings: streetSpellings,
        required: true,
      },
      { field: 'houses', spellings: housesSpellings },
      { field: 'shared_houses', spellings: ['Ортақ үйлер', 'Общие дома', 'Shared houses'] },
      {
        field: 'share',
        spellings: ['Ортақ бекіту себебі', 'Причина совместного закрепления', 'Shared because'],
      },
    ],
  },
  readRow(row) {
    const cells = new CellReader(row);
    const school = cells.requiredText('school');
    const street = cells.requiredText('street');
    const share = cells.text('share', LONGEST_REASON);
    if (!school || !street) return cells.refusal();
    const sharedHouses = row.text('shared_houses');
    return cells.accept({ school, street, houses: row.text('houses'), sharedHouses, share });
  },
};
