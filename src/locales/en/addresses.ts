import type { SchoolHouses } from '../../domain/territory/address/address-answer.ts';
import type { AddressWords } from '../address-words.ts';
import { enCount } from '../plural.ts';
import { houses } from './houses.ts';

export const addresses: AddressWords = {
  doubts: {
    'address-without-street': a =>
      a.words.trim() === '' ? 'The address is empty.' : 'The address names no street.',
    'address-only-places': a =>
      `The address names no street: ${quoted(a.places)} ${a.places.length === 1 ? 'is read as a settlement' : 'are read as settlements'}. Write the street with its word: ул. Абая, Абай көшесі.`,
    'address-corner': a =>
      `“${a.words}” names a corner, and the house may be counted along either street. Write the one street that the house has its number on.`,
    'address-words-left': a =>
      `Beside “${a.street}” the address says ${quoted(a.words)}, and that may mean another place. Leave out what does not tell where the house is, or write it as a settlement, a street or a flat.`,
    'address-street-unknown': a => `The street list has no “${a.street}”.`,
    'address-street-several': a =>
      `“${a.street}” may be several streets: ${a.candidates.join('; ')}. Write which one, with its settlement.`,
    'address-settlement-unknown': a =>
      `The street list has no street “${a.street}” in “${a.settlement}”, but it has: ${a.candidates.join('; ')}.`,
    'address-settlements-differ': a =>
      `The address names different settlements for “${a.street}”: ${quoted(a.settlements)}. Leave the one that is meant.`,
    'address-house-missing': a =>
      `The address has no house, and on ${a.street} the house decides: ${byHouses(a.schools)}.`,
    'address-house-unclear': a =>
      a.houses.length > 1
        ? `Each of ${quoted(a.houses)} may be the house on ${a.street}: leave only the house, and write a flat with its word (12, flat 45). The house decides: ${byHouses(a.schools)}.`
        : `${quoted(a.houses)} on ${a.street} cannot be read for certain: write the house and the flat apart (12, flat 45). The house decides: ${byHouses(a.schools)}.`,
  },
  one: place => `${place}: one school.`,
  several: (place, schools) => `${place}: ${schools} schools.`,
  none: place => `${place}: no school serves it.`,
  nearest: streets => `Did you mean: ${streets.join('; ')}?`,
  bound: (street, parts) => `Bound to it on ${street}: ${houses.print(parts)}.`,
  settled: settlement => `The settlement decides: ${settlement}. Others have a street of this name too.`,
  unchecked: ({ places, numbers }) => {
    const place = `Nothing in the street list confirms that this street is there, so ${quoted(places)} ${places.length === 1 ? 'was' : 'were'} not checked: make sure that it is the street that is meant.`;
    const number = `${quoted(numbers)} in the address ${numbers.length === 1 ? 'was' : 'were'} not looked at: make sure that the house is right.`;
    return [places.length > 0 ? place : '', numbers.length > 0 ? number : ''].filter(Boolean).join(' ');
  },
  shared: reason => `The house is shared on purpose: ${reason}.`,
  overlap:
    'The house is bound to several schools, and nothing says that this is meant: the department has to decide.',
  houseUnlisted: house => `The street list does not know a house ${house} there.`,
  acceptsNow: closes => `Applications are accepted now, until ${closes}.`,
  acceptsFrom: opens => `Applications are accepted from ${opens} on.`,
  acceptedUntil: closes => `Applications were accepted until ${closes}.`,
  notReady: (checks, command) =>
    `The school is not ready for applications: ${checks.join(', ')}. See: ${command}`,
  bind: command => `The department can bind it: ${command}`,
  freeChoice: schools => `Any parent may choose: ${schools.join(', ')}.`,
  freeChoiceNone: 'No school here takes free choice.',
  answered: n => `${enCount(n, 'address', 'addresses')} answered.`,
  counts: c =>
    `One school: ${c.one}; no school: ${c.none}; several: ${c.several}; street or house unclear: ${c.unknown}; rows that cannot be read: ${c.unread}.`,
};

function quoted(words: readonly string[]): string {
  return words.map(word => `“${word}”`).join(', ');
}

function byHouses(schools: readonly SchoolHouses[]): string {
  return schools.map(({ school, houses: parts }) => `${school}: ${houses.print(parts)}`).join(' | ');
}
