import type { TerritoryProblems } from '../../../domain/territory/problems.ts';
import { enCount } from '../../plural.ts';
import type { Texts } from '../../text.ts';

export const territory: Texts<TerritoryProblems> = {
  'houses-unreadable': a => ({
    message: `“${a.words}” in the list of houses cannot be read.`,
    fix: 'Write houses and ranges with commas between them, for example: 1-45 odd, 2-60 even, 12А, 5/10, 4 к1.',
  }),
  'houses-not-houses': a => ({
    message: `“${a.words}” does not name houses by their numbers.`,
    fix: 'Write the numbers of the houses that are meant, or take these words out of the list.',
  }),
  'houses-crossing': a => ({
    message: `“${a.words}” says where other streets are crossed: that tells no house numbers.`,
    fix: 'Write the numbers of the first and the last house of the stretch, for example 2-60, or 1-45 (odd).',
  }),
  'houses-date': a => ({
    message: `“${a.words}” in the list of houses is a date: a spreadsheet makes dates of ranges such as 1-2.`,
    fix: 'Format the column as text and type the range again.',
  }),
  'houses-ambiguous-dashes': a => ({
    message: `“${a.words}” joins three or more numbers by dashes; it may be a list or a range.`,
    fix: 'Put commas between single houses, and a dash only between the first and the last house of a range.',
  }),
  'houses-ambiguous-blank': a => ({
    message: `“${a.words}” may be two houses or one number torn in two.`,
    fix: 'Put a comma between two houses, or write the one number without a blank.',
  }),
  'houses-ambiguous-blocks': a => ({
    message: `In “${a.words}” the number ${a.number} may be a house of its own or go on from ${a.one}.`,
    fix: `If it goes on from ${a.one}, write “${a.one}, ${a.other}”; if it is a house, put it first: “${a.number}, ${a.one}”.`,
  }),
  'houses-number-impossible': a => ({
    message: `“${a.words}” cannot be the number of a house.`,
    fix: 'Write a number from 1 to 999999 that does not begin with zero.',
  }),
  'houses-backwards': a => ({
    message: `The range from ${a.from} to ${a.to} is written backwards.`,
    fix: `Write ${a.to}-${a.from} if that is the range meant.`,
  }),
  'houses-unclosed': a => ({
    message: `A quotation mark or a bracket has no pair in “${a.words}”.`,
    fix: 'Add the missing mark or take away the spare one.',
  }),
  'houses-side-missing': a => ({
    message: `“${a.words}” does not say which side of the street is meant.`,
    fix: sidesToChoose(a.words, a.side),
  }),
  'houses-side-mismatch': a => ({
    message: `“${a.words}” stands among the ${a.side} houses but has no ${a.side} number.`,
    fix: 'Correct the number or the side.',
  }),
  'houses-side-overrules': a => ({
    message: `“${a.words}” is read as ${a.side} houses only, though no number written there is ${a.side}.`,
    fix: 'Check the reading; correct the side or the numbers if another is meant.',
  }),
  'houses-side-strays': a => ({
    message: `“${a.words}” stands in a list of ${a.side} houses, but not every number written there is ${a.side}.`,
    fix: sidesToChoose(a.words, a.instead),
  }),
  'houses-side-contradicts': a => ({
    message: `“${a.words}” names both the odd and the even side, so it is not clear which is meant.`,
    fix: 'Keep one side; if both are meant, join them by “and” or write them apart: 1-45 (odd), 2-60 (even).',
  }),
  'houses-side-initial': a => ({
    message: `“${a.words}” does not say whether “н” (odd) or “ч” (even) is a side of the street or the letter of a house.`,
    fix: 'Write the side as a word: 1-45 odd, 2-60 even; write a letter close to its number: 12Ч.',
  }),
  'houses-swallowed': a => ({
    message: `“${a.words}” is already covered by “${a.within}”, so it is not clear which houses are meant.`,
    fix: 'Keep only one of the two; put exceptions in brackets: all (except 7, 9).',
  }),
  'houses-except-nothing': a => ({
    message: `“${a.words}” is an exception, but it is not among the houses written before it.`,
    fix: 'Write the exceptions after the houses they are taken from, in brackets: 1-45 odd (except 7, 9).',
  }),
  'houses-except-many': a => ({
    message: `The list of houses has more than ${a.limit} groups of exceptions; “${a.words}” was not read.`,
    fix: 'Gather the exceptions at the end of the list, or list the houses without exceptions.',
  }),
  'houses-count-differs': a => ({
    message: `“${a.words}” says that there are ${a.count} houses, but it has only ${enCount(a.numbers, 'number', 'numbers')}.`,
    fix: 'Write the side of the street, or list the houses that are meant.',
  }),
  'houses-plot': a => ({
    message: `“${a.words}” is a plot, not the number of a house; house ${a.house} is in the list without it.`,
    fix: 'If the plot has a house number, write that; if not, take these words out of the list.',
  }),
  'houses-left-out': a => ({
    message: `The words “${a.words}” are left out: they do not say which houses are meant.`,
    fix: 'Check the reading and take these words away if it is right; if not, write the numbers of the houses.',
  }),
  'houses-twice': a => ({
    message: `House ${a.house} is written twice in one list.`,
    fix: 'Take one away, or correct it if another house is meant.',
  }),
};

function sidesToChoose(words: string, side: 'odd' | 'even' | 'both'): string {
  const [both, odd, even] = ['odd and even', 'odd', 'even'].map(name => `“${words} (${name})”`);
  if (side === 'both') return `Write ${both}; if one side is meant, ${odd} or ${even}.`;
  return `Write ${side === 'odd' ? odd : even}; if both sides are meant, ${both}.`;
}
