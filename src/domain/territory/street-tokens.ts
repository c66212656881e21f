import { LONGEST_KIND, type StreetKind, streetKindOf } from './street-kinds.ts';
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
      tokens.push({ text: dotted ? found.slice(0, -1) : found, dotted, segment });
    }
  return tokens;
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
  const segment = tokens[from]?.segment ?? 0;
  for (let to = Math.min(from + LONGEST_KIND, tokens.length); to > from; to--) {
    const words = tokens.slice(from, to);
    if (words.some(word => word.segment !== segment)) continue;
    const kind = kindOf(words.map(word => word.text).join(' '));
    if (
      kind !== null &&
      (kind !== 'village' || isVillageWord(tokens, from, afterKind)) &&
      !areInitials(words)
    )
      return { kind, from, to, segment };
  }
  return null;
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
function areInitials(words: readonly StreetToken[]): boolean {
  return words.length > 1 && words.every(({ text }) => LETTER.test(text) && text !== text.toLowerCase());
}
