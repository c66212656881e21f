import type { StoredOrg } from '../../db/organisations.ts';
import { nameKey } from '../../domain/name-key.ts';
import { type Problem, problem, type Reading } from '../../domain/problem.ts';
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
   * stands within the words.
   */
  find(words: string): Reading<StoredOrg> {
    const { orgs } = this.#acting;
    const exact = words.length > LONGEST_NAME ? [] : orgsMeant(words, orgs);
    if (exact.length > 0) return only(words, exact);
    const bin = schoolBin(words);
    const byBin = bin === null ? undefined : orgs.withBin(bin);
    if (byBin) return { ok: true, value: byBin };
    const codes = (words.slice(0, LONGEST_NAME).match(WORDS) ?? []).flatMap(word => orgs.get(word) ?? []);
    if (codes.length > 0) return only(words, [...new Set(codes)]);
    const numbers = schoolNumbers(words);
    const found = numbers.length === 0 ? this.#inside(words) : this.#numbered(numbers);
    if (found.length > 0) return only(words, found);
    return { ok: false, problem: this.#unknown(words) };
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

/** `1А` and `1` may be one school. */
function digits(number: string): string {
  return number.replace(/\D/gu, '');
}

function only(text: string, found: readonly StoredOrg[]): Reading<StoredOrg> {
  const [first, second] = found;
  if (first && !second) return { ok: true, value: first };
  return { ok: false, problem: problem('org-ambiguous', { text, candidates: found.map(org => org.code) }) };
}
