import { type ZipEntry, zip } from './zip.ts';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** Cell formats of `styles`: 1 is built-in number format 14, a date in the reader's own order. */
const DATE_STYLE = 1;
const MS_OF_A_DAY = 86_400_000;
/** Day 0 as Excel counts from March 1900 on. */
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);

/**
 * A workbook of one sheet as Excel saves it: texts in the shared strings, ISO dates as date cells.
 * @param rows of texts, the header first
 */
export function workbook(rows: readonly (readonly string[])[]): Buffer {
  const shared = new Map<string, number>();
  let texts = 0;
  const cell = (text: string, place: string) => {
    if (/^\d{4}-\d\d-\d\d$/.test(text))
      return `<c r="${place}" s="${DATE_STYLE}"><v>${(Date.parse(text) - EXCEL_EPOCH) / MS_OF_A_DAY}</v></c>`;
    const index = shared.get(text) ?? shared.size;
    shared.set(text, index);
    texts++;
    return `<c r="${place}" t="s"><v>${index}</v></c>`;
  };
  const data = rows.map(
    (row, i) =>
      `<row r="${i + 1}">${row.map((text, column) => cell(text, `${String.fromCharCode(65 + column)}${i + 1}`)).join('')}</row>`,
  );
  const strings = Array.from(shared.keys(), text => `<si><t>${escaped(text)}</t></si>`).join('');
  return zip([
    ...frame,
    entry(
      'xl/worksheets/sheet1.xml',
      `<worksheet xmlns="${SHEET}"><sheetData>${data.join('')}</sheetData></worksheet>`,
    ),
    entry(
      'xl/sharedStrings.xml',
      `<sst xmlns="${SHEET}" count="${texts}" uniqueCount="${shared.size}">${strings}</sst>`,
    ),
  ]);
}

const entry = (name: string, xml: string): ZipEntry => ({ name, content: `${DECLARATION}\n${xml}` });
const relation = (id: number, type: string, target: string) =>
  `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
const override = (part: string, type: string) =>
  `<Override PartName="/xl/${part}.xml" ContentType="${TYPES}.${type}+xml"/>`;

/** The parts that are the same in every workbook. */
const frame: readonly ZipEntry[] = [
  entry(
    '[Content_Types].xml',
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/>${override('workbook', 'sheet.main')}` +
      `${override('worksheets/sheet1', 'worksheet')}${override('styles', 'styles')}${override('sharedStrings', 'sharedStrings')}</Types>`,
  ),
  entry(
    '_rels/.rels',
    `<Relationships xmlns="${PACKAGE}/relationships">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
  ),
  entry(
    'xl/workbook.xml',
    `<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}"><sheets><sheet name="Қызметкерлер" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ),
  entry(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${PACKAGE}/relationships">${relation(1, 'worksheet', 'worksheets/sheet1.xml')}` +
      `${relation(2, 'styles', 'styles.xml')}${relation(3, 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
  ),
  entry(
    'xl/styles.xml',
    `<styleSheet xmlns="${SHEET}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>` +
      `<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
      `<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>` +
      `<cellXfs count="2"><xf xfId="0"/><xf numFmtId="14" applyNumberFormat="1" xfId="0"/></cellXfs></styleSheet>`,
  ),
];

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
