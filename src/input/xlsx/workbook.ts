import type { Archive } from './archive.ts';
import { type Relationship, readRelationships } from './relationships.ts';
import { readXmlPart } from './xml-part.ts';

/** One worksheet; sheets of charts and macros are left out. */
export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly path: string;
}

/** What a workbook consists of. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  /** days are counted from 1904 */
  readonly date1904: boolean;
  readonly stringsPath: string | null;
  readonly stylesPath: string | null;
}

/** The path of the main part; null for an archive that is no office document. */
export async function findWorkbook(archive: Archive): Promise<string | null> {
  const root = await readRelationships(archive, '');
  for (const { type, target } of root.values())
    if (type === 'officeDocument' && archive.has(target)) return target;
  return null;
}

/**
 * Reads the list of sheets from the main part at `path`.
 * Throws OperatorError: workbook-damaged, when no worksheet can be found, and as `readXmlPart` does.
 */
export async function readWorkbook(archive: Archive, path: string): Promise<Workbook> {
  const relationships = await readRelationships(archive, path);
  const sheets: Sheet[] = [];
  let date1904 = false;
  await readXmlPart(archive, path, {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = isTrue(attributes.date1904);
      if (name !== 'sheet') return;
      const part = relationships.get(relationshipId(attributes));
      if (part?.type !== 'worksheet') return;
      const hidden = attributes.state === 'hidden' || attributes.state === 'veryHidden';
      sheets.push({ name: attributes.name ?? '', hidden, path: part.target });
    },
    text() {},
    close() {},
  });
  if (sheets.length === 0) throw archive.damaged(path);
  const partOf = (type: string) => pathOf(relationships, type, archive);
  return { sheets, date1904, stringsPath: partOf('sharedStrings'), stylesPath: partOf('styles') };
}

/** `r:id`, whatever its prefix; the sheet's other attributes have none that ends so. */
function relationshipId(attributes: Readonly<Record<string, string>>): string {
  const key = Object.keys(attributes).find(name => name.endsWith(':id'));
  return key === undefined ? '' : (attributes[key] ?? '');
}

function pathOf(
  relationships: ReadonlyMap<string, Relationship>,
  wanted: string,
  archive: Archive,
): string | null {
  for (const { type, target } of relationships.values())
    if (type === wanted && archive.has(target)) return target;
  return null;
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
