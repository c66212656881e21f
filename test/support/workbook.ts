import { type Parts, zip } from './zip.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** One sheet by the XML of its rows, with what the workbook says about it. */
export interface SheetXml {
  readonly name: string;
  readonly rows: string;
  readonly state?: 'hidden' | 'veryHidden';
}

/** A workbook by its contents; `styles` are format codes or numbers of built-in formats, by the number of a style. */
export interface WorkbookXml {
  readonly sheets: readonly SheetXml[];
  /** content of each `si` */
  readonly strings?: readonly string[];
  readonly styles?: readonly (string | number)[];
  readonly date1904?: boolean;
}

/** The parts of a workbook, as Excel names them. */
export function workbookParts({ sheets, strings = [], styles = [], date1904 }: WorkbookXml): Parts {
  const relations = (list: readonly string[]) =>
    `<Relationships xmlns="${PACKAGE}">${list.join('')}</Relationships>`;
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const tabs = sheets.map(({ name, state }, i) => {
    const hidden = state === undefined ? '' : ` state="${state}"`;
    return `<sheet name="${escaped(name)}" sheetId="${i + 1}"${hidden} r:id="rId${i + 1}"/>`;
  });
  const ownFormats = styles.flatMap((style, i) =>
    typeof style === 'string' ? `<numFmt numFmtId="${200 + i}" formatCode="${escaped(style)}"/>` : [],
  );
  const xfs = styles.map((style, i) => `<xf numFmtId="${typeof style === 'string' ? 200 + i : style}"/>`);
  return {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relations([relation('rId1', 'officeDocument', 'xl/workbook.xml')]),
    'xl/workbook.xml': `<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr${
      date1904 ? ' date1904="1"' : ''
    }/><sheets>${tabs.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)),
      relation('rIdS', 'sharedStrings', '/xl/sharedStrings.xml'),
      relation('rIdF', 'styles', 'styles.xml'),
    ]),
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${strings.map(si => `<si>${si}</si>`).join('')}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts>${ownFormats.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${xfs.join('')}</cellXfs></styleSheet>`,
    ...Object.fromEntries(
      sheets.map(({ rows }, i) => [
        `xl/worksheets/sheet${i + 1}.xml`,
        `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
      ]),
    ),
  };
}

export function workbook(xml: WorkbookXml): Buffer {
  return zip(workbookParts(xml));
}

/** A row of texts that stand in their cells; empty texts have no cell. */
export function textRow(row: number, texts: readonly string[]): string {
  const cells = texts.map((text, i) => (text === '' ? '' : textCell(`${columnName(i)}${row}`, text)));
  return `<row r="${row}">${cells.join('')}</row>`;
}

export function textCell(reference: string, text: string): string {
  return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

/** `A` for 0, `AA` for 26. */
export function columnName(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest === 0 ? '' : columnName(rest - 1)) + String.fromCharCode(65 + (column % 26));
}

/** Text as a workbook holds it: what XML cannot hold is written `_x0007_`, and what looks like that is, too. */
export function escaped(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[^\t\n\r\x20-\uFFFD]/g, unit => `_x${unit.charCodeAt(0).toString(16).padStart(4, '0')}_`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}
