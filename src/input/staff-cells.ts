import { type Role, readRole } from '../domain/authority/roles.ts';
import { isBin, readBin, restoreBinZeros } from '../domain/identity/bin.ts';
import { isIsoDate, readDate } from '../domain/identity/calendar-date.ts';
import { isStoredEmail, readEmail } from '../domain/identity/email.ts';
import { isIin, readIin, restoreIinZeros } from '../domain/identity/iin.ts';
import {
  cleanNamePart,
  type FullName,
  LONGEST_NAME_PART,
  readFullName,
} from '../domain/identity/person-name.ts';
import { isStoredPhone, readPhone } from '../domain/identity/phone.ts';
import { isPlainWord } from '../domain/text/plain-text.ts';
import {
  apostropheRemoved,
  type CellKind,
  lookAlikesReplaced,
  numberApostropheRemoved,
} from './cell-kind.ts';

/** Titles of posts and full names of organisations run long, but not longer. */
export const LONGEST_POSITION = 200;
export const LONGEST_ORG = 300;

export const iinCell: CellKind<string> = {
  asStored: text => (isIin(text) ? text : null),
  repairs: [numberApostropheRemoved, { code: 'zeros-restored', mend: restoreIinZeros }],
  rule: readIin,
};

export const binCell: CellKind<string> = {
  asStored: text => (isBin(text) ? text : null),
  repairs: [numberApostropheRemoved, { code: 'zeros-restored', mend: restoreBinZeros }],
  rule: readBin,
};

export const namePartCell: CellKind<string> = {
  asStored: text => (isPlainWord(text, LONGEST_NAME_PART) ? text : null),
  repairs: [lookAlikesReplaced],
  rule: text => cleanNamePart(text),
};

export const fullNameCell: CellKind<FullName> = {
  asStored: () => null,
  repairs: [lookAlikesReplaced],
  rule: readFullName,
};

export const phoneCell: CellKind<string> = {
  asStored: text => (isStoredPhone(text) ? text : null),
  repairs: [numberApostropheRemoved],
  rule: readPhone,
};

/** No look-alikes here: a Cyrillic letter in an address stays an error, for nobody knows which letter was meant. */
export const emailCell: CellKind<string> = {
  asStored: text => (isStoredEmail(text) ? text : null),
  repairs: [apostropheRemoved],
  rule: readEmail,
};

export const dateCell: CellKind<string> = {
  asStored: text => (isIsoDate(text) ? text : null),
  repairs: [],
  rule: readDate,
};

export const roleCell: CellKind<Role> = {
  asStored: () => null,
  repairs: [lookAlikesReplaced],
  rule: readRole,
};
