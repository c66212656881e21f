import { readBin } from '../domain/identity/bin.ts';
import { readOrgCode } from '../domain/identity/org-code.ts';
import { problem, type Reading } from '../domain/problem.ts';
import { headerKey } from './header-key.ts';
import { CellReader, type FileKind } from './row-reading.ts';
import { binSpellings, kindSpellings, nameKkSpellings, nameRuSpellings } from './spellings.ts';

export type OrgField = 'code' | 'kind' | 'bin' | 'name_kk' | 'name_ru' | 'department' | 'kato' | 'territory';

/** One organisation of `import-orgs`. */
export interface OrgFileRow {
  readonly code: string;
  readonly kind: 'department' | 'school';
  /** 12 digits, checked */
  readonly bin: string;
  readonly name_kk: string;
  readonly name_ru: string;
  /** the code, BIN or name of the department above, as written; null where the cell says nothing */
  readonly department: string | null;
  /** 9 digits; null where the cell says nothing */
  readonly kato: string | null;
  /** `none` is declared by special schools; null where the cell says nothing */
  readonly territory: 'yes' | 'none' | null;
}

const kinds = wordsOf({
  department: [
    'department',
    'білім бөлімі',
    'бөлім',
    'білім басқармасы',
    'басқарма',
    'отдел образования',
    'отдел',
    'управление образования',
    'управление',
  ],
  school: ['school', 'мектеп', 'білім беру ұйымы', 'школа', 'организация образования'],
});

const territories = wordsOf({
  yes: ['yes', 'иә', 'ия', 'бар', 'да', 'есть'],
  none: ['none', 'no', 'жоқ', 'нет'],
});

/** `code,kind,bin,name_kk,name_ru,department,kato,territory`. */
export const orgFile: FileKind<OrgField, OrgFileRow> = {
  spec: {
    fields: [
      { field: 'code', spellings: ['Коды', 'Ұйым коды', 'Код', 'Код организации', 'Code'], required: true },
      { field: 'kind', spellings: kindSpellings, required: true },
      { field: 'bin', spellings: binSpellings, required: true },
      { field: 'name_kk', spellings: nameKkSpellings, required: true },
      { field: 'name_ru', spellings: nameRuSpellings, required: true },
      {
        field: 'department',
        spellings: [
          'Білім бөлімі',
          'Бөлім',
          'Отдел образования',
          'Отдел',
          'Вышестоящая организация',
          'Department',
        ],
      },
      { field: 'kato', spellings: ['ӘАОЖ', 'КАТО', 'Код КАТО', 'KATO'] },
      {
        field: 'territory',
        spellings: [
          'Бекітілген аумақ',
          'Аумақ',
          'Аумағы',
          'Закреплённая территория',
          'Территория',
          'Territory',
        ],
      },
    ],
  },
  readRow(row) {
    const cells = new CellReader(row);
    const code = cells.required('code', readOrgCode);
    const kind = cells.required('kind', readKind);
    const bin = cells.required('bin', readBin);
    const name_kk = cells.requiredText('name_kk');
    const name_ru = cells.requiredText('name_ru');
    const department = cells.text('department');
    const kato = cells.optional('kato', readKato);
    const territory = cells.optional('territory', readTerritory);
    if (!code || !kind || !bin || !name_kk || !name_ru || kato === undefined || territory === undefined)
      return cells.refusal();
    return cells.accept({ code, kind, bin, name_kk, name_ru, department, kato, territory });
  },
};

function readKind(value: string): Reading<'department' | 'school'> {
  const kind = kinds.get(headerKey(value));
  return kind ? { ok: true, value: kind } : { ok: false, problem: problem('org-kind-unknown', { value }) };
}

function readTerritory(value: string): Reading<'yes' | 'none'> {
  const territory = territories.get(headerKey(value));
  return territory
    ? { ok: true, value: territory }
    : { ok: false, problem: problem('territory-unknown', { value }) };
}

/** KATO is nine digits (the national classifier of administrative-territorial objects). */
function readKato(value: string): Reading<string> {
  return /^[0-9]{9}$/.test(value)
    ? { ok: true, value }
    : { ok: false, problem: problem('kato-malformed', { value }) };
}

function wordsOf<V extends string>(words: Readonly<Record<V, readonly string[]>>): ReadonlyMap<string, V> {
  const values = Object.keys(words) as V[];
  return new Map(values.flatMap(value => words[value].map(word => [headerKey(word), value] as const)));
}
