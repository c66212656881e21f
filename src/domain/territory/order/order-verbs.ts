import { orderWords } from './order-opening.ts';

/** What an order does with a street; no name has such a word. */
const VERBS =
  /(?<!\p{L})(?:исключ(?:ить|ив|ена|ены|ается|аются)|переда(?:ть|в|на|ны|ется|ются)|закреп(?:ить|ив|л[её]на|л[её]ны|ляется|ляются)|откреп(?:ить|ив|л[её]на|л[её]ны|ляется|ляются)|отнести|относ(?:ится|ятся)|снять|изъять|добавить|включить|вывести|присоединить|шығарыл\p{L}*|тастал\p{L}*|беріл(?:сін|еді)|бекітіл\p{L}*|енгізіл\p{L}*)(?!\p{L})/iu;
/** What an order does with streets that a school shall have no longer. */
const REMOVES =
  /(?<!\p{L})(?:исключ(?:ить|ив|ены|аются)|переда(?:ть|ны|ются)|откреп(?:ить|ив|лены|ляются)|снять|изъять|вывести|шығарыл\p{L}*|тастал\p{L}*)(?!\p{L})/iu;
/** What turns the meaning of the street behind it; `кроме` is a word of house lists too, but not where an item begins. */
const TURNS: ReadonlySet<string> = new Set(
  'без вместо кроме минус вдоль помимо включая исключая около возле вокруг напротив'.split(' '),
);

/** What an order does that only adds to what schools have. `Внести изменения и дополнения` says nothing yet. */
const ADDS =
  /(?<!\p{L})(?:дополн(?:ить|ив|яется|яются)|добав(?:ить|ляется|ляются)|включить\s+дополнительно|толықтырыл(?:сын|ады)|қосыл(?:сын|ады)|supplement(?:ed|s)?\s+(?:by|with))(?!\p{L})/iu;

/** The first line of an order that only adds streets to a school, from 1; null for none. */
export function addingLine(text: string): { readonly line: number; readonly words: string } | null {
  const lines = text.split(/\r\n|\n|\r|\u2028|\f/u);
  const at = lines.findIndex(line => ADDS.test(line));
  return at < 0 ? null : { line: at + 1, words: (lines[at] ?? '').trim() };
}

/** Whether words take streets away from a school: what follows is then not what the school shall have. */
export function takesAway(words: string): boolean {
  return REMOVES.test(words);
}

/**
 * Whether words beside a street say more than its name and its houses: `исключить улицу 8 Марта` must never be read,
 * nor proposed, as the street itself.
 */
export function saysMore(words: string): boolean {
  if (VERBS.test(words)) return true;
  const [first] = orderWords(words, 1);
  return first !== undefined && TURNS.has(first.text.toLowerCase());
}
