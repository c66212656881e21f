import { problem } from '../../problem.ts';
import { closingOf } from './order-closing.ts';
import { oneLine } from './order-draft.ts';
import { headingOf, isWholeHeading } from './order-heading.ts';
import type { OrderItem, OrderReading, SchoolMention } from './order-item.ts';
import { ItemReader } from './order-items.ts';
import { type OrderBlock, orderBlocks } from './order-lines.ts';
import { cutOutside, type Stretch } from './order-marks.ts';
import { openingOf } from './order-opening.ts';
import { cellsOf, isPipeTable } from './order-pipes.ts';
import { readOrderTable } from './order-table.ts';
import { namesSchool } from './school-words.ts';

/**
 * Reads the text of an order (issue 4, section 3): schools, streets and house lists, from running text or from a table
 * kept with pipes. What is a school and a street only the database can say, so that every item carries all ways to
 * read it. Time grows linearly with the text; no text makes it fail.
 * @param isSchool whether words are the code, the BIN or the whole name of a school
 */
export function readOrder(text: string, isSchool: (words: string) => boolean = () => false): OrderReading {
  const lines = text.normalize('NFC').split(/\r\n|\n|\r|\u2028|\f/u);
  const closing = closingOf(lines, isSchool);
  const body = closing === null ? lines : lines.slice(0, closing.from);
  const read = isPipeTable(body) ? readOrderTable(body) : readPlain(body, isSchool);
  const school = read.schools.length === 0 ? null : read.schools.length - 1;
  const behind = (closing?.unread ?? []).map(item => ({ ...item, school }));
  const passed = closing?.passed ?? null;
  return { ...read, behind, closing: passed === null ? null : { ...passed, school } };
}

type Body = Pick<OrderReading, 'schools' | 'items' | 'problems'>;

function readPlain(lines: readonly string[], isSchool: (words: string) => boolean): Body {
  const plain = lines.map(line => (line.includes('|') ? cellsOf(line).join(' ') : line)).join('\n');
  return readRunningText(plain, isSchool);
}

function readRunningText(text: string, isSchool: (words: string) => boolean): Body {
  const schools: SchoolMention[] = [];
  const reader = new ItemReader();
  const blocks = orderBlocks(
    text,
    line => opensItem(line, isSchool),
    line => isWholeHeading(line, isSchool),
  );
  for (const block of blocks)
    cutOutside(block.text, ';').forEach((chunk, at) => {
      readChunk(chunk, at === 0, block, { schools, reader, isSchool });
    });
  reader.end();
  return reading(schools, reader.items);
}

interface Hands {
  readonly schools: SchoolMention[];
  readonly reader: ItemReader;
  readonly isSchool: (words: string) => boolean;
}

function readChunk(chunk: Stretch, fresh: boolean, block: OrderBlock, hands: Hands): void {
  const { schools, reader, isSchool } = hands;
  const lineAt = (offset: number) => block.lineAt(offset);
  let rest = chunk;
  // A school, then a settlement, and then the streets.
  for (let turn = 0; turn < 2; turn++) {
    const heading = headingOf(rest.text, isSchool);
    if (heading === null) break;
    const line = lineAt(rest.offset + rest.text.search(/\S|$/u));
    if (heading.kind === 'school') {
      schools.push({ words: oneLine(heading.words), line, ...(heading.open && { open: true }) });
      reader.begin(schools.length - 1);
    } else reader.settle(oneLine(heading.words));
    rest = { text: rest.text.slice(heading.end), offset: rest.offset + heading.end };
  }
  if (/\S/u.test(rest.text)) reader.chunk(rest, lineAt, fresh);
}

/** Whether a line opens an item by itself: then the line before it does not go on in it. */
function opensItem(line: string, isSchool: (words: string) => boolean): boolean {
  const opening = openingOf(line);
  if (opening === 'street' || opening === 'plural' || opening === 'settlement') return true;
  return namesSchool(line) || isSchool(line.replace(/:.*$/u, '').trim());
}

function reading(schools: readonly SchoolMention[], items: readonly OrderItem[]): Body {
  // What an open heading may hold is told where the heading is.
  const isBare =
    !schools.some(({ open }) => open) && items.every(({ weak, splits }) => weak && splits.length === 0);
  return { schools, items, problems: isBare ? [problem('order-without-streets', {})] : [] };
}
