import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../src/domain/problem.ts';
import { OperatorError } from '../../../src/errors.ts';
import { textRow, workbook, workbookParts } from '../../support/workbook.ts';
import { type Parts, zip } from '../../support/zip.ts';
import { readSheet } from './read-sheet.ts';

const good = {
  sheets: [{ name: 'Қызметкерлер', rows: textRow(1, ['ЖСН', 'Тегі']) + textRow(2, ['1', 'Әли']) }],
  strings: ['<t>а</t>'],
};
const parts = workbookParts(good);
const [SHEET, WORKBOOK] = ['xl/worksheets/sheet1.xml', 'xl/workbook.xml'];
const OLE = 'd0cf11e0a1b11ae1';

/** The one problem of a file that cannot be read. */
async function refusal(bytes: Uint8Array, pieceSize?: number): Promise<Problem | 'read'> {
  try {
    await readSheet(bytes, {}, pieceSize);
    return 'read';
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    expect(error.problems).toHaveLength(1);
    return error.problems[0] ?? 'read';
  }
}

function without(path: string): Parts {
  return Object.fromEntries(Object.entries(parts).filter(([name]) => name !== path));
}

const sheetOf = (xml: string) => zip({ ...parts, [SHEET]: xml });
const bomb = `<!DOCTYPE x [<!ENTITY a "${'ha'.repeat(100)}"><!ENTITY b "${'&a;'.repeat(100)}">]>`;

describe('a file that is no workbook to be read', () => {
  it.each<[what: string, bytes: Uint8Array, problem: Pick<Problem, 'code' | 'args'>]>([
    [
      'a text document',
      zip({ '_rels/.rels': '<Relationships/>', 'word/document.xml': '<x/>' }),
      { code: 'file-is-foreign', args: { format: 'docx' } },
    ],
    [
      'a LibreOffice table',
      zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }),
      { code: 'file-is-foreign', args: { format: 'ods' } },
    ],
    [
      'an archive with a workbook inside',
      zip({ 'school-1.xlsx': workbook(good) }),
      { code: 'file-is-foreign', args: { format: 'zip' } },
    ],
    [
      'a broken archive of something else',
      zip({ 'photo.jpg': 'x' }).subarray(0, 60),
      { code: 'file-is-foreign', args: { format: 'zip' } },
    ],
    [
      'a binary workbook',
      zip({
        ...without(WORKBOOK),
        '_rels/.rels': String(parts['_rels/.rels']).replace('workbook.xml', 'workbook.bin'),
        'xl/workbook.bin': 'x',
      }),
      { code: 'workbook-binary', args: {} },
    ],
    [
      'a workbook under a password',
      Buffer.concat([
        Buffer.from(OLE, 'hex'),
        Buffer.alloc(70_000),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      { code: 'workbook-protected', args: {} },
    ],
    [
      'an old workbook',
      Buffer.concat([Buffer.from(OLE, 'hex'), Buffer.alloc(2_000)]),
      { code: 'file-is-foreign', args: { format: 'xls' } },
    ],
    [
      'an archive under a password',
      zip(parts, { encrypted: true }),
      { code: 'workbook-protected', args: {} },
    ],
    [
      'a sheet that says it is enormous',
      zip(parts, { declaredSize: 3_000_000_000 }),
      { code: 'workbook-too-large', args: { size: 2862, limit: 256 } },
    ],
    [
      'a part larger than it says',
      zip(parts, { declaredSize: 10 }),
      { code: 'workbook-damaged', args: { part: '_rels/.rels' } },
    ],
    [
      'a part with other contents than was saved',
      zip(parts, { declaredSum: 1 }),
      { code: 'workbook-damaged', args: { part: '_rels/.rels' } },
    ],
    ['a missing sheet', zip(without(SHEET)), { code: 'workbook-damaged', args: { part: SHEET } }],
    [
      'a workbook without sheets',
      zip({ ...parts, [WORKBOOK]: '<workbook/>' }),
      { code: 'workbook-damaged', args: { part: WORKBOOK } },
    ],
    [
      'an unfinished sheet',
      sheetOf('<worksheet><sheetData>'),
      { code: 'workbook-damaged', args: { part: SHEET } },
    ],
    ['bytes for a sheet', sheetOf('\0\x01\x02'), { code: 'workbook-damaged', args: { part: SHEET } }],
    ['an empty sheet part', sheetOf(''), { code: 'workbook-damaged', args: { part: SHEET } }],
    [
      'entities that unfold',
      sheetOf(`${bomb}<worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>`),
      { code: 'workbook-damaged', args: { part: SHEET } },
    ],
    [
      'an entity from outside',
      sheetOf('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet/>'),
      { code: 'workbook-damaged', args: { part: SHEET } },
    ],
    [
      'a text longer than any cell',
      sheetOf(`<worksheet><sheetData>${textRow(1, ['а'.repeat(200_000)])}</sheetData></worksheet>`),
      { code: 'workbook-damaged', args: { part: SHEET } },
    ],
    [
      'a shared text that is not there',
      sheetOf('<worksheet><sheetData><row><c t="s"><v>7</v></c></row></sheetData></worksheet>'),
      { code: 'workbook-damaged', args: { part: SHEET } },
    ],
    [
      'a cell outside the sheet',
      sheetOf('<worksheet><sheetData><row><c r="XFE1"><v>7</v></c></row></sheetData></worksheet>'),
      { code: 'workbook-damaged', args: { part: SHEET } },
    ],
    [
      'a part that is not UTF-8',
      zip({ ...parts, [SHEET]: Buffer.from([...Buffer.from('<worksheet>'), 0xd2, 0xe5]) }),
      { code: 'workbook-damaged', args: { part: SHEET } },
    ],
  ])('is told as what it is: %s', async (_, bytes, { code, args }) => {
    expect(await refusal(bytes)).toMatchObject({ code, args, where: { file: 'staff.xlsx' } });
  });

  // The part ends with what is no UTF-8: whoever reads so far complains of that.
  it.each([
    ['a text', `<worksheet><sheetData><row><c t="str"><v>${'7'.repeat(3_000_000)}`],
    ['a CDATA section', `<worksheet><sheetData><row><c t="str"><v><![CDATA[${'<'.repeat(3_000_000)}`],
    ['a comment', `<worksheet><!--${'<v>'.repeat(1_000_000)}`],
    ['an attribute', `<worksheet x="${'7'.repeat(3_000_000)}`],
    ['a tag', `<worksheet ${'x="7" '.repeat(500_000)}`],
    ['elements within each other', '<row>'.repeat(600_000)],
  ])('is given up long before the end of what has none: %s', async (_, xml) => {
    const bytes = zip({ ...parts, [SHEET]: Buffer.concat([Buffer.from(xml), Buffer.from([0xff])]) });
    await expect(readSheet(bytes)).rejects.toMatchObject({
      problems: [{ code: 'workbook-damaged', args: { part: SHEET } }],
      cause: expect.any(RangeError),
    });
  });

  it('is told wherever a good one was cut off', async () => {
    const whole = workbook(good);
    for (let size = whole.indexOf('xl/') + 3; size < whole.length; size += 37)
      expect(await refusal(whole.subarray(0, size)), `${size} bytes`).toMatchObject({
        code: 'workbook-damaged',
      });
  });

  it('never ends in anything but a problem, whatever bytes of it are changed', async () => {
    const original = readFileSync(
      new URL('../../../fixtures/workbooks/staff-since-1904.xlsx', import.meta.url),
    );
    const changes = fc.array(fc.tuple(fc.nat(original.length - 1), fc.integer({ min: 0, max: 255 })), {
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(changes, fc.integer({ min: 1, max: 9000 }), async (list, pieceSize) => {
        const bytes = Buffer.from(original);
        for (const [at, byte] of list) bytes[at] = byte;
        await refusal(bytes, pieceSize);
      }),
      { numRuns: 200 },
    );
  });
});

it('a workbook of any changed XML is read or told to be damaged', async () => {
  const paths = Object.keys(parts);
  const piece = fc.oneof(
    fc.constantFrom(
      '<',
      '>',
      '"',
      '/',
      '<c>',
      '</c>',
      '<v>',
      '</row>',
      '<row r="0">',
      '<is>',
      '&#0;',
      '&x;',
      ' t="s"',
    ),
    fc.string({ unit: 'binary', maxLength: 3 }),
  );
  const changes = fc.array(fc.tuple(fc.nat(paths.length - 1), fc.nat(2000), fc.nat(12), piece), {
    minLength: 1,
    maxLength: 3,
  });
  await fc.assert(
    fc.asyncProperty(changes, async list => {
      const changed: Record<string, string> = {};
      for (const [path, xml] of Object.entries(parts)) changed[path] = String(xml);
      for (const [part, at, cut, text] of list) {
        const path = paths[part] ?? '';
        const xml = changed[path] ?? '';
        const from = at % (xml.length + 1);
        changed[path] = xml.slice(0, from) + text + xml.slice(from + cut);
      }
      const answer = await refusal(zip(changed));
      if (answer !== 'read') expect(answer.code).toMatch(/^(?:workbook-damaged|file-is-foreign)$/);
    }),
    { numRuns: 300 },
  );
});

describe('a workbook that another program made', () => {
  it.each<[what: string, change: (path: string, xml: string) => [string, string | Uint8Array]]>([
    ['with prefixes for all names', (path, xml) => [path, prefixed(path, xml)]],
    [
      'in the strict edition of the standard',
      (path, xml) => [
        path,
        xml
          .replaceAll(
            'http://schemas.openxmlformats.org/officeDocument/2006/',
            'http://purl.oclc.org/ooxml/officeDocument/',
          )
          .replaceAll(
            'http://schemas.openxmlformats.org/spreadsheetml/2006/',
            'http://purl.oclc.org/ooxml/spreadsheetml/',
          ),
      ],
    ],
    ['with other case in the names of its parts', (path, xml) => [path.replace('sheet1', 'Sheet1'), xml]],
    [
      'in UTF-16',
      (path, xml) => [
        path,
        path.startsWith('xl/w') ? Buffer.from(`\uFEFF${xml.replace('UTF-8', 'UTF-16')}`, 'utf16le') : xml,
      ],
    ],
    ['with a byte order mark', (path, xml) => [path, `\uFEFF${xml}`]],
  ])('is read %s', async (_, change) => {
    const changed = Object.entries(parts).map(([path, xml]) => change(path, String(xml)));
    expect((await readSheet(zip(Object.fromEntries(changed)))).records).toEqual([
      { line: 1, cells: ['ЖСН', 'Тегі'] },
      { line: 2, cells: ['1', 'Әли'] },
    ]);
  });
});

/** A part of the workbook as programs on the Open XML SDK write it: `<x:row>`. */
function prefixed(path: string, xml: string): string {
  if (!path.startsWith('xl/') || path.endsWith('.rels')) return xml;
  return xml.replace('xmlns=', 'xmlns:x=').replace(/<(\/?)(?=[a-z])/gi, '<$1x:');
}
