import type { AddressAnswer, AddressDoubt } from './address-answer.ts';
import type { ListedStreet } from './listed-street.ts';

/** Streets that a sentence names. */
const CANDIDATES = 8;

/** The answer of an address that is not certain. */
export function unknown<C extends AddressDoubt['code']>(
  code: C,
  args: Extract<AddressDoubt, { code: C }>['args'],
  street: ListedStreet | null = null,
): AddressAnswer {
  return { outcome: 'unknown-street', doubt: { code, args } as AddressDoubt, street };
}

/** The answer of words that may mean each of some streets. */
export function several(words: string, streets: readonly ListedStreet[]): AddressAnswer {
  return unknown('address-street-several', { street: words, candidates: labels(streets) });
}

/** What people call some streets, each once and not too many. */
export function labels(streets: readonly ListedStreet[]): string[] {
  return [...new Set(streets.map(({ entry }) => entry.label))].slice(0, CANDIDATES);
}
