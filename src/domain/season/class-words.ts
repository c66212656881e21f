/** Languages of instruction in Kazakhstan's schools (English in some of them). */
export const LANGUAGES = ['kk', 'ru', 'ug', 'uz', 'tg', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export const CLASS_TYPES = ['general', 'gymnasium', 'lyceum', 'special', 'inclusive'] as const;
export type ClassType = (typeof CLASS_TYPES)[number];

const LANGUAGE_WORDS: Readonly<Record<Language, readonly string[]>> = {
  kk: ['қазақ', 'қазақша', 'қаз', 'казахский', 'казахская', 'казахские', 'каз', 'kaz', 'kazakh'],
  ru: ['орыс', 'орысша', 'русский', 'русская', 'русские', 'рус', 'rus', 'russian'],
  ug: ['ұйғыр', 'ұйғырша', 'уйгурский', 'уйгурская', 'уйгурские', 'uyghur'],
  uz: ['өзбек', 'өзбекше', 'узбекский', 'узбекская', 'узбекские', 'uzbek'],
  tg: ['тәжік', 'тәжікше', 'таджикский', 'таджикская', 'таджикские', 'tajik'],
  en: ['ағылшын', 'ағылшынша', 'английский', 'английская', 'английские', 'english'],
};

const TYPE_WORDS: Readonly<Record<ClassType, readonly string[]>> = {
  general: ['жалпы', 'общий', 'общие', 'общеобразовательный', 'общеобразовательные'],
  gymnasium: ['гимназия', 'гимназиялық', 'гимназический', 'гимназические'],
  lyceum: ['лицей', 'лицейлік', 'лицейский', 'лицейские'],
  special: ['арнайы', 'түзету', 'специальный', 'специальные', 'коррекционный', 'коррекционные', 'correction'],
  inclusive: ['инклюзивті', 'инклюзивный', 'инклюзивные'],
};

const LANGUAGE_BY_WORD = byWord(LANGUAGES, LANGUAGE_WORDS);
const TYPE_BY_WORD = byWord(CLASS_TYPES, TYPE_WORDS);

/** The language that a word in any case names in Kazakh, Russian or English, or null. */
export function languageNamed(word: string): Language | null {
  return LANGUAGE_BY_WORD.get(word.toLowerCase()) ?? null;
}

/** The class type that a word in any case names in Kazakh, Russian or English, or null. */
export function classTypeNamed(word: string): ClassType | null {
  return TYPE_BY_WORD.get(word.toLowerCase()) ?? null;
}

function byWord<C extends string>(
  codes: readonly C[],
  words: Readonly<Record<C, readonly string[]>>,
): Map<string, C> {
  return new Map(codes.flatMap(code => [code, ...words[code]].map(word => [word, code] as const)));
}
