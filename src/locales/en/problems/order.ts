import type { OrderProblems } from '../../../domain/territory/order/problems.ts';
import type { Texts } from '../../text.ts';
import { nearestOr } from '../nearest.ts';

const FOREIGN: Readonly<Record<OrderProblems['order-is-foreign']['format'], readonly [string, string]>> = {
  word: [
    'a Word document',
    'In Word choose “Save as”, “Plain text”, encoding Unicode (UTF-8), and give that file.',
  ],
  'old-office': [
    'a Word or Excel file of the old kind',
    'From Word save it as plain text with the encoding Unicode (UTF-8); a table from Excel save as CSV UTF-8 and give by --file.',
  ],
  pdf: [
    'a PDF',
    'Open it, copy its text into a text editor and save it as UTF-8; a scan must be recognized first.',
  ],
  rtf: [
    'a document with formatting (RTF)',
    'Open it in Word and save it as plain text, encoding Unicode (UTF-8).',
  ],
  html: ['a web page', 'Open it in a browser, copy its text into a text editor and save it as UTF-8.'],
  odt: [
    'a LibreOffice text document (.odt)',
    'In LibreOffice choose “Save As”, “Text – Choose Encoding”, Unicode (UTF-8), and give that file.',
  ],
  ods: [
    'a LibreOffice table (.ods)',
    'In LibreOffice save it as “Text CSV” with Unicode (UTF-8) or as .xlsx, and give it by --file.',
  ],
  archive: ['an archive', 'Unpack it and give the order inside, saved as plain text, encoding UTF-8.'],
  image: [
    'an image',
    'The text must be recognized first: save what was recognized as plain text, encoding UTF-8, and check it.',
  ],
  damaged: [
    'a damaged file (it has a zero byte)',
    'Open the original of the order and save it as plain text, encoding UTF-8.',
  ],
  other: ['no text', 'Save the order as plain text, encoding UTF-8.'],
};

/** What can be wrong with the text of an order. */
export const order: Texts<OrderProblems> = {
  'order-without-streets': (_, run) => ({
    message: 'The text names no street.',
    fix: `Check that this is the text of the order; a table with the columns school, street and houses is read by: ${run.own('qabyl bind-streets --file FILE')}`,
  }),
  'order-without-school': (a, run) => ({
    message: `No school is named before “${a.words}”.`,
    fix: `Write the school with a colon before its streets, or name it: ${run.own('qabyl bind-streets --order FILE --school NAME')}`,
  }),
  'order-is-table': (a, run) => ({
    message: 'This is a table, not the text of an order.',
    fix: `Read it as a table: ${run.own(a.command)}`,
  }),
  'order-is-foreign': a => ({
    message: `This is ${FOREIGN[a.format][0]}, not plain text.`,
    fix: FOREIGN[a.format][1],
  }),
  'order-too-long': a => ({
    message: `The text is longer than ${a.limit} MB.`,
    fix: 'Give the part of the order that lists schools and streets.',
  }),
  'order-table-columns': () => ({
    message: 'The text is a table, but no line of it names the columns of streets and houses.',
    fix: 'Add a header line, for example: | № | School | Street | Houses |',
  }),
  'order-words-unread': a => ({
    message: `“${a.words}” is neither a school nor a street with its houses.`,
    fix: 'Correct the words, or take them out of the text.',
  }),
  'order-houses-without-street': a => ({
    message: `No street stands before “${a.words}”.`,
    fix: 'Write the street before its houses.',
  }),
  'order-split-unclear': a => ({
    message:
      a.candidates.length === 0
        ? `In “${a.words}” it is not clear which numbers are houses and which are names.`
        : `“${a.words}” can be read in several ways: ${a.candidates.join('; ')}.`,
    fix: 'Write each street on a line of its own, with a colon between the name and the houses.',
  }),
  'order-unclosed': a => ({
    message: `A quotation mark or a bracket has no pair in “${a.words}”.`,
    fix: 'Add the missing mark or take away the spare one.',
  }),
  'order-heading-unclear': a => ({
    message: `In “${a.words}” it is not clear where the name of the school ends and its streets begin.`,
    fix: 'Put a colon after the school, and the streets after it; leave out the address of the school.',
  }),
  'order-school-unclear': (a, run) => ({
    message: `In “${a.text}” the words “${a.rest}” belong to no school that is known: perhaps another school is meant, or several.`,
    fix: nearestOr(
      a.candidates,
      `Name one school, as in: ${run.own('qabyl list orgs')} — and give each its own streets.`,
    ),
  }),
  'order-school-unsure': a => ({
    message: `Line ${a.line}, “${a.words}”, was not read and may name another school: it is not certain whose the streets beside and below it are.${a.lines === 0 ? '' : ` ${a.lines} ${a.lines === 1 ? 'of them waits' : 'of them wait'} for nothing else.`}`,
    fix: `Correct line ${a.line}, or name the school again before the next street.`,
  }),
  'order-school-unknown': (a, run) => ({
    message: `There is no school “${a.text}”.${a.lines === 0 ? '' : ` ${a.lines} ${a.lines === 1 ? 'line of the order waits' : 'lines of the order wait'} for nothing else.`}`,
    fix: nearestOr(a.nearest, `Write its code, BIN or name as in: ${run.own('qabyl list orgs')}`),
  }),
  'order-school-meant': a => ({
    message: `The text names “${a.text}”, which is no known school; it was read as ${a.school}, as --school says.`,
    fix: null,
  }),
  'order-row-held': () => ({
    message: 'The houses could be read; the mark ? keeps the row from being bound alone.',
    fix: 'Put right what is said beside it, then take the ? away.',
  }),
  'order-street-incomplete': a => ({
    message: `Nothing of the street “${a.street}” is bound: the words about it in line ${a.line} were not read.`,
    fix: `Correct line ${a.line}.`,
  }),
  'order-preamble': a => ({
    message:
      a.from === a.to
        ? `Line ${a.from} was passed over: no school and no street is named there.`
        : `What stands before the first school or street was passed over (lines ${a.from}–${a.to}).`,
    fix: null,
  }),
  'order-adds': (a, run) => ({
    message: `The order adds to what schools have (“${a.words}”), but --replace-all would drop all that it does not name.`,
    fix: `Leave --replace-all out: ${run.own('qabyl bind-streets --order FILE')}`,
  }),
  'order-closing': a => ({
    message: `The end of the order was passed over, for it names no school and no street: “${a.words}”.`,
    fix: null,
  }),
};
