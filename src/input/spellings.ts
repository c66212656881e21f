/** Headers that several kinds of file share; Kazakh, Russian, English. Compared by `headerKey`. */
export const iinSpellings = ['ЖСН', 'ИИН', 'IIN'] as const;
export const binSpellings = ['БСН', 'БИН', 'BIN'] as const;
export const roleSpellings = ['Рөлі', 'Рөл', 'Роль', 'Role'] as const;
export const schoolSpellings = [
  'Мектеп',
  'Мектебі',
  'Білім беру ұйымы',
  'Школа',
  'Организация образования',
  'School',
] as const;
export const streetSpellings = ['Көше', 'Көшесі', 'Көше атауы', 'Улица', 'Название улицы', 'Street'] as const;
export const housesSpellings = [
  'Үйлер',
  'Үй нөмірлері',
  'Үй №',
  'Дома',
  '№ дома',
  'Номера домов',
  'Houses',
  'House numbers',
] as const;
export const settlementSpellings = ['Елді мекен', 'Елді мекені', 'Населённый пункт', 'Settlement'] as const;
export const kindSpellings = ['Түрі', 'Вид', 'Тип', 'Kind', 'Type'] as const;
export const nameKkSpellings = [
  'Атауы',
  'Атауы қазақша',
  'Қазақша атауы',
  'Атауы (қаз)',
  'Наименование на казахском',
  'Наименование на казахском языке',
  'Название на казахском',
  'Название (каз)',
  'Name in Kazakh',
] as const;
export const nameRuSpellings = [
  'Атауы орысша',
  'Орысша атауы',
  'Атауы (орыс)',
  'Наименование',
  'Название',
  'Наименование на русском',
  'Наименование на русском языке',
  'Название на русском',
  'Название (рус)',
  'Name in Russian',
] as const;
