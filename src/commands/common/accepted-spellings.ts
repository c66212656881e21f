import type { Sink } from '../../change/sink.ts';
import type { StoredStreet } from '../../db/territory.ts';
import { nameKey } from '../../domain/name-key.ts';
import { type Problem, problem, warning } from '../../domain/problem.ts';
import {
  type AcceptedSpelling,
  findStreet,
  type StreetIndex,
  withAccepted,
} from '../../domain/territory/street-index.ts';
import { streetLabel } from '../../domain/territory/street-label.ts';
import { cleanBlanks } from '../../domain/text/blanks.ts';
import { invalid } from './option-shape.ts';

/** A pair of `--accept "WRITTEN=STREET"`: this spelling means that street. */
export interface AcceptedPair {
  readonly written: string;
  readonly street: string;
}

/** @throws OperatorError flag-invalid; `|` stands between the names of a street and cannot be part of one */
export function readAcceptedPair(value: string): AcceptedPair {
  const at = value.indexOf('=');
  const [written, street] = [cleanBlanks(value.slice(0, at)), cleanBlanks(value.slice(at + 1))];
  if (at < 0 || written === '' || street === '' || written.includes('|'))
    throw invalid('--accept', value, '"WRITTEN=STREET"');
  return { written, street };
}

/** The spellings that a person has accepted, in the lists of the departments that a run speaks of. */
export class AcceptedSpellings {
  readonly #pairs: readonly AcceptedPair[];
  /** pair → what is wrong with its street in each list that does not have it */
  readonly #missing = new Map<AcceptedPair, Problem[]>();
  readonly #known = new Set<AcceptedPair>();
  /** what is written alike → that it was accepted for several streets of one list */
  readonly #contradictions = new Map<string, Problem>();
  readonly #kept = new Set<AcceptedSpelling<StoredStreet>>();
  readonly #written = new Set<string>();

  constructor(pairs: readonly AcceptedPair[]) {
    this.#pairs = pairs;
  }

  /** The list of a department with these spellings in it; a problem of such a list proposes `--accept`. */
  in(index: StreetIndex<StoredStreet>): StreetIndex<StoredStreet> {
    const spellings: AcceptedSpelling<StoredStreet>[] = [];
    for (const pair of this.#pairs) {
      const found = findStreet(pair.street, index);
      if (found.ok) {
        this.#known.add(pair);
        spellings.push({ written: pair.written, street: found.value });
      } else this.#missing.set(pair, [...(this.#missing.get(pair) ?? []), found.problem]);
    }
    // Of another department's list each pair may mean a street of its own: they are compared within one.
    for (const [key, alike] of Map.groupBy(spellings, ({ written }) => nameKey(written))) {
      const streets = [...new Set(alike.map(({ street }) => street))].map(index.label);
      const written = alike[0]?.written ?? key;
      if (streets.length > 1)
        this.#contradictions.set(key, problem('accept-contradicts', { written, streets }));
    }
    return withAccepted(index, spellings);
  }

  /** A request is written so: the pair is not idle. */
  note({ written }: AcceptedSpelling<StoredStreet>): void {
    this.#written.add(written);
  }

  /** Something was bound by it: the street shall keep it. */
  keep(by: AcceptedSpelling<StoredStreet>): void {
    this.#kept.add(by);
  }

  /** Gives the streets the kept spellings as other names, so that next time they are known. */
  emit(sink: Sink): void {
    for (const [street, used] of Map.groupBy(this.#kept, ({ street: meant }) => meant)) {
      const { change: _change, ...row } = street;
      const aliases = [...(street.aliases?.split('|') ?? []), ...used.map(({ written }) => written)];
      sink.put(
        'street',
        street,
        { ...row, aliases: [...new Set(aliases)].join('|') },
        { label: streetLabel(street) },
      );
    }
  }

  /**
   * Pairs that contradict each other, and those whose street no list has for certain, are errors; those that nothing
   * needed are said to be idle.
   */
  problems(): readonly Problem[] {
    const single = this.#pairs.filter(({ written }) => !this.#contradictions.has(nameKey(written)));
    const wrong = single.flatMap(pair => {
      const missing = this.#missing.get(pair) ?? [];
      if (!this.#known.has(pair)) return missing.slice(0, 1);
      return this.#written.has(pair.written) ? [] : [warning('accept-idle', pair)];
    });
    return [...this.#contradictions.values(), ...wrong];
  }
}
