import type { SchoolHouses } from '../../domain/territory/address/address-answer.ts';
import type { AddressWords } from '../address-words.ts';
import { enCount } from '../plural.ts';
import { houses } from './houses.ts';

export const addresses: AddressWords = {
  doubts: {
    'address-without-street': a =>
      a.words.trim() === '' ? 'The address is empty.' : 'The address names no street.',
    'address-street-unknown': a => `The street list has no “${a.street}”.`,
    'address-street-several': a =>
      `“${a.street}” may be several streets: ${a.candidates.join('; ')}. Write which one, with its settlement.`,
    'address-settlement-unknown': a =>
      `The street list has no street “${a.street}” in “${a.settlement}”, but it has: ${a.candidates.join('; ')}.`,
    'address-settlements-differ': a =>
      `The address names different settlements for “${a.street}”: ${a.settlements.map(name => `“${name}”`).join(', ')}. Leave the one that is meant.`,
    'address-house-missing': a =>
      `The address has no house, and on ${a.street} the house decides: ${byHouses(a.schools)}.`,
    'address-house-unclear': a =>
      `“${a.house}” on ${a.street} cannot be read for certain: write the house and the flat apart (12, flat 45). The house decides: ${byHouses(a.schools)}.`,
  },
  one: place => `${place}: one school.`,
  several: (place, schools) => `${place}: ${schools} schools.`,
  none: place => `${place}: no school serves it.`,
  nearest: streets => `Did you mean: ${streets.join('; ')}?`,
  bound: (street, parts) => `Bound to it on ${street}: ${houses.print(parts)}.`,
  settled: settlement => `The settlement decides: ${settlement}. Others have a street of this name too.`,
  unchecked: place =>
    `Nothing in the street list confirms that this street is there, so “${place}” was not checked: make sure that it is the street that is meant.`,
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

function byHouses(schools: readonly SchoolHouses[]): string {
  return schools.map(({ school, houses: parts }) => `${school}: ${houses.print(parts)}`).join(' | ');
}
