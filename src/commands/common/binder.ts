import type { Sink } from '../../change/sink.ts';
import type { Tx } from '../../db/dialect.ts';
import type { StoredOrg } from '../../db/organisations.ts';
import { type Place, type Problem, problem, warning } from '../../domain/problem.ts';
import { readHouseList } from '../../domain/territory/house-list.ts';
import {
  emptySet,
  equalSets,
  type HouseSet,
  intersect,
  isEmptySet,
  minus,
  union,
  wholeStreet,
} from '../../domain/territory/house-set.ts';
import { heldByOthers } from '../../domain/territory/one-school-per-house.ts';
import { describeSet } from '../../domain/territory/set-parts.ts';
import { streetLabel } from '../../domain/territory/street-label.ts';
import type { BindingField } from '../../input/binding-file.ts';
import type { TableRow } from '../../input/table-row.ts';
import type { Acting } from './acting.ts';
import { findOrg, findStreet } from './lookup.ts';
import { TerritoryDraft } from './territory-draft.ts';

/** One thing to bind, as written; `row` is its row in a file. */
export interface BindingRequest {
  readonly school: string;
  readonly street: string;
  readonly houses: string;
  readonly row: TableRow<BindingField> | null;
}

export interface BindingMode {
  readonly unbind: boolean;
  readonly replaceAll: boolean;
  readonly move: boolean;
  readonly strictRanges: boolean;
}

/** A request whose names and houses were found. */
interface Resolved {
  readonly school: StoredOrg;
  readonly draft: TerritoryDraft;
  readonly street: string;
  readonly label: string;
  readonly houses: HouseSet;
  /** every house there is: unbinding takes whatever the school has of them */
  readonly allOfIt: boolean;
  readonly row: TableRow<BindingField> | null;
}

/** Applies requests to drafts of the territories, so that rows of one file are judged against each other too. */
export class Binder {
  readonly #tx: Tx;
  readonly #sink: Sink;
  readonly #acting: Acting;
  readonly #mode: BindingMode;
  readonly #drafts = new Map<string, TerritoryDraft>();
  readonly #schools = new Set<string>();
  /** what rows of this run have claimed so far: street → school → houses and line */
  readonly #claims = new Map<string, Map<string, { houses: HouseSet; line: number | null }>>();

  constructor(tx: Tx, sink: Sink, acting: Acting, mode: BindingMode) {
    this.#tx = tx;
    this.#sink = sink;
    this.#acting = acting;
    this.#mode = mode;
  }

  /** The school, when the run concerned only one. */
  get onlySchool(): string | null {
    const [first, second] = [...this.#schools];
    return first !== undefined && second === undefined ? first : null;
  }

  /** @param only refuse rows of any other school */
  async bind(requests: readonly BindingRequest[], only: StoredOrg | null): Promise<void> {
    const resolved: Resolved[] = [];
    for (const request of requests) {
      const found = await this.#resolve(request, only);
      if (found) resolved.push(found);
    }
    if (this.#mode.replaceAll) for (const { draft, school } of resolved) draft.clear(school.code);
    for (const one of resolved) {
      const problems = this.#mode.unbind ? this.#unbind(one) : this.#bind(one);
      if (problems.length > 0) this.#sink.reject(problems);
    }
    for (const draft of this.#drafts.values()) draft.emit(this.#sink);
  }

  async #resolve(request: BindingRequest, only: StoredOrg | null): Promise<Resolved | null> {
    const { row } = request;
    const at = (found: Problem, field: BindingField): Problem => ({ ...found, ...placeOf(row, field) });
    const school = findOrg(request.school, this.#acting.orgs);
    if (!school.ok) return this.#reject([at(school.problem, 'school')]);
    const org = school.value;
    if (org.kind !== 'school' || org.department === null)
      return this.#reject([at(problem('org-not-school', { org: org.code }), 'school')]);
    if (only && org.code !== only.code)
      return this.#reject([at(problem('school-not-this', { school: org.code, only: only.code }), 'school')]);
    if (org.territory === 'none')
      return this.#reject([at(problem('org-without-territory', { org: org.code }), 'school')]);
    this.#acting.authorize('bind-streets', org);
    this.#schools.add(org.code);
    const draft = await this.#draftOf(org.department);
    const street = findStreet(request.street, draft.index);
    const list = readHouseList(request.houses, { strictRanges: this.#mode.strictRanges });
    const wrong = list.problems.map(found => at(found, 'houses'));
    if (!street.ok) wrong.unshift(at(street.problem, 'street'));
    if (!street.ok || wrong.some(p => p.severity === 'error')) return this.#reject(wrong);
    this.#sink.problem(...wrong);
    return {
      school: org,
      draft,
      street: street.value.street,
      label: streetLabel(street.value),
      houses: list.set,
      allOfIt: equalSets(list.set, wholeStreet),
      row,
    };
  }

  #bind({ school, draft, street, label, houses, row }: Resolved): Problem[] {
    const code = school.code;
    const wanted = { school: code, houses };
    const where = placeOf(row, 'houses').where;
    const claims = this.#claimsOn(draft, street);
    const claimed = [...claims].map(([other, claim]) => ({ school: other, ...claim }));
    // Within one file nobody can say which of two rows was meant, so `--move` does not help here.
    const clashes = heldByOthers(wanted, claimed).map(({ school: other, common, line }) =>
      problem(
        'rows-overlap',
        { street: label, school: other, houses: describeSet(common), line: line ?? 0 },
        where,
      ),
    );
    if (clashes.length > 0) return clashes;
    const taken = heldByOthers(wanted, draft.on(street));
    if (!this.#mode.move && taken.length > 0)
      return taken.map(({ school: other, common }) =>
        problem('houses-taken', { street: label, school: other, houses: describeSet(common) }, where),
      );
    for (const other of taken) draft.set(street, other.school, minus(other.houses, houses));
    draft.set(street, code, union(draft.get(street, code), houses));
    claims.set(code, {
      houses: union(claims.get(code)?.houses ?? emptySet, houses),
      line: row?.line ?? null,
    });
    return [];
  }

  #unbind({ school, draft, street, label, houses, allOfIt, row }: Resolved): Problem[] {
    const bound = draft.get(street, school.code);
    const absent = allOfIt ? emptySet : minus(houses, bound);
    const args = { street: label, school: school.code };
    const parts = { ...args, houses: describeSet(absent) };
    if (isEmptySet(intersect(bound, houses))) {
      // Unbound before: doing it again changes nothing, and says so.
      const found = isEmptySet(bound)
        ? warning('street-not-bound', args, placeOf(row, 'street').where)
        : warning('houses-not-bound', parts, placeOf(row, 'houses').where);
      this.#sink.problem(found);
      this.#sink.summary.unchanged += 1;
      return [];
    }
    // Some are bound and some are not: one of the two is a slip.
    if (!isEmptySet(absent)) return [problem('houses-not-bound', parts, placeOf(row, 'houses').where)];
    draft.set(street, school.code, minus(bound, houses));
    return [];
  }

  #claimsOn(draft: TerritoryDraft, street: string) {
    const key = `${draft.department}/${street}`;
    const claims = this.#claims.get(key) ?? new Map<string, { houses: HouseSet; line: number | null }>();
    this.#claims.set(key, claims);
    return claims;
  }

  async #draftOf(department: string): Promise<TerritoryDraft> {
    let draft = this.#drafts.get(department);
    if (!draft) {
      draft = await TerritoryDraft.read(this.#tx, this.#acting.year, department);
      this.#drafts.set(department, draft);
    }
    return draft;
  }

  #reject(problems: readonly Problem[]): null {
    this.#sink.reject(problems);
    return null;
  }
}

function placeOf(row: TableRow<BindingField> | null, field: BindingField): { where?: Place } {
  return row ? { where: row.place(field) } : {};
}
