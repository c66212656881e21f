import type { StoredOrg } from '../../db/organisations.ts';
import { nameKey } from '../../domain/name-key.ts';
import { type Problem, problem, type Reading } from '../../domain/problem.ts';
import { quoted } from '../../domain/territory/order/order-draft.ts';
import type { SchoolMention } from '../../domain/territory/order/order-item.ts';
import { mayHoldStreets, wordsOutside } from '../../domain/territory/order/school-certainty.ts';
import { schoolBin, schoolNumbers } from '../../domain/territory/order/school-words.ts';
import type { Acting } from './acting.ts';
import { nearestOrgs, orgsMeant } from './lookup.ts';

/** A name longer than this is no code and no name of a school. */
const LONGEST_NAME = 300;
/** How many schools an error proposes. */
const PROPOSED = 3;
const WORDS = /[\p{L}\p{N}-]+/gu;

/** Finds the schools that an order names in its own words, among those whose streets the actor may bind. */
export class OrderSchools {
  readonly #acting: Acting;
  readonly #schools: readonly StoredOrg[];
  readonly #numbers = new Map<string, StoredOrg[]>();

  constructor(acting: Acting) {
    this.#acting = acting;
    this.#schools = acting.orgs.all.filter(org => org.kind === 'school' && acting.may('bind-streets', org));
    for (const org of this.#schools)
      for (const number of new Set([org.name_kk, org.name_ru].flatMap(schoolNumbers)))
        this.#numbers.set(number, [...(this.#numbers.get(number) ?? []), org]);
  }

  /** The one department whose schools the actor may bind streets to; null where there are several. */
  get department(): string | null {
    const [first, ...others] = new Set(this.#schools.map(({ department }) => department));
    return others.length === 0 ? (first ?? null) : null;
  }

  /** Whether words are a code, a BIN or a whole name, and nothing more. */
  isSchool(words: string): boolean {
    if (words === '' || words.length > LONGEST_NAME) return false;
    return orgsMeant(words, this.#acting.orgs).some(org => org.kind === 'school');
  }

  /** Whether nothing in the words tells one school from another: `Территория школы`. */
  tellsNothing(words: string): boolean {
    return schoolNumbers(words).length === 0 && schoolBin(words) === null && this.#inside(words).length === 0;
  }

  /**
   * The one school that words name: by its code, BIN or whole name, by the number that only it has, or by a name that
   * stands within the words. Every word must be accounted for: by its names, or as one that any school is called by.
   */
  find({ words, open }: Pick<SchoolMention, 'words' | 'open'>): Reading<StoredOrg> {
    const exact = words.length > LONGEST_NAME ? [] : orgsMeant(words, this.#acting.orgs);
    if (exact.length > 0) return only(words, exact);
    const candidates = this.#candidates(words);
    const whole = (org: StoredOrg) => [org.name_kk, org.name_ru, org.code, org.bin ?? ''];
    const fitting = candidates.filter(org => wordsOutside(words, whole(org)).length === 0);
    if (open && (mayHoldStreets(words) || (candidates.length > 0 && fitting.length === 0)))
      return { ok: false, problem: problem('order-heading-unclear', { words: quoted(words) }) };
    if (fitting.length > 0) return only(words, fitting);
    const [likely] = candidates;
    if (likely !== undefined)
      return { ok: false, problem: this.#unclear(words, wordsOutside(words, whole(likely)), candidates) };
    const more = otherNumbers(words);
    return { ok: false, problem: more.length > 0 ? this.#unclear(words, more, []) : this.#unknown(words) };
  }

  #candidates(words: string): StoredOrg[] {
    const { orgs } = this.#acting;
    const bin = schoolBin(words);
    const byBin = bin === null ? undefined : orgs.withBin(bin);
    if (byBin) return [byBin];
    const codes = (words.slice(0, LONGEST_NAME).match(WORDS) ?? []).flatMap(word => orgs.get(word) ?? []);
    if (codes.length > 0) return [...new Set(codes)];
    const numbers = schoolNumbers(words);
    return numbers.length === 0 ? this.#inside(words) : this.#numbered(numbers);
  }

  #unclear(text: string, rest: readonly string[], found: readonly StoredOrg[]): Problem {
    const others = this.#numbered(rest.map(digits));
    const candidates = [...new Set([...found, ...others].map(({ code }) => code))].slice(0, PROPOSED);
    return problem('order-school-unclear', { text: quoted(text), rest: quoted(rest.join(' ')), candidates });
  }

  /** Two numbers may be those of a school and of its branch: nobody can say which is meant. */
  #numbered(numbers: readonly string[]): StoredOrg[] {
    return [...new Set(numbers.flatMap(number => this.#numbers.get(number) ?? []))];
  }

  /** Schools without a number whose whole name stands in the words; of nested names the longest. */
  #inside(words: string): StoredOrg[] {
    const key = ` ${nameKey(words.slice(0, LONGEST_NAME))} `;
    const found = this.#schools.flatMap(org => {
      const names = [org.name_kk, org.name_ru].map(nameKey).filter(name => key.includes(` ${name} `));
      return names.length === 0 ? [] : [{ org, length: Math.max(...names.map(name => name.length)) }];
    });
    const longest = Math.max(0, ...found.map(({ length }) => length));
    return found.filter(({ length }) => length === longest).map(({ org }) => org);
  }

  #unknown(words: string): Problem {
    const text = words.slice(0, LONGEST_NAME);
    const schools = this.#acting.orgs.all.filter(({ kind }) => kind === 'school');
    const wanted = schoolNumbers(text).map(digits);
    const sameNumber = schools.filter(org =>
      [org.name_kk, org.name_ru].flatMap(schoolNumbers).some(number => wanted.includes(digits(number))),
    );
    const codes = new Set(schools.map(({ code }) => code));
    const named = nearestOrgs(text, this.#acting.orgs).filter(code => codes.has(code));
    const nearest = [...new Set([...sameNumber.map(({ code }) => code), ...named])].slice(0, PROPOSED);
    return problem('order-school-unknown', { text, nearest, lines: 0 });
  }
}

/** Numbers beside the first one: of more schools, or of houses. */
function otherNumbers(words: string): string[] {
  const [first = ''] = schoolNumbers(words);
  const bin = schoolBin(words);
  return wordsOutside(words, [`№ ${first}`, bin ?? '']).filter(word => /\d/u.test(word));
}

/** `1А` and `1` may be one school. */
function digits(number: string): string {
  return number.replace(/\D/gu, '');
}

function only(text: string, found: readonly StoredOrg[]): Reading<StoredOrg> {
  const [first, second] = found;
  if (first && !second) return { ok: true, value: first };
  return { ok: false, problem: problem('org-ambiguous', { text, candidates: found.map(org => org.code) }) };
}
