import { foldLetters, foldLookAlikes, hasCyrillic } from './street-letters.ts';

/** A case ending goes only if this many letters remain (domain.md). */
const SHORTEST_STEM = 3;

/** Words before or after a name that people write or leave out. «хан», «би», «жырау» are part of a name and stay. */
const titles: ReadonlySet<string> = new Set(
  [
    ...['им', 'имени', 'атындағы', 'акад', 'академик', 'академика', 'батыр', 'батыра'],
    ...['генерал', 'генерала', 'ген', 'маршал', 'маршала', 'профессор', 'профессора', 'проф'],
    ...['адмирал', 'адмирала', 'полковник', 'полковника', 'космонавт', 'космонавта', 'доктор', 'доктора'],
  ].map(foldLetters),
);

/** `1-я`, `2й`, `3-ші`, `2-інші`: the ending of an ordinal, after folding. */
const ORDINAL = /^(\d+)(?:-?(?:я|й|ая|ый|ий|ой|ое|го|ого|ши|шы|нши|ншы|инши|ыншы)|-е)$/u;
/** `12-207`: a number in itself. */
const NUMBERS = /^\d+(?:[-/]\d+)+$/u;
/** `Е-497`, `Е497`, `19А`, `19-а`: one letter that belongs to a number. */
const CODE = /^(?:(\p{L})-?(\d+)|(\d+)-?(\p{L}))$/u;
const RUNS = /\p{N}+|[\p{L}\p{M}]+/gu;

export function isTitle(word: string): boolean {
  return titles.has(foldLetters(word));
}

/** What one written word is compared by: `Самал-2` is «самал» and «2», `1-я` is «1», `Салтыкова-Щедрина` two words. */
export function wordKeys(word: string): string[] {
  const folded = foldLetters(word);
  const ordinal = ORDINAL.exec(folded)?.[1];
  if (ordinal !== undefined) return [ordinal];
  if (NUMBERS.test(folded)) return [folded.replaceAll('/', '-')];
  // Here a Latin look-alike has no Cyrillic neighbour to give it away: `E-497`.
  const code = CODE.exec(foldLetters(foldLookAlikes(word)));
  if (code) return [code.slice(1).join('')];
  return (folded.match(RUNS) ?? []).map(stem);
}

/**
 * A Cyrillic word without the ending of a Russian genitive, so that `Абая` meets `Абай`, `Назарбаева` `Назарбаев`,
 * `Маметовой` `Мәметова`, `Толстого` `Толстой`. Endings of adjectives that tell a gender stay: `Школьная` (улица) is
 * not `Школьный` (переулок).
 *
 * @param word folded letters, or digits
 */
function stem(word: string): string {
  if (!hasCyrillic(word)) return word;
  const without = (ending: number) => word.slice(0, -ending);
  const long = /(?:[сц]кий|ого|о[йяи]|ый)$/u.exec(word)?.[0];
  if (long !== undefined) {
    const ending = long.endsWith('кий') ? 2 : long.length;
    return word.length - ending >= SHORTEST_STEM ? without(ending) : word;
  }
  if (word.length - 1 < SHORTEST_STEM) return word;
  if (/и[йяи]$/u.test(word)) return without(1);
  if (/[аеоуыэю][яи]$/u.test(word)) return `${without(1)}й`;
  return /[аяыи]$/u.test(word) ? without(1) : word;
}
