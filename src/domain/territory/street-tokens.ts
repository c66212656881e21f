import { opensStreetKind, type StreetKind, streetKindOf } from './street-kinds.ts';
import { foldLookAlikes, hasCyrillic } from './street-letters.ts';

/** One word of a street name as written, `к-сі` and `Самал-2` being one each. */
export interface StreetToken {
  readonly text: string;
  readonly dotted: boolean;
  /** how many commas stand before it */
  readonly segment: number;
}

/** Words that name a kind: tokens `from` up to, not including, `to`. */
export interface KindSpan {
  readonly kind: StreetKind;
  readonly from: number;
  readonly to: number;
  readonly segment: number;
}

const TOKEN = /№|[,;]|[\p{L}\p{M}\p{N}]+(?:[-/'’][\p{L}\p{M}\p{N}]+)*\.?/gu;
const NUMBERED = /^(\p{N}+\p{L}?)-(\p{L}{2}.*)$/u;
const LETTER = /^\p{L}$/u;
const WORD = /\p{L}{2}/u;

/** Words of a cleaned text; quotes, brackets and other signs are left out. */
export function streetTokens(text: string): StreetToken[] {
  const tokens: StreetToken[] = [];
  let segment = 0;
  for (const [found] of text.matchAll(TOKEN))
    if (found === ',' || found === ';') segment += 1;
    else {
      const dotted = found.endsWith('.');
      const text = dotted ? found.slice(0, -1) : found;
      const [number, kind] = numberedKind(text);
      if (number !== undefined) tokens.push({ text: number, dotted: false, segment });
      tokens.push({ text: kind ?? text, dotted, segment });
    }
  return tokens;
}

/** `5-шағынаудан`, `12-мкр`, `3-көше`: a number hangs on the word of the kind by a hyphen. */
function numberedKind(text: string): [number: string, kind: string] | [] {
  const [, number, word] = NUMBERED.exec(text) ?? [];
  if (number === undefined || word === undefined) return [];
  return kindOf(word) !== null || opensStreetKind(word) ? [number, word] : [];
}

/** Where the tokens name kinds, in the order of writing; `шағын ауданы` is one. */
export function findKinds(tokens: readonly StreetToken[]): KindSpan[] {
  const spans: KindSpan[] = [];
  let from = 0;
  while (from < tokens.length) {
    const span = kindAt(tokens, from, spans.at(-1)?.to === from);
    if (span) spans.push(span);
    from = span?.to ?? from + 1;
  }
  return spans;
}

function kindAt(tokens: readonly StreetToken[], from: number, afterKind: boolean): KindSpan | null {
  const [first, second] = [tokens[from], tokens[from + 1]];
  if (first === undefined) return null;
  const segment = first.segment;
  if (second?.segment === segment && opensStreetKind(first.text) && !areInitials(first, second)) {
    const kind = kindOf(`${first.text} ${second.text}`);
    if (kind !== null) return { kind, from, to: from + 2, segment };
  }
  const kind = kindOf(first.text);
  if (kind === null || (kind === 'village' && !isVillageWord(tokens, from, afterKind))) return null;
  return { kind, from, to: from + 1, segment };
}

function kindOf(words: string): StreetKind | null {
  return streetKindOf(words) ?? (hasCyrillic(words) ? streetKindOf(foldLookAlikes(words)) : null);
}

/** `с. Аксу` and `Ақсу а.` are villages; `С. Сейфуллин`, `ул. с. Сейфуллина` and `а. Иманов` are initials. */
function isVillageWord(tokens: readonly StreetToken[], at: number, afterKind: boolean): boolean {
  const [before, word, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (word === undefined || !LETTER.test(word.text)) return true;
  const opens = before?.segment !== word.segment;
  if (word.text === 'с') return opens && after?.segment === word.segment;
  return (
    word.text === 'а' && word.dotted && !opens && !afterKind && before !== undefined && WORD.test(before.text)
  );
}

/** `Ж.М. Тәшенов`, unlike `ж.м. Алмалы`. */
function areInitials(...words: readonly StreetToken[]): boolean {
  return words.every(({ text }) => LETTER.test(text) && text !== text.toLowerCase());
}
