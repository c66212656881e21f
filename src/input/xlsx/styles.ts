import type { Archive } from './archive.ts';
import { builtInFormat, type NumberFormat, readFormatCode } from './format-code.ts';
import { readXmlPart } from './xml-part.ts';

/**
 * What the number format of each cell style is, by the style's number.
 * Throws OperatorError as `readXmlPart` does.
 */
export async function readNumberFormats(
  archive: Archive,
  path: string | null,
): Promise<readonly NumberFormat[]> {
  const formats: NumberFormat[] = [];
  if (path === null) return formats;
  const own = new Map<string, NumberFormat>();
  let inCellStyles = false;
  await readXmlPart(archive, path, {
    open(name, { numFmtId = '0', formatCode }) {
      if (name === 'numFmt' && formatCode !== undefined) own.set(numFmtId, readFormatCode(formatCode));
      else if (name === 'cellXfs') inCellStyles = true;
      else if (name === 'xf' && inCellStyles)
        formats.push(own.get(numFmtId) ?? builtInFormat(Number(numFmtId)));
    },
    text() {},
    close(name) {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  return formats;
}
