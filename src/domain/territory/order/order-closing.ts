import { problem } from '../../problem.ts';
import { quoted } from './order-draft.ts';
import type { OrderItem } from './order-item.ts';
import { isPageNumber } from './order-lines.ts';
import { takesAway } from './order-verbs.ts';
import { namesSchool, namesStreetKind } from './school-words.ts';

/** What stands behind the last street of an order, apart from its streets. */
export interface OrderClosing {
  /** how many lines stand before it */
  readonly from: number;
  /** recognised for certain, if the street list has no name like one of its `lines`; null for none */
  readonly passed: OrderItem | null;
  /** what was not recognised: never read as streets */
  readonly unread: readonly OrderItem[];
}

/** `2.`, `3)`, `2.1.` before a clause. */
const NUMBERED = /^\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]|[-–—•])\s*/u;
/** Clauses that every order ends with: control, entry into force, what it repeals, who is to be told. */
const CLAUSES =
  /^(?:контроль\s+(?:за|над)\s+(?:исполнени|выполнени|реализаци)|(?:(?:настоящ|данн)\p{L}+\s+)?(?:приказ|постановлени|решени|распоряжени)\p{L}*\s+(?:вступа|ввод|действу|довести|разместить|опубликовать)|признать\s+утративш|считать\s+утративш|(?:с|со)\s+(?:настоящим\s+)?(?:приказом|постановлением)\s+ознаком|ответственность\s+за\s+исполнени|основание\s*:|(?:осы\s+)?(?:бұйры[қғ]|қаулы|шешім|өкім)\p{L}*\s+(?:орындалу|қол\s+қой|күшіне|қолданыс)|(?:осы\s+)?(?:бұйрық|қаулы)\s+[^.]{0,80}\s(?:күшіне\s+ен|қолданысқа\s+ен)|негіздеме\s*:|control\s+(?:over|of)\s+(?:the\s+)?(?:execution|implementation)|th(?:is|e)\s+order\s+(?:comes|enters|takes))/iu;
/** `… күші жойылды деп танылсын`: the verb stands last. */
const REPEALS = /(?:күші\s+жойыл\p{L}+\s+деп\s+тан|бақылау\p{L}*\s+(?:[^.]{0,80}\s)?(?:жүктел|қалдыр))/iu;
/** Who signs, agrees or has read; the place of a seal. */
const SIGNATURES =
  /^(?:(?:и\.?\s?о\.?\s*)?(?:руководител|начальник|заведующ|председател)\p{L}*(?!\p{L})|(?:и\.?\s?о\.?\s*)?директор(?!\p{L})|(?:білім\s+)?(?:бөлім|басқарма|мекеме)\p{L}*\s+(?:басшы|бастығ|меңгеруш)\p{L}*|басшы(?:сы|ның)?(?!\p{L})|директор\p{L}*\s+(?:м\.?\s?а\.?|міндет)|м\.?\s?[пос]\.?$|мөр\s+орны|место\s+печати|согласован|келісіл(?:ді|ген)|утвержд(?:аю|ен)|бекітемін|ознакомлен|таныс(?:тым|ты)(?!\p{L})|исп(?:олнитель)?\s*[.:]|орынд(?:аушы)?\s*[.:]|подписан|head\s+of|signed|agreed|date\s*:|дата\s*:|күні\s*:)/iu;
const DATES = [
  /\d{1,2}[./]\d{1,2}[./]\d{4}/gu,
  /[«"“]?\d{1,2}[»"”]?\s+\p{L}{3,9}\s+\d{4}/gu,
  /\d{4}\s*(?:ж\.|жыл\p{L}*)\s*[«"“]?\d{1,2}[»"”]?\s+\p{L}{3,9}/gu,
];
const REFERENCES = [
  ...DATES,
  /№\s*\d{1,5}(?:[-/](?:\p{L}{1,3}|\d{1,5}))*(?![\p{L}\d])/gu,
  /(?:тел|телефон|phone|ф)\.?:?\s*[+\d][\d\s()+-]*/giu,
  /(?:пункт\p{L}*|п\.|тармақ\p{L}*)\s*\d{1,2}(?:\.\d{1,2})*/giu,
  /\d{1,2}(?:\.\d{1,2})*-?\s*тармақ\p{L}*/giu,
  /\d{4}(?:\s*[-–]\s*\d{4})?\s*(?:г\.|год\p{L}*|ж\.|жыл\p{L}*|оқу\s+жыл\p{L}*)/giu,
];
/** `Қ. Тұрсынов`, `Турсынов К.А.`, `К. Турсынов`, with the line for the signature. */
const PERSON =
  /^[_\s.]*(?:\p{Lu}\.\s?(?:\p{Lu}\.\s?)?\p{Lu}[\p{L}-]+|\p{Lu}[\p{L}-]+\s+\p{Lu}\.(?:\s?\p{Lu}\.)?)[_\s.]*$/u;
const DRAWN = /^[\s_–—./«»"()-]*(?:\(?(?:подпись|қолы|signature|фио|аты-жөні)\)?[\s_–—./«»"()-]*)*$/iu;

/**
 * Finds the end of an order: behind its first clause that orders end with, no line names a street kind, a school or
 * something that is taken away. What of it is recognised, and holds no number but dates and references, is passed over
 * with a warning; the rest of it is told line by line.
 * @param isSchool whether words are the code, the BIN or the whole name of a school
 */
export function closingOf(
  lines: readonly string[],
  isSchool: (words: string) => boolean,
): OrderClosing | null {
  let from = lines.length;
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at] ?? '';
    if (line.includes('|') || namesPart(line, isSchool)) break;
    if (opensClosing(line)) from = at;
  }
  if (from === lines.length) return null;
  const passed: { readonly line: string; readonly isLoose: boolean }[] = [];
  const unread: OrderItem[] = [];
  let isOpen = false;
  lines.slice(from).forEach((raw, at) => {
    const line = raw.trim();
    if (line === '' || DRAWN.test(line) || isPageNumber(line)) {
      isOpen = false;
      return;
    }
    const isOpening = opensClosing(line);
    const goesOn = isOpen && !NUMBERED.test(line);
    if (holdsNumber(line) || !(isOpening || goesOn || PERSON.test(line) || isDate(line))) {
      unread.push(closingItem([line], [line], from + at + 1));
      isOpen = false;
      return;
    }
    passed.push({ line, isLoose: !(isOpening || isDate(line)) });
    isOpen = !/[.;]$/u.test(line);
  });
  const words = passed.map(({ line }) => line);
  const loose = passed.filter(({ isLoose }) => isLoose).map(({ line }) => line);
  return { from, passed: words.length === 0 ? null : closingItem(words, loose, from + 1), unread };
}

function opensClosing(line: string): boolean {
  const words = line.replace(NUMBERED, '').trim();
  return CLAUSES.test(words) || REPEALS.test(words) || SIGNATURES.test(words);
}

/** What says that streets may follow, or that the words speak of some. */
function namesPart(line: string, isSchool: (words: string) => boolean): boolean {
  return namesStreetKind(line) || namesSchool(line) || isSchool(line.trim()) || takesAway(line);
}

function isDate(line: string): boolean {
  if (!DATES.some(date => line.search(date) >= 0)) return false;
  const rest = DATES.reduce((left, date) => left.replace(date, ' '), line);
  return /^[\s.]*(?:года?|г|жыл\p{L}*|ж)?[\s.]*$/iu.test(rest);
}

/** A number that is no date and no reference may be a house. */
function holdsNumber(line: string): boolean {
  const words = line.replace(NUMBERED, '');
  return /\d/u.test(REFERENCES.reduce((rest, reference) => rest.replace(reference, ' '), words));
}

function closingItem(words: readonly string[], lines: readonly string[], line: number): OrderItem {
  const text = words.join(' ');
  const place = { line, school: null, weak: false, joined: false, sentence: null, lastSentence: null };
  const doubt = problem('order-words-unread', { words: quoted(text) });
  return { ...place, words: text, splits: [], lines, doubt };
}
