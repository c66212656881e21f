import { CellReader, type FileKind } from './row-reading.ts';
import { housesSpellings, settlementSpellings, streetSpellings } from './spellings.ts';

export type KnownHouseField = 'street' | 'settlement' | 'houses';

/** One row of `import-streets --houses-file`; everything as written. */
export interface KnownHouseRow {
  readonly street: string;
  readonly settlement: string | null;
  /** one house, or a list of houses */
  readonly houses: string;
}

/** `street,settlement,houses`: the houses that exist, one or several in a row; a street may have any number of rows. */
export const knownHouseFile: FileKind<KnownHouseField, KnownHouseRow> = {
  spec: {
    fields: [
      {
        field: 'street',
        spellings: [...streetSpellings, ...['Көшенің атауы', 'Наименование улицы', 'name_kk', 'name_ru']],
        required: true,
      },
      { field: 'settlement', spellings: settlementSpellings },
      {
        field: 'houses',
        spellings: [
          ...housesSpellings,
          'Үй',
          'Үйі',
          'Үй нөмірі',
          'Дом',
          'Номер дома',
          'House',
          'House number',
        ],
        required: true,
      },
    ],
  },
  readRow(row) {
    const cells = new CellReader(row);
    const street = cells.requiredText('street');
    const settlement = cells.text('settlement');
    const houses = row.text('houses') || cells.requiredText('houses');
    return street && houses ? cells.accept({ street, settlement, houses }) : cells.refusal();
  },
};
