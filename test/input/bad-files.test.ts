import { readdirSync } from 'node:fs';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { InputField } from '../../src/domain/input-problems.ts';
import type { Problem, ProblemCode } from '../../src/domain/problem.ts';
import { bindingFile } from '../../src/input/binding-file.ts';
import { orgFile } from '../../src/input/org-file.ts';
import { roleFile } from '../../src/input/role-file.ts';
import type { FileKind } from '../../src/input/row-reading.ts';
import { settingsFile } from '../../src/input/settings-file.ts';
import { openSource } from '../../src/input/source.ts';
import { streetFile } from '../../src/input/street-file.ts';
import { readStaffFile } from '../support/read-staff.ts';
import { readAllEntries } from './read-all.ts';

const folder = new URL('../../fixtures/bad-files/', import.meta.url).pathname;

/** Problems of a file, each as its code and the line where its record starts. */
async function findings<F extends InputField, T>(file: string, kind: FileKind<F, T>): Promise<string[]> {
  const { problems } = await readAllEntries(openSource(folder + file, Readable.from([])), kind);
  return codes(problems);
}

function codes(problems: readonly Problem[]): string[] {
  return problems.map(one => `${one.code} ${one.where?.line ?? '-'}`);
}

const read: Readonly<Record<string, (file: string) => Promise<string[]>>> = {
  orgs: file => findings(file, orgFile),
  staff: async file => codes((await readStaffFile(folder + file)).problems),
  roles: file => findings(file, roleFile),
  streets: file => findings(file, streetFile),
  bindings: file => findings(file, bindingFile),
  settings: file => findings(file, settingsFile),
};

const expected: Readonly<Record<string, readonly `${ProblemCode} ${number | '-'}`[]>> = {
  'bindings-street-missing.csv': ['cell-missing 3'],
  'orgs-bin-wrong.csv': ['bin-check-digit 2'],
  'orgs-kato-wrong.csv': ['kato-malformed 2'],
  'orgs-kind-unknown.csv': ['org-kind-unknown 2'],
  'orgs-name-missing.csv': ['cell-missing 2'],
  'orgs-territory-unknown.csv': ['territory-unknown 2'],
  'roles-role-unknown.csv': ['role-unknown 2'],
  'roles-same-row-twice.csv': ['row-duplicate 3'],
  'settings-choice-unknown.csv': ['yes-no-unknown 2'],
  'settings-classes-malformed.csv': ['classes-malformed 2'],
  'settings-intake-negative.csv': ['number-below 2'],
  'settings-number-in-words.csv': ['number-malformed 2'],
  'settings-places-zero.csv': ['number-below 2'],
  'staff-7z.csv': ['file-is-foreign -'],
  'staff-age-101.csv': ['age-unusual 2'],
  'staff-age-15.csv': ['age-unusual 2'],
  'staff-bin-wrong.csv': ['bin-check-digit 2'],
  'staff-birth-date-mismatch.csv': ['birth-date-mismatch 2'],
  'staff-blank-lines-only.csv': ['file-empty -'],
  'staff-column-ambiguous.csv': ['column-ambiguous 1'],
  'staff-column-missing.csv': ['column-missing 1'],
  'staff-column-twice.csv': ['column-duplicate 1'],
  'staff-column-unknown.csv': ['column-unknown 1'],
  'staff-column-without-header.csv': ['cell-without-header 2'],
  'staff-control-characters.csv': ['control-characters 2'],
  'staff-database.csv': ['file-is-foreign -'],
  'staff-date-impossible.csv': ['date-impossible 2'],
  'staff-dos-866.csv': ['encoding-unrecognised -'],
  'staff-email-not-latin.csv': ['email-not-latin 2'],
  'staff-email-shared.csv': ['email-shared 4'],
  'staff-empty.csv': ['file-empty -'],
  'staff-encoding-unclear.csv': ['encoding-ambiguous -'],
  'staff-excel-workbook.csv': ['file-is-foreign -'],
  'staff-gzip.csv': ['file-is-foreign -'],
  'staff-header-missing.csv': ['header-unrecognised 1'],
  'staff-header-only.csv': ['file-no-rows -'],
  'staff-hired-in-the-future.csv': ['hired-on-unlikely 2'],
  'staff-iin-as-exponent.csv': ['iin-exponent 3'],
  'staff-iin-is-bin.csv': ['iin-is-bin 2'],
  'staff-iin-never-issued.csv': ['iin-never-issued 2'],
  'staff-iin-second-pass-wrong.csv': ['iin-check-digit 2'],
  'staff-iin-with-letter.csv': ['iin-digits 2'],
  'staff-iin-wrong.csv': ['iin-check-digit 3'],
  'staff-iin-zeros-lost.csv': ['iin-zeros-lost 3'],
  'staff-kz-1048-read-as-1251.csv': ['letters-of-another-encoding 2', 'letters-of-another-encoding 2'],
  'staff-latin-1.csv': ['encoding-unrecognised -'],
  'staff-letters-lost.csv': ['name-lost-letters 2'],
  'staff-line-after-quoted-breaks.csv': ['iin-check-digit 5'],
  'staff-mac-cyrillic.csv': ['encoding-unrecognised -'],
  'staff-name-with-digits.csv': ['name-digits 2'],
  'staff-old-excel.csv': ['file-is-foreign -'],
  'staff-organisation-unknown.csv': ['org-unknown 2', 'org-unknown 3'],
  'staff-pdf.csv': ['file-is-foreign -'],
  'staff-phone-russian.csv': ['phone-russian 2'],
  'staff-phone-wrong.csv': ['phone-length 2'],
  'staff-photo.csv': ['file-is-foreign -'],
  'staff-pt154.csv': ['encoding-unrecognised -'],
  'staff-quote-broken.csv': ['quote-broken 2'],
  'staff-quote-unclosed.csv': ['quote-unclosed 3'],
  'staff-rar.csv': ['file-is-foreign -'],
  'staff-rich-text.csv': ['file-is-foreign -'],
  'staff-role-unknown.csv': ['role-unknown 2'],
  'staff-row-long.csv': ['row-long 3'],
  'staff-row-short.csv': ['row-short 3'],
  'staff-rows-that-differ.csv': ['row-conflict 2', 'row-conflict 4'],
  'staff-same-row-twice.csv': ['row-duplicate 4'],
  'staff-sep-line-of-fault.csv': ['iin-check-digit 4'],
  'staff-sep-unknown.csv': ['delimiter-unknown 1'],
  'staff-title-column-missing.csv': ['column-missing 3'],
  'staff-title-line-of-fault.csv': ['iin-check-digit 5'],
  'staff-titles-only.csv': ['header-unrecognised 1'],
  'staff-utf-8-damaged.csv': ['file-not-utf8 3'],
  'staff-web-page.csv': ['file-is-foreign -'],
  'staff-xml-table.csv': ['file-is-foreign -'],
  'staff-zero-byte.csv': ['nul-byte 3'],
  'staff-zip.csv': ['file-is-foreign -'],
  'streets-letters-lost.csv': ['letters-lost 2', 'letters-lost 3'],
  'streets-name-missing.csv': ['cell-missing 3'],
};

describe('every bad file is answered with what is wrong in it', () => {
  it.each(readdirSync(folder))('%s', async file => {
    const kind = file.slice(0, file.indexOf('-'));
    expect(await read[kind]?.(file)).toEqual(expected[file]);
  });

  it('and every answer has its file', () => {
    expect(readdirSync(folder).toSorted()).toEqual(Object.keys(expected).toSorted());
  });
});
