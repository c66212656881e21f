import type { AddressDoubts, Unchecked } from '../domain/territory/address/address-answer.ts';
import type { SetPart } from '../domain/territory/set-parts.ts';

/** How many addresses of a table ended how. */
export interface AddressCounts {
  readonly one: number;
  readonly none: number;
  readonly several: number;
  readonly unknown: number;
  readonly unread: number;
}

/** What `find-school` says. */
export interface AddressWords {
  readonly doubts: { readonly [C in keyof AddressDoubts]: (args: AddressDoubts[C]) => string };
  /** `place` is a street, with its house where one was read */
  readonly one: (place: string) => string;
  readonly several: (place: string, schools: number) => string;
  readonly none: (place: string) => string;
  readonly nearest: (streets: readonly string[]) => string;
  readonly bound: (street: string, houses: readonly SetPart[]) => string;
  readonly settled: (settlement: string) => string;
  /** what the list of streets cannot confirm, and numbers that were not looked at */
  readonly unchecked: (words: Unchecked) => string;
  readonly shared: (reason: string) => string;
  readonly overlap: string;
  readonly houseUnlisted: (house: string) => string;
  readonly acceptsNow: (closes: string) => string;
  readonly acceptsFrom: (opens: string) => string;
  readonly acceptedUntil: (closes: string) => string;
  /** the ids of the checks that fail, and the command that tells more */
  readonly notReady: (checks: readonly string[], command: string) => string;
  readonly bind: (command: string) => string;
  readonly freeChoice: (schools: readonly string[]) => string;
  readonly freeChoiceNone: string;
  readonly answered: (addresses: number) => string;
  readonly counts: (counts: AddressCounts) => string;
}
