import type { Sink } from '../../change/sink.ts';
import type { Tx } from '../../db/dialect.ts';
import type { StoredOrg } from '../../db/organisations.ts';
import type { StoredStreet } from '../../db/territory.ts';
import { type Problem, problem, type Reading } from '../../domain/problem.ts';
import { isUnclosed } from '../../domain/territory/order/order-marks.ts';
import {
  type AcceptedSpelling,
  findStreet,
  type StreetIndex,
  type StreetReading,
} from '../../domain/territory/street-index.ts';
import { streetLabel } from '../../domain/territory/street-label.ts';
import type { AcceptedSpellings } from './accepted-spellings.ts';
import type { Acting } from './acting.ts';
import {
  type BindingRequest,
  placed,
  type RequestedHouses,
  type RequestReading,
  type RequestRow,
  readRequestedHouses,
  schoolObjection,
} from './binding-request.ts';
import { findOrg } from './lookup.ts';
import { TerritoryDraft } from './territory-draft.ts';

/** A request whose names and houses were found. */
export interface Resolved extends RequestedHouses {
  readonly school: StoredOrg;
  readonly draft: TerritoryDraft;
  readonly street: string;
  readonly label: string;
  /** the accepted spelling that told the street; null where the list knows it */
  readonly by: AcceptedSpelling<StoredStreet> | null;
  readonly row: RequestRow | null;
}

type Resolution =
  | { readonly ok: true; readonly value: Resolved }
  | { readonly ok: false; readonly problems: readonly Problem[] };

function refused(...problems: readonly Problem[]): Resolution {
  return { ok: false, problems };
}

/** A department's territory and its list, with the spellings already looked up in it. */
interface Department {
  readonly draft: TerritoryDraft;
  readonly index: StreetIndex<StoredStreet>;
  readonly found: Map<string, StreetReading<StoredStreet>>;
}

/** Finds what requests name; a name that many rows repeat is looked up once. */
export class BindingResolver {
  readonly #tx: Tx;
  readonly #acting: Acting;
  readonly #accepted: AcceptedSpellings;
  readonly #reading: RequestReading;
  readonly #departments = new Map<string, Department>();
  readonly #orgs = new Map<string, Reading<StoredOrg>>();
  readonly #schools = new Set<string>();

  constructor(tx: Tx, acting: Acting, accepted: AcceptedSpellings, reading: RequestReading) {
    this.#tx = tx;
    this.#acting = acting;
    this.#accepted = accepted;
    this.#reading = reading;
  }

  /** Codes of the schools that were named. */
  get schools(): ReadonlySet<string> {
    return this.#schools;
  }

  get drafts(): TerritoryDraft[] {
    return [...this.#departments.values()].map(({ draft }) => draft);
  }

  /**
   * Every request that can be understood; the others are rejected.
   * @param only refuse rows of any other school
   */
  async resolve(
    requests: readonly BindingRequest[],
    only: StoredOrg | null,
    sink: Sink,
  ): Promise<Resolved[]> {
    const resolved: Resolved[] = [];
    for (const request of requests) {
      const one = await this.#resolve(request, only, sink);
      if (one.ok) resolved.push(one.value);
      else sink.reject(one.problems);
    }
    return resolved;
  }

  async #resolve(request: BindingRequest, only: StoredOrg | null, sink: Sink): Promise<Resolution> {
    const { row } = request;
    const school = this.#org(request.school);
    if (!school.ok) return refused(placed(school.problem, row, 'school'));
    const org = school.value;
    const objection = schoolObjection(org, only);
    if (objection) return refused(placed(objection, row, 'school'));
    if (!this.#schools.has(org.code)) this.#acting.authorize('bind-streets', org);
    this.#schools.add(org.code);
    const department = await this.#department(org.department ?? '');
    const street = streetIn(department, request.street);
    const { value, problems } = readRequestedHouses(request, this.#reading);
    const wrong = street.ok ? problems : [placed(street.problem, row, 'street'), ...problems];
    if (!street.ok || wrong.some(p => p.severity === 'error')) return refused(...wrong);
    sink.problem(...wrong);
    if (street.by) this.#accepted.note(street.by);
    const { draft } = department;
    const label = streetLabel(street.value);
    const found = { school: org, draft, street: street.value.street, label, by: street.by, row };
    return { ok: true, value: { ...value, ...found } };
  }

  #org(text: string): Reading<StoredOrg> {
    let found = this.#orgs.get(text);
    if (!found) {
      found = findOrg(text, this.#acting.orgs);
      this.#orgs.set(text, found);
    }
    return found;
  }

  async #department(code: string): Promise<Department> {
    let department = this.#departments.get(code);
    if (!department) {
      const draft = await TerritoryDraft.read(this.#tx, this.#acting.year, code);
      department = { draft, index: this.#accepted.in(draft.index), found: new Map() };
      this.#departments.set(code, department);
    }
    return department;
  }
}

function streetIn({ index, found }: Department, text: string): StreetReading<StoredStreet> {
  let reading = found.get(text);
  if (!reading) {
    reading = isUnclosed(text)
      ? { ok: false, problem: problem('street-unclosed', { text }) }
      : findStreet(text, index);
    found.set(text, reading);
  }
  return reading;
}
