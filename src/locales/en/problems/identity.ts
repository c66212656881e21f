import type { IdentityProblems } from '../../../domain/identity/problems.ts';
import { meansNone } from '../../means-none.ts';
import { enCount } from '../../plural.ts';
import type { Texts } from '../../text.ts';

const digits = (n: number) => enCount(n, 'digit', 'digits');

export const identity: Texts<IdentityProblems> = {
  'iin-length': a => ({
    message:
      a.digits === 0 ? 'The IIN is missing.' : `The IIN “${a.value}” has ${digits(a.digits)}; an IIN has 12.`,
    fix: 'Write all 12 digits as they stand in the identity card.',
  }),
  'iin-digits': a => ({
    message: `The IIN “${a.value}” holds something other than digits.`,
    fix: 'Write the 12 digits alone, without blanks, hyphens or apostrophes.',
  }),
  'iin-exponent': a => ({
    message: `The spreadsheet shortened an IIN to “${a.value}”; its last digits are gone.`,
    fix: 'Format the column as text, then type the IIN again from the identity card.',
  }),
  'iin-zeros-lost': a => ({
    message: `The IIN “${a.value}” has lost the zeros at its beginning.`,
    fix: `Write ${a.proposal} if it is this person’s IIN, and format the column as text.`,
  }),
  'iin-never-issued': a => ({
    message: `“${a.value}” cannot be an IIN: no such number is ever issued.`,
    fix: 'Compare the IIN with the identity card and correct it.',
  }),
  'iin-is-bin': a => ({
    message: `“${a.value}” is a BIN, the number of an organisation, not an IIN.`,
    fix: 'Write the person’s own IIN.',
  }),
  'iin-century': a => ({
    message: `The seventh digit of the IIN “${a.value}” is ${a.value.charAt(6)}; it can only be 1 to 6.`,
    fix: 'Compare the IIN with the identity card and correct it.',
  }),
  'iin-date': a => ({
    message: `The IIN “${a.value}” begins with a date of birth that does not exist.`,
    fix: 'Compare the first six digits with the date of birth and correct them.',
  }),
  'iin-check-digit': a => ({
    message: `The check digit of the IIN “${a.value}” is wrong.`,
    fix: 'Compare the IIN with the identity card and correct it.',
  }),
  'bin-length': a => ({
    message:
      a.digits === 0 ? 'The BIN is missing.' : `The BIN “${a.value}” has ${digits(a.digits)}; a BIN has 12.`,
    fix: 'Write all 12 digits as they stand in the certificate of registration.',
  }),
  'bin-digits': a => ({
    message: `The BIN “${a.value}” holds something other than digits.`,
    fix: 'Write the 12 digits alone, without blanks, hyphens or apostrophes.',
  }),
  'bin-exponent': a => ({
    message: `The spreadsheet shortened a BIN to “${a.value}”; its last digits are gone.`,
    fix: 'Format the column as text, then type the BIN again from the certificate of registration.',
  }),
  'bin-zeros-lost': a => ({
    message: `The BIN “${a.value}” has lost the zeros at its beginning.`,
    fix: `Write ${a.proposal} if it is this organisation’s BIN, and format the column as text.`,
  }),
  'bin-never-issued': a => ({
    message: `“${a.value}” cannot be a BIN: no such number is ever issued.`,
    fix: 'Compare the BIN with the certificate of registration and correct it.',
  }),
  'bin-is-iin': a => ({
    message: `“${a.value}” is an IIN, the number of a person, not a BIN.`,
    fix: 'Write the organisation’s own BIN.',
  }),
  'bin-kind': a => ({
    message: `The fifth digit of the BIN “${a.value}” is ${a.digit}; it can only be 4, 5 or 6.`,
    fix: 'Compare the BIN with the certificate of registration and correct it.',
  }),
  'bin-month': a => ({
    message: `The BIN “${a.value}” names a month of registration that does not exist: ${a.value.slice(2, 4)}.`,
    fix: 'Compare the BIN with the certificate of registration and correct it.',
  }),
  'bin-office': a => ({
    message: `The sixth digit of the BIN “${a.value}” is ${a.digit}; it can only be 0 to 3.`,
    fix: 'Compare the BIN with the certificate of registration and correct it.',
  }),
  'bin-check-digit': a => ({
    message: `The check digit of the BIN “${a.value}” is wrong.`,
    fix: 'Compare the BIN with the certificate of registration and correct it.',
  }),
  'phone-malformed': a => ({
    message:
      a.value === '' ? 'The phone number is missing.' : `“${a.value}” cannot be read as a phone number.`,
    fix: orBlank(a.value, 'Write one number as +7 and ten digits, for example +7 701 123 45 67.'),
  }),
  'phone-exponent': a => ({
    message: `The spreadsheet shortened a phone number to “${a.value}”; its last digits are gone.`,
    fix: 'Format the column as text, then type the number again.',
  }),
  'phone-prefix': a => ({
    message: `The phone number “${a.value}” begins neither with +7 nor with 8.`,
    fix: 'Write a Kazakhstan number as +7 and ten digits.',
  }),
  'phone-length': a => ({
    message: `The phone number “${a.value}” has ${digits(a.digits)}; with the leading 7 or 8 it must have 11.`,
    fix: 'Write the number as +7 and ten digits, for example +7 701 123 45 67.',
  }),
  'phone-unassigned': a => ({
    message: `No area or operator has the code with which the phone number “${a.value}” begins.`,
    fix: 'Check the three digits after +7 or 8.',
  }),
  'phone-russian': a => ({
    message: `The phone number “${a.value}” is a Russian one.`,
    fix: 'Write a Kazakhstan number if the person has one.',
  }),
  'name-empty': a => ({
    message: a.value === '' ? 'The name is missing.' : `“${a.value}” is not a name.`,
    fix: 'Write the name in letters; if the person has no patronymic, leave its cell blank.',
  }),
  'name-digits': a => ({
    message: `The name “${a.value}” has digits in it.`,
    fix: 'Write the name with letters only.',
  }),
  'name-lost-letters': a => ({
    message: `Letters were lost in the name “${a.value}” when the file was saved.`,
    fix: 'Save the original file as “CSV UTF-8” and import it again.',
  }),
  'name-characters': a => ({
    message: `The name “${a.value}” has characters that no name has: “${a.characters}”.`,
    fix: 'Leave only the name in the cell.',
  }),
  'name-initials': a => ({
    message: `The name “${a.value}” has initials.`,
    fix: 'Write the given name and the patronymic in full.',
  }),
  'name-one-part': a => ({
    message: `“${a.value}” is only one word; a full name has at least two.`,
    fix: 'Write the surname, the given name and, if there is one, the patronymic.',
  }),
  'name-parts': a => ({
    message: `The full name “${a.value}” has ${enCount(a.parts, 'part', 'parts')}; it is unclear which are the surname, the given name and the patronymic.`,
    fix: 'Join the words of a double name with a hyphen, or give each part a column of its own.',
  }),
  'name-order': a => ({
    message: `In the full name “${a.value}” a patronymic stands second.`,
    fix: 'Write the surname first, then the given name, then the patronymic.',
  }),
  'name-mixed-scripts': a => ({
    message: `The word “${a.word}” mixes Cyrillic letters with the Latin “${a.letters}”.`,
    fix: 'Type the word again with one keyboard layout.',
  }),
  'date-malformed': a => ({
    message: a.value === '' ? 'The date is missing.' : `“${a.value}” cannot be read as a date.`,
    fix: orBlank(a.value, 'Write the date as 2027-09-01, 01.09.2027 or 01/09/2027 (day first).'),
  }),
  'date-impossible': a => ({
    message: `The date “${a.value}” does not exist.`,
    fix: 'Correct the date; in 01.09.2027 and 01/09/2027 the day comes first.',
  }),
  'age-unusual': a => ({
    message:
      a.age < 0
        ? `By the IIN ${a.iin} the person is not born yet.`
        : `By the IIN ${a.iin} the person is ${enCount(a.age, 'year', 'years')} old.`,
    fix: 'Compare the IIN with the identity card.',
  }),
  'hired-on-unlikely': a => ({
    message:
      a.age === null
        ? `The date of hiring ${a.hired_on} is yet to come.`
        : a.age < 0
          ? `On the date of hiring ${a.hired_on} the person was not born yet.`
          : `On the date of hiring ${a.hired_on} the person was ${enCount(a.age, 'year', 'years')} old.`,
    fix: 'Compare the date with the order of hiring.',
  }),
  'email-malformed': a => ({
    message: a.value === '' ? 'The e-mail address is missing.' : `“${a.value}” is not an e-mail address.`,
    fix: orBlank(a.value, 'Write one address such as name@example.kz.'),
  }),
  'email-not-latin': a => ({
    message: `The e-mail address “${a.value}” has Cyrillic letters in it: “${a.characters}”.`,
    fix: 'Type the address again with the Latin keyboard layout.',
  }),
  'email-shared': a => ({
    message: `The address ${a.email} is on line ${a.line} too, for the person with the IIN ${a.iin}.`,
    fix: 'Give each person an address of their own, or leave the cell blank.',
  }),
};

/** A sign for “none” is not to be corrected, but taken out. */
function orBlank(value: string, fix: string): string {
  return meansNone(value) ? `${fix} If there is none, leave the cell blank.` : fix;
}
