import { settlementKey } from '../street-name.ts';
import { fromLatin } from './latin-name.ts';

/**
 * Cities of Kazakhstan as people write them without `г.` or `қаласы`: those of the republic, the centres of regions
 * and what else can be no village. Names that villages have too (Абай, Ақсу, Алға) need the word of a city.
 */
const NAMES = [
  ...[
    'Астана',
    'Нұр-Сұлтан',
    'Алматы',
    'Алма-Ата',
    'Шымкент',
    'Чимкент',
    'Көкшетау',
    'Ақтөбе',
    'Талдықорған',
  ],
  ...['Қонаев', 'Қапшағай', 'Капчагай', 'Атырау', 'Өскемен', 'Усть-Каменогорск', 'Семей', 'Тараз', 'Орал'],
  ...['Уральск', 'Қарағанды', 'Караганда', 'Жезқазған', 'Жезказган', 'Қостанай', 'Кустанай', 'Қызылорда'],
  ...['Кзыл-Орда', 'Ақтау', 'Павлодар', 'Петропавл', 'Петропавловск', 'Түркістан', 'Туркестан'],
  ...[
    'Теміртау',
    'Екібастұз',
    'Рудный',
    'Жаңаөзен',
    'Балқаш',
    'Риддер',
    'Степногорск',
    'Щучинск',
    'Қаскелең',
  ],
  ...['Талғар', 'Қосшы', 'Кентау', 'Лисаковск', 'Шахтинск', 'Хромтау', 'Құлсары', 'Байқоңыр', 'Жаркент'],
] as const;

const keys: ReadonlySet<string> = new Set(NAMES.map(settlementKey));

/** Whether a settlement's key is that of a city. */
export function isCityKey(key: string): boolean {
  return keys.has(key);
}

/** Whether words that say no kind are the name of a city: `Алматы`, `Almaty`. */
export function isKnownCity(words: string): boolean {
  return isCityKey(settlementKey(words)) || isCityKey(settlementKey(fromLatin(words) ?? words));
}
