import type { CellFault } from '../cell-fault.ts';
import type { OnRecord } from '../opened-table.ts';
import { type CellContext, cellText } from './cell.ts';
import { columnOf, MAX_COLUMNS } from './cell-reference.ts';
import { StringItem } from './string-item.ts';
import { appendText, type XmlHandler } from './xml-part.ts';

/**
 * Cuts a worksheet into records. Rows without any content are passed over, however many are formatted; empty cells at
 * the end of a row are left out. The value of merged cells stands in the first of them, as the file has it; hidden
 * rows and columns are read like all others.
 */
export class SheetRecords implements XmlHandler {
  readonly #context: CellContext;
  readonly #onRecord: OnRecord;
  readonly #item = new StringItem();
  #row = 0;
  #cells: string[] = [];
  #faults: CellFault[] | null = null;
  #column = -1;
  #type = 'n';
  #style: string | undefined;
  #raw = '';
  #formula: string | null = null;
  #collecting: 'value' | 'formula' | 'string' | null = null;
  #inCell = false;

  constructor(context: CellContext, onRecord: OnRecord) {
    this.#context = context;
    this.#onRecord = onRecord;
  }

  /** The row that was begun last, from 1; 0 before the first. */
  get row(): number {
    return this.#row;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'c') this.#openCell(attributes);
    else if (this.#inCell) this.#openInside(name);
    else if (name === 'row') {
      this.#row = attributes.r === undefined ? this.#row + 1 : Number(attributes.r);
      if (!Number.isInteger(this.#row)) throw new RangeError('a row without a number');
      this.#column = -1;
    }
  }

  text(text: string): void {
    if (this.#collecting === null) return;
    if (this.#collecting === 'value') this.#raw = appendText(this.#raw, text);
    else if (this.#collecting === 'string') this.#item.text(text);
    else this.#formula = appendText(this.#formula ?? '', text);
  }

  close(name: string): void {
    if (name === 'c') this.#closeCell();
    else if (this.#inCell) this.#closeInside(name);
    else if (name === 'row') this.#closeRow();
  }

  #openCell(attributes: Readonly<Record<string, string>>): void {
    const { r, t } = attributes;
    this.#column = r === undefined ? this.#column + 1 : columnOf(r);
    if (this.#column < 0 || this.#column >= MAX_COLUMNS) throw new RangeError('a cell outside the sheet');
    this.#type = t ?? 'n';
    this.#style = attributes.s;
    this.#raw = '';
    this.#formula = null;
    this.#inCell = true;
  }

  #openInside(name: string): void {
    if (name === 'v') this.#collecting = 'value';
    else if (name === 'f') {
      this.#collecting = 'formula';
      this.#formula = '';
    } else if (name === 'is') {
      this.#collecting = 'string';
      this.#item.clear();
    } else this.#item.open(name);
  }

  #closeInside(name: string): void {
    if (name === 'v' || name === 'f') this.#collecting = null;
    else if (name === 'is') {
      this.#collecting = null;
      this.#raw = this.#item.value();
    } else this.#item.close(name);
  }

  #closeCell(): void {
    this.#inCell = false;
    this.#collecting = null;
    const type = this.#type;
    if (type === 'e') this.#fault('error', this.#raw || '#VALUE!');
    else if (this.#raw === '') {
      // The result of a formula may be an empty text; an empty number is a result that was never written.
      if (this.#formula !== null && type !== 'str') this.#fault('uncalculated', `=${this.#formula}`);
    } else if (type === 'inlineStr') this.#put(this.#raw);
    else this.#put(cellText(type, this.#raw, this.#style, this.#context));
  }

  #fault(kind: CellFault['kind'], text: string): void {
    this.#faults ??= [];
    this.#faults.push({ column: this.#column, kind, text });
    this.#put(text);
  }

  #put(text: string): void {
    if (text === '') return;
    const cells = this.#cells;
    while (cells.length < this.#column) cells.push('');
    cells[this.#column] = text;
  }

  #closeRow(): void {
    if (this.#cells.length === 0) return;
    const cells = this.#cells;
    const faults = this.#faults;
    this.#cells = [];
    this.#faults = null;
    if (faults === null) this.#onRecord(cells, this.#row);
    else this.#onRecord(cells, this.#row, faults);
  }
}
