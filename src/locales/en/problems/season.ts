import type { SeasonProblems } from '../../../domain/season/problems.ts';
import type { SeasonCap, SeasonDate } from '../../../domain/season/window.ts';
import type { WholeSetting } from '../../../domain/season/year-settings.ts';
import { enCount } from '../../plural.ts';
import type { Texts } from '../../text.ts';

const DATES: Readonly<Record<SeasonDate, string>> = {
  opens: 'day the window opens',
  closes: 'day the window closes',
  order_from: 'first day for the order of enrolment',
  study_starts: 'first day of study',
};

const CAPS: Readonly<Record<SeasonCap, string>> = {
  class_size_norm: 'norm of class size',
  class_size_max: 'maximum class size',
  inside_per_outside: 'number of children from the territory for each one from outside',
};

const SETTINGS: Readonly<Record<WholeSetting, string>> = {
  total_places: 'total number of places',
  intake: 'planned intake',
  class_size: 'class size',
};

const CLASSES_EXAMPLE = 'Write the class sets like this: kk general 2x25, ru general 1x25.';
const pupils = (n: number) => enCount(n, 'pupil', 'pupils');

export const season: Texts<SeasonProblems> = {
  'year-malformed': a => ({
    message:
      a.value === '' ? 'The academic year is missing.' : `“${a.value}” cannot be read as an academic year.`,
    fix: 'Write two consecutive years with a hyphen, for example 2027-2028.',
  }),
  'year-not-consecutive': a => ({
    message: `The academic year “${a.value}” does not end in the year after its first one.`,
    fix: `Write ${a.proposal} if that is the year you mean.`,
  }),
  'number-malformed': a => ({
    message: a.value === '' ? 'The number is missing.' : `“${a.value}” is not a whole number.`,
    fix: 'Write digits alone, without blanks, commas or words.',
  }),
  'number-below': a => ({
    message: `The number ${a.value} is too small.`,
    fix: `Write a whole number from ${a.min} up.`,
  }),
  'number-above': a => ({
    message: `The number ${a.value} is too large.`,
    fix: `Write a whole number up to ${a.max}.`,
  }),
  'yes-no-unknown': a => ({
    message: a.value === '' ? 'Neither yes nor no is given.' : `“${a.value}” is neither yes nor no.`,
    fix: 'Write yes or no.',
  }),
  'season-date-year': a => ({
    message: `The ${DATES[a.field]}, ${a.date}, is not in ${a.year}.`,
    fix: `Give a date in ${a.year}, the year in which the academic year starts.`,
  }),
  'season-closes-first': a => ({
    message: `The window closes on ${a.closes}, before it opens on ${a.opens}.`,
    fix: 'Give a closing day that is not before the opening day.',
  }),
  'season-order-early': a => ({
    message: `The order of enrolment is allowed from ${a.order_from}, before the window opens on ${a.opens}.`,
    fix: 'Give a later first day for the order of enrolment.',
  }),
  'season-order-late': a => ({
    message: `The order of enrolment is allowed only from ${a.order_from}, after study starts on ${a.study_starts}.`,
    fix: 'Give an earlier first day for the order of enrolment.',
  }),
  'season-closes-after-study': a => ({
    message: `The window closes on ${a.closes}, when study has already started on ${a.study_starts}.`,
    fix: 'Check that documents are really accepted during the school year.',
  }),
  'season-cap': a => ({
    message: `The ${CAPS[a.field]} is ${a.value}; it must be a whole number from 1 to ${a.max}.`,
    fix: `Give a whole number from 1 to ${a.max}.`,
  }),
  'season-norm-above-max': a => ({
    message: `The norm of class size (${a.norm}) is above the maximum (${a.max}).`,
    fix: 'Lower the norm or raise the maximum.',
  }),
  'classes-empty': () => ({ message: 'No class sets are given.', fix: CLASSES_EXAMPLE }),
  'classes-malformed': a => ({
    message: `The class sets “${a.words}” cannot be read.`,
    fix: CLASSES_EXAMPLE,
  }),
  'classes-language-missing': a => ({
    message: `The class sets “${a.words}” name no language of instruction.`,
    fix: `Add one of: ${a.allowed.join(', ')}.`,
  }),
  'classes-type-missing': a => ({
    message: `The class sets “${a.words}” name no class type.`,
    fix: `Add one of: ${a.allowed.join(', ')}.`,
  }),
  'classes-word-unknown': a => ({
    message: `In the class sets “${a.words}” the word “${a.word}” is out of place.`,
    fix: `Write one language (${a.languages.join(', ')}) and one class type (${a.types.join(', ')}).`,
  }),
  'classes-zero': a => ({
    message: `The class sets “${a.words}” need at least one class and one pupil.`,
    fix: 'Write whole numbers from 1 up, or leave this entry out.',
  }),
  'classes-twice': a => ({
    message: `The class sets “${a.words}” are listed twice.`,
    fix: `Remove the repetition, or write ${a.proposal} if both are meant.`,
  }),
  'settings-number': a => ({
    message: `The ${SETTINGS[a.field]} is ${a.value}; it must be a whole number from 1 to ${a.max}.`,
    fix: `Give a whole number from 1 to ${a.max}.`,
  }),
  'settings-no-classes': a => ({
    message: `The planned intake of ${pupils(a.intake)} is not spread over any class sets.`,
    fix: CLASSES_EXAMPLE,
  }),
  'settings-intake-above-places': a => ({
    message: `The planned intake (${a.intake}) is above the total number of places (${a.total_places}).`,
    fix: 'Lower the planned intake or correct the total number of places.',
  }),
  'settings-intake-above-capacity': a => ({
    message: `The planned intake (${a.intake}) does not fit into ${enCount(a.sets, 'class', 'classes')} of up to ${pupils(a.class_size)}: they hold ${a.capacity}.`,
    fix: 'Add class sets, raise the class size or lower the planned intake.',
  }),
  'settings-classes-sum': a => ({
    message: `The class sets “${a.classes}” hold ${pupils(a.sum)}, but the planned intake is ${a.intake}.`,
    fix: `Make the class sets add up to ${a.intake}, or set the planned intake to ${a.sum}.`,
  }),
  'settings-size-above-class-size': a => ({
    message: `The class sets “${a.classes}” have ${pupils(a.size)} in a class, above the class size of ${a.class_size}.`,
    fix: `Use at most ${a.class_size} in each class, or raise the class size.`,
  }),
  'class-size-above-norm': a => ({
    message: `The class size of ${a.class_size} is above the norm of ${a.norm} (at most ${a.max} are allowed).`,
    fix: `Open more class sets so that each has at most ${pupils(a.norm)}, if the school can.`,
  }),
  'class-size-above-max': a => ({
    message: `The class size of ${a.class_size} is above the maximum of ${a.max}.`,
    fix: `Set the class size to ${a.max} or less and open more class sets.`,
  }),
};
