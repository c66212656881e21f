const VOWELS = 'аәеёиіоөуұүыэюя';
const isVowel = (letter: string) => letter !== '' && VOWELS.includes(letter);
const isConsonant = (letter: string) => letter !== '' && !VOWELS.includes(letter);

/** What speaks for the Kazakh reading of a letter, and what for the other one (Ukrainian, Belarusian, Serbian …). */
export interface Evidence {
  readonly kazakh: number;
  readonly other: number;
}

type Weigh = (before: string, after: string, rest: string) => readonly [kazakh: number, other: number];

/**
 * For each Kazakh letter of KZ-1048, whether its neighbours suit it or rather the letter that windows-1251 has under
 * the same byte. `before` and `after` are the neighbours, '' at the ends of the word; `rest` is all that follows.
 */
const weigh: Readonly<Record<string, Weigh>> = {
  // ќ and ѕ are Macedonian only.
  қ: () => [2, 0],
  ң: before => (before === '' ? [0, 0] : [2, 0]),
  // ј is a consonant: Јован, Марија. ә is a vowel; beside it у and и are half-vowels: Сәуле, Уәлиханов, иә.
  ә: (before, after) =>
    (isVowel(before) && !'уи'.includes(before)) || 'аеёіоыэя'.split('').includes(after) ? [0, 2] : [2, 0],
  // ћ ends Serbian surnames: Петровић.
  һ: (before, after) => (before === 'и' && after === '' ? [0, 3] : [1, 0]),
  // ґ is a consonant: Ґалаґан.
  ө: (before, after) => (isVowel(after) ? [0, 2] : isVowel(before) ? [0, 1] : [2, 0]),
  // ў follows vowels only: Быкаў. Kazakh has ұ there in «-ұлы» (Мұсаұлы).
  ұ: (before, after, rest) =>
    rest.startsWith('лы') ? [3, 0] : isVowel(before) ? [0, 2] : after ? [2, 0] : [0, 0],
  // ї begins a word or follows a vowel: Їжакевич, Київ. ү follows consonants.
  ү: before => (isVowel(before) ? [0, 2] : isConsonant(before) ? [2, 0] : [0, 0]),
  // є is a vowel: Євген, Сергієнко. ғ is a consonant among back vowels: Ғабит, Мағжан, Оңғар.
  ғ: (before, after) => {
    if (after !== '' && 'аоұуы'.includes(after)) return [2, 0];
    if (before === '' || before === 'і' || before === 'и')
      return isConsonant(after) || before !== '' ? [0, 2] : [0, 0];
    return isVowel(before) && after !== '' ? [1, 0] : [0, 0];
  },
};

/** Sums over some words as KZ-1048 reads them. */
export function kazakhEvidence(words: Iterable<string>): Evidence {
  let kazakh = 0;
  let other = 0;
  for (const word of words) {
    const letters = word.toLowerCase();
    for (let i = 0; i < letters.length; i++) {
      const rule = weigh[letters.charAt(i)];
      if (!rule) continue;
      const [one, two] = rule(letterAt(letters, i - 1), letterAt(letters, i + 1), letters.slice(i + 1));
      kazakh += one;
      other += two;
    }
  }
  return { kazakh, other };
}

function letterAt(text: string, at: number): string {
  const letter = text.charAt(at);
  return /\p{L}/u.test(letter) ? letter : '';
}
