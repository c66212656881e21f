import { type Problem, problem } from '../problem.ts';
import {
  CLASS_TYPES,
  type ClassType,
  classTypeNamed,
  LANGUAGES,
  type Language,
  languageNamed,
} from './class-words.ts';

/** Class sets of one language, type and size: `sets` classes with `size` pupils in each. */
export interface ClassSets {
  readonly language: Language;
  readonly type: ClassType;
  readonly sets: number;
  readonly size: number;
}

/** The class sets that were read, in canonical order, and every problem met. With problems the value is not to be used. */
export interface ClassSetsReading {
  readonly value: readonly ClassSets[];
  readonly problems: readonly Problem[];
}

/** Up to five digits a side: more is a slip, and stays out of the sums. The x may be Latin, Cyrillic, × or *. */
const COUNT = /(\d{1,5})\s?[xXхХ×*]\s?(\d{1,5})$/u;
/** A sign or a decimal point before the count belongs to a number that was not read whole. */
const CUT_NUMBER = /[\d.\-\u2012-\u2015\u2212]$/u;
const BETWEEN_ENTRIES = /[,;\r\n]/u;
const BLANKS = /\s+/gu;

/**
 * Reads `kk general 2x25, ru general 1x25`: entries between commas, semicolons or line breaks, each with a
 * language, a class type (words of three languages, in either order) and sets × pupils.
 *
 * The same language, type and size twice is a problem, not a sum: it is more often a line pasted twice than
 * meant, and the two readings differ in pupils. Different sizes of one language and type are usual.
 */
export function readClassSets(text: string): ClassSetsReading {
  const entries = text
    .normalize('NFC')
    .split(BETWEEN_ENTRIES)
    .map(entry => entry.replace(BLANKS, ' ').trim())
    .filter(entry => entry !== '');
  if (entries.length === 0)
    return { value: [], problems: [problem('classes-empty', { value: text.trim() })] };
  const read = new Map<string, ClassSets>();
  const problems: Problem[] = [];
  for (const words of entries) {
    const entry = readEntry(words, problems);
    if (entry === null) continue;
    const kind = `${entry.language} ${entry.type} ${entry.size}`;
    const same = read.get(kind);
    if (same === undefined) read.set(kind, entry);
    else
      problems.push(
        problem('classes-twice', { words, proposal: written({ ...same, sets: same.sets + entry.sets }) }),
      );
  }
  return { value: [...read.values()].sort(compareClassSets), problems };
}

/** The canonical text, `kk general 2x25, ru general 1x25`; `readClassSets` reads it back. */
export function writeClassSets(classes: readonly ClassSets[]): string {
  return [...classes].sort(compareClassSets).map(written).join(', ');
}

/** Pupils whom these class sets hold together. */
export function placesIn(classes: readonly ClassSets[]): number {
  return classes.reduce((sum, each) => sum + each.sets * each.size, 0);
}

function readEntry(words: string, problems: Problem[]): ClassSets | null {
  const count = COUNT.exec(words);
  const names = count === null ? '' : words.slice(0, count.index).trimEnd();
  if (count === null || CUT_NUMBER.test(names)) {
    problems.push(problem('classes-malformed', { words }));
    return null;
  }
  const kind = readKind(words, names, problems);
  const sets = Number(count[1]);
  const size = Number(count[2]);
  if (sets === 0 || size === 0) {
    problems.push(problem('classes-zero', { words }));
    return null;
  }
  return kind === null ? null : { ...kind, sets, size };
}

function readKind(
  words: string,
  names: string,
  problems: Problem[],
): Pick<ClassSets, 'language' | 'type'> | null {
  let language: Language | null = null;
  let type: ClassType | null = null;
  for (const word of names.split(' ').filter(name => name !== '')) {
    const asLanguage = languageNamed(word);
    const asType = classTypeNamed(word);
    if (asLanguage !== null && language === null) language = asLanguage;
    else if (asType !== null && type === null) type = asType;
    else {
      problems.push(
        problem('classes-word-unknown', { words, word, languages: LANGUAGES, types: CLASS_TYPES }),
      );
      return null;
    }
  }
  if (language === null) problems.push(problem('classes-language-missing', { words, allowed: LANGUAGES }));
  if (type === null) problems.push(problem('classes-type-missing', { words, allowed: CLASS_TYPES }));
  return language === null || type === null ? null : { language, type };
}

/** One order for all, so that the same class sets are the same text however they were listed. */
function compareClassSets(a: ClassSets, b: ClassSets): number {
  return (
    LANGUAGES.indexOf(a.language) - LANGUAGES.indexOf(b.language) ||
    CLASS_TYPES.indexOf(a.type) - CLASS_TYPES.indexOf(b.type) ||
    b.size - a.size ||
    b.sets - a.sets
  );
}

function written({ language, type, sets, size }: ClassSets): string {
  return `${language} ${type} ${sets}x${size}`;
}

/** The same pupils of each language and type, spread over as many sets as keep every one within `size`. */
export function spreadWithin(classes: readonly ClassSets[], size: number): ClassSets[] {
  const groups = Map.groupBy(classes, each => `${each.language} ${each.type}`);
  return [...groups.values()].flatMap(group => {
    const [{ language, type }] = group as [ClassSets, ...ClassSets[]];
    const pupils = placesIn(group);
    const sets = Math.ceil(pupils / size);
    const smaller = Math.floor(pupils / sets);
    const larger = pupils % sets;
    return [
      { language, type, sets: larger, size: smaller + 1 },
      { language, type, sets: sets - larger, size: smaller },
    ].filter(each => each.sets > 0);
  });
}
