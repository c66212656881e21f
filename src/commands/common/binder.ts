import type { Sink } from '../../change/sink.ts';
import type { Tx } from '../../db/dialect.ts';
import type { StoredOrg } from '../../db/organisations.ts';
import { type Place, type Problem, problem, warning } from '../../domain/problem.ts';
import {
  type Holding,
  keptShare,
  type Share,
  withHouses,
  withoutHouses,
} from '../../domain/territory/holding.ts';
import {
  emptySet,
  type HouseSet,
  intersect,
  isEmptySet,
  minus,
  union,
  unionAll,
} from '../../domain/territory/house-set.ts';
import { heldByOthers } from '../../domain/territory/one-school-per-house.ts';
import { describeSet } from '../../domain/territory/set-parts.ts';
import { joinPlans } from '../../domain/territory/territory-plan.ts';
import type { BindingField } from '../../input/binding-file.ts';
import { type AcceptedPair, AcceptedSpellings } from './accepted-spellings.ts';
import type { Acting } from './acting.ts';
import { BindingClaims, type Clash, rowsOverlap } from './binding-claims.ts';
import { type BindingRequest, houseListReader } from './binding-request.ts';
import { BindingResolver, type Resolved } from './binding-resolver.ts';
import { partContested } from './contested-rows.ts';

export type { BindingRequest } from './binding-request.ts';

export interface BindingMode {
  readonly unbind: boolean;
  readonly replaceAll: boolean;
  readonly move: boolean;
  /** rows that cannot be used are left out */
  readonly skipInvalid: boolean;
  readonly strictRanges: boolean;
  /** why houses are shared, for requests that do not say it themselves; null = they take nothing that others have */
  readonly share: string | null;
  readonly accept: readonly AcceptedPair[];
}

/** Applies requests to drafts of the territories, and streams what would differ. */
export class Binder {
  readonly #sink: Sink;
  readonly #mode: BindingMode;
  readonly #resolver: BindingResolver;
  readonly #accepted: AcceptedSpellings;
  readonly #claims = new BindingClaims();

  constructor(tx: Tx, sink: Sink, acting: Acting, mode: BindingMode) {
    this.#sink = sink;
    this.#mode = mode;
    this.#accepted = new AcceptedSpellings(mode.accept);
    this.#resolver = new BindingResolver(tx, acting, this.#accepted, {
      readHouses: houseListReader(mode.strictRanges),
      reason: mode.share,
    });
  }

  /** The school, when the run concerned only one. */
  get onlySchool(): string | null {
    const [first, second] = [...this.#resolver.schools];
    return first !== undefined && second === undefined ? first : null;
  }

  /** @param only refuse rows of any other school */
  async bind(requests: readonly BindingRequest[], only: StoredOrg | null): Promise<void> {
    const resolved = await this.#resolver.resolve(requests, only, this.#sink);
    this.#sink.problem(...this.#accepted.problems());
    const { drafts } = this.#resolver;
    if (this.#mode.replaceAll)
      for (const [draft, rows] of Map.groupBy(resolved, one => one.draft))
        draft.clear(new Set(rows.map(({ school }) => school.code)));
    const bound: Resolved[] = [];
    for (const one of this.#certain(resolved)) {
      const problems = this.#mode.unbind ? this.#unbind(one) : this.#bind(one);
      if (problems.length > 0) this.#sink.reject(problems);
      else {
        bound.push(one);
        if (one.by) this.#accepted.keep(one.by);
      }
    }
    this.#accepted.emit(this.#sink);
    this.#sink.territory = joinPlans(drafts.flatMap(draft => draft.emit(this.#sink)));
    // Rows that were left out may be those of the other school.
    if (!this.#mode.unbind && this.#sink.summary.rejected === 0)
      for (const one of bound) this.#warnOfIdleShare(one);
  }

  #bind(wanted: Resolved): Problem[] {
    const { school, draft, street, label } = wanted;
    const { would, own, meant, clashes } = this.#judge(wanted, this.#claims);
    if (clashes.length > 0) return clashes.map(clash => rowsOverlap(wanted, clash));
    const held = [...draft.on(street)].map(([other, holding]) => ({
      school: other,
      houses: holding.houses,
      shared: meant(other),
    }));
    const taken = heldByOthers(own, held);
    if (!this.#mode.move && taken.length > 0)
      return taken.map(({ school: other, common }) =>
        problem(
          'houses-taken',
          { street: label, school: other, houses: describeSet(common) },
          placeOf(wanted, 'houses'),
        ),
      );
    for (const { school: other, common } of taken)
      draft.set(street, other, withoutHouses(draft.get(street, other), common));
    draft.set(street, school.code, would);
    this.#sink.problem(...this.#claims.add(wanted));
    return [];
  }

  /** What a school would have with a row, what the row claims, what others mean to share, and what stands against it. */
  #judge(wanted: Resolved, claims: BindingClaims) {
    const { school, draft, street, houses } = wanted;
    const would = withHouses(draft.get(street, school.code), houses, this.#shareOf(wanted));
    const own = { school: school.code, houses, shared: saidBy(school.code, wanted, claims) };
    const meant = (other: string) => this.#meantBy(other, wanted, would, claims);
    const clashes: readonly Clash[] = claims.clashes(wanted, own, meant);
    return { would, own, meant, clashes };
  }

  /** The rows without those that give one house to two schools, where rows may be left out at all. */
  #certain(resolved: readonly Resolved[]): readonly Resolved[] {
    if (!this.#mode.skipInvalid || this.#mode.unbind) return resolved;
    const { certain, contested } = partContested(resolved, (row, claims) => this.#judge(row, claims).clashes);
    for (const one of contested.values()) this.#sink.reject([one]);
    return certain;
  }

  /** A file that replaces a territory empties it first, and a row that says nothing of sharing keeps what was shared. */
  #shareOf({ school, draft, street, houses, share }: Resolved): Share | null {
    if (share !== null || !this.#mode.replaceAll) return share;
    return keptShare(draft.stored(street, school.code), houses, draft.get(street, school.code));
  }

  /**
   * What another school and this one share: by rows of this run, or as stored. A stored share goes for the school
   * that had the houses beside it (a third one must say so itself), and only as far as it stays stored.
   * @param would what this school would have
   */
  #meantBy(other: string, wanted: Resolved, would: Holding, claims: BindingClaims): HouseSet {
    const { draft, street, school } = wanted;
    const theirs = intersect(draft.get(street, other).shared, draft.stored(street, school.code).houses);
    const ours = intersect(would.shared, draft.stored(street, other).houses);
    return unionAll([saidBy(other, wanted, claims), theirs, ours]);
  }

  #unbind(wanted: Resolved): Problem[] {
    const { school, draft, street, label, houses, allOfIt } = wanted;
    const holding = draft.get(street, school.code);
    const absent = allOfIt ? emptySet : minus(houses, holding.houses);
    const args = { street: label, school: school.code };
    const parts = { ...args, houses: describeSet(absent) };
    if (isEmptySet(intersect(holding.houses, houses))) {
      // Unbound before: doing it again changes nothing, and says so.
      const found = isEmptySet(holding.houses)
        ? warning('street-not-bound', args, placeOf(wanted, 'street'))
        : warning('houses-not-bound', parts, placeOf(wanted, 'houses'));
      this.#sink.problem(found);
      this.#sink.summary.unchanged += 1;
      return [];
    }
    // Some are bound and some are not: one of the two is a slip.
    if (!isEmptySet(absent)) return [problem('houses-not-bound', parts, placeOf(wanted, 'houses'))];
    draft.set(street, school.code, withoutHouses(holding, houses));
    return [];
  }

  /** Told at the end, for the other school may stand further down in the file. */
  #warnOfIdleShare(one: Resolved): void {
    const { draft, street, school, label, share } = one;
    if (share === null) return;
    const others = [...draft.on(street)].filter(([other]) => other !== school.code);
    if (others.some(([, { houses }]) => !isEmptySet(intersect(houses, share.shared)))) return;
    const args = { street: label, school: school.code, houses: describeSet(share.shared) };
    this.#sink.problem(warning('share-idle', args, placeOf(one, 'houses')));
  }
}

/** What a school says that it shares, by this row and those before it: that goes for every other school. */
function saidBy(school: string, wanted: Resolved, claims: BindingClaims): HouseSet {
  const said = claims.shared(wanted, school);
  return wanted.share && school === wanted.school.code ? union(said, wanted.share.shared) : said;
}

function placeOf({ row }: Resolved, field: BindingField): Place | undefined {
  return row?.place(field);
}
