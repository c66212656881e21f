import { CellReader, cleanText, type FileKind } from './row-reading.ts';
import {
  housesSpellings,
  kindSpellings,
  nameKkSpellings,
  nameRuSpellings,
  settlementSpellings,
} from './spellings.ts';

export type StreetField = 'name_kk' | 'name_ru' | 'kind' | 'settlement' | 'aliases' | 'houses';

/** One street of `import-streets`; names and houses as written, read by the rules of the territory. */
export interface StreetFileRow {
  /** a name in one language alone stands for both */
  readonly name_kk: string;
  readonly name_ru: string;
  /** which of the two the file gives */
  readonly named: 'kk' | 'ru' | 'both';
  readonly kind: string | null;
  readonly settlement: string | null;
  /** other names, written with `|` between them */
  readonly aliases: readonly string[];
  /** the houses that exist, as a house list; null when the file does not say */
  readonly houses: string | null;
}

/** `name_kk,name_ru,kind,settlement,aliases,houses`; one of the names is enough. */
export const streetFile: FileKind<StreetField, StreetFileRow> = {
  spec: {
    fields: [
      {
        field: 'name_kk',
        spellings: [...nameKkSpellings, 'Көше', 'Көшесі', 'Көше атауы', 'Көшенің атауы'],
        required: true,
      },
      {
        field: 'name_ru',
        spellings: [...nameRuSpellings, 'Улица', 'Название улицы', 'Наименование улицы', 'Street'],
        insteadOf: ['name_kk'],
      },
      { field: 'kind', spellings: [...kindSpellings, 'Көше түрі', 'Вид улицы', 'Тип улицы'] },
      { field: 'settlement', spellings: settlementSpellings },
      {
        field: 'aliases',
        spellings: [
          'Басқа атаулары',
          'Бұрынғы атауы',
          'Бұрынғы атаулары',
          'Другие названия',
          'Прежнее название',
          'Прежние названия',
          'Aliases',
          'Former names',
        ],
      },
      { field: 'houses', spellings: housesSpellings },
    ],
  },
  readRow(row) {
    const cells = new CellReader(row);
    const [kk, ru] = [cells.text('name_kk'), cells.text('name_ru')];
    const aliases = cells.text('aliases');
    const name_kk = kk ?? ru ?? cells.requiredText('name_kk');
    const name_ru = ru ?? kk;
    if (!name_kk || !name_ru) return cells.refusal();
    return cells.accept({
      name_kk,
      name_ru,
      named: kk === null ? 'ru' : ru === null ? 'kk' : 'both',
      kind: cells.text('kind'),
      settlement: cells.text('settlement'),
      aliases: (aliases ?? '').split('|').map(cleanText).filter(Boolean),
      houses: row.text('houses') || null,
    });
  },
};
