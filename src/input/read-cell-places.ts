import { CellPlaceFinder, type CellPlaces } from './cell-places.ts';
import { decoderFor } from './encoding/decoder.ts';
import { Undecodable } from './encoding/undecodable.ts';
import type { Source } from './source.ts';
import type { TableForm } from './table-form.ts';

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Reads a text once more to find where the cells of some records stand.
 * @param form what the first reading found; null finds nothing
 * @param lines where the records start
 * @throws OperatorError those of the source
 */
export async function readCellPlaces(
  source: Source,
  form: Pick<TableForm, 'encoding' | 'delimiter'> | null,
  lines: ReadonlySet<number>,
): Promise<CellPlaces> {
  if (form === null) return new Map();
  const finder = new CellPlaceFinder(form.delimiter, lines);
  const decoder = await decoderFor(form.encoding);
  let begun = false;
  // The decoder gives whole letters only, so that its pieces can be read one by one.
  const read = (text: Buffer) => {
    const letters = text.toString();
    finder.write(!begun && letters.startsWith(BYTE_ORDER_MARK) ? letters.slice(1) : letters);
    begun ||= letters !== '';
  };
  try {
    for await (const piece of source.chunks()) read(decoder.decode(piece));
    read(decoder.end());
  } catch (error) {
    // The first reading told of the bytes; the cells before them have their places.
    if (!(error instanceof Undecodable)) throw error;
    read(error.before);
  }
  finder.end();
  return finder.found;
}
