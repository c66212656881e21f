import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import type { Archive } from './archive.ts';

/** What a reader of XML is told: names come without their prefix, which every program chooses differently. */
export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  /** may come in several pieces */
  text(text: string): void;
  close(name: string): void;
}

/** Excel allows 32,767 characters in a cell; one much longer is an attack on memory. */
const MAX_TEXT_CHARACTERS = 128_000;

/** What the parser keeps of one tag, text or comment until its end; a text of the limit above, all in entities, fits. */
const MAX_UNFINISHED_CHARACTERS = 1024 * 1024;

/** Elements within each other; a sheet has ten or so. The parser keeps them all. */
const MAX_DEPTH = 256;

/** So much is read between two pauses: some 700 rows. */
const PIECE_BYTES = 256 * 1024;

/**
 * Reads one XML part, pausing after each quarter of a megabyte so that what was read can be used.
 * Entities are never expanded: a document type, which workbooks do not have, is refused.
 * Throws OperatorError: those of `Archive.pieces`; workbook-damaged for what is no XML.
 */
export async function* xmlPart(
  archive: Archive,
  path: string,
  handler: XmlHandler,
  limit?: number,
): AsyncGenerator<void, void, void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let unfinished = 0;
  let depth = 0;
  parser.on('opentag', tag => {
    unfinished = 0;
    depth += 1;
    if (depth > MAX_DEPTH) throw new RangeError('elements within each other without end');
    handler.open(localName(tag.name), tag.attributes);
  });
  parser.on('closetag', tag => {
    unfinished = 0;
    depth -= 1;
    handler.close(localName(tag.name));
  });
  parser.on('text', text => handler.text(text));
  parser.on('cdata', text => handler.text(text));
  parser.on('doctype', () => {
    throw new Error('a document type');
  });
  let decoder: TextDecoder | null = null;
  let read = 0;
  for await (const piece of archive.pieces(path, limit)) {
    const text: TextDecoder = decoder ?? new TextDecoder(encodingOf(piece), { fatal: true });
    decoder = text;
    guarded(archive, path, () => {
      const xml = text.decode(piece, { stream: true });
      unfinished += xml.length;
      parser.write(xml);
      // The parser tells of a text at its end: of one without end never, however much of it is kept by then.
      if (unfinished > MAX_UNFINISHED_CHARACTERS) throw new RangeError('a text longer than any cell');
    });
    read += piece.length;
    if (read < PIECE_BYTES) continue;
    read = 0;
    yield;
  }
  guarded(archive, path, () => parser.write(decoder?.decode() ?? '').close());
}

/** Reads one XML part to its end. Throws as `xmlPart` does. */
export async function readXmlPart(archive: Archive, path: string, handler: XmlHandler): Promise<void> {
  for await (const _ of xmlPart(archive, path, handler));
}

/** The text of an element from its pieces. Throws for one that no workbook has. */
export function appendText(text: string, piece: string): string {
  if (text.length + piece.length > MAX_TEXT_CHARACTERS) throw new RangeError('a text longer than any cell');
  return text === '' ? piece : text + piece;
}

function guarded(archive: Archive, path: string, parse: () => unknown): void {
  try {
    parse();
  } catch (cause) {
    throw archive.damaged(path, cause);
  }
}

/** XML is UTF-8 unless a byte order mark says UTF-16; workbooks have no third (ECMA-376 part 2, 6.1.3). */
function encodingOf(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : 'utf-8';
}

function localName(name: string): string {
  // Most tags of a sheet: `c`, `v`, `f`. The shortest name with a prefix has three characters.
  if (name.length < 3) return name;
  const at = name.indexOf(':');
  return at < 0 ? name : name.slice(at + 1);
}
