import { CellReader, type FileKind } from './row-reading.ts';
import { housesSpellings, schoolSpellings } from './spellings.ts';

export type BindingField = 'school' | 'street' | 'houses';

/** One row of `bind-streets --file`; everything as written, resolved by the command. */
export interface BindingFileRow {
  /** code, BIN or unique name */
  readonly school: string;
  readonly street: string;
  /** a house list; empty means the whole street */
  readonly houses: string;
}

/** `school,street,houses`. */
export const bindingFile: FileKind<BindingField, BindingFileRow> = {
  spec: {
    fields: [
      { field: 'school', spellings: schoolSpellings, required: true },
      {
        field: 'street',
        spellings: ['Көше', 'Көшесі', 'Көше атауы', 'Улица', 'Название улицы', 'Street'],
        required: true,
      },
      { field: 'houses', spellings: housesSpellings },
    ],
  },
  readRow(row) {
    const cells = new CellReader(row);
    const school = cells.requiredText('school');
    const street = cells.requiredText('street');
    return school && street ? cells.accept({ school, street, houses: row.text('houses') }) : cells.refusal();
  },
};
