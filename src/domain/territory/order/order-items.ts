import { problem } from '../../problem.ts';
import { streetKindOf } from '../street-kinds.ts';
import { housesAlone, ItemDraft, quoted } from './order-draft.ts';
import type { OrderItem } from './order-item.ts';
import { cutOutside, type Stretch } from './order-marks.ts';
import { BARE_NUMBER, numbersBeforeKind } from './order-numbers.ts';
import { type Opening, openingOf, orderWords } from './order-opening.ts';
import { isPlace, placeName, placesWithin, type Settlement, settlementOf } from './order-place.ts';
import { housesBeforeStreet } from './order-prefix.ts';
import { pluralKind } from './order-words.ts';

const AFTER_PLURAL = /^[\s:–—-]+/u;
/** A number on a line of its own, behind a mark that closes: a house, or the number of a page. */
const NUMBER_ALONE = /^\s*\d{1,4}\s*$/u;
const AND_NAME = /\s(?:и|және|мен|and)\s+(?=\p{Lu})/u;

/** What holds from one item to the next. */
interface Standing {
  readonly school: number | null;
  /** the kind that a plural gave, and whether it is that of all names which follow */
  kind: string | null;
  settlement: Settlement | null;
}

/** Reads the stretches of running text one after another into items. */
export class ItemReader {
  readonly items: OrderItem[] = [];
  #current: ItemDraft | null = null;
  #standing: Standing = { school: null, kind: null, settlement: null };
  /** a name before a comma that the following streets may lie in: `мкр. Арай, ул. Домалак Ана` */
  #inside: string | null = null;
  /** counts the stretches between semicolons or ends of lines */
  #sentence = 0;

  /** Another school: what follows is its own. */
  begin(school: number): void {
    this.end();
    this.#standing = { school, kind: null, settlement: null };
  }

  end(): void {
    if (this.#current !== null) this.items.push(this.#current.item());
    this.#current = null;
  }

  /** A settlement that stands as a heading over streets. */
  settle(text: string): void {
    this.end();
    this.#standing.settlement = settlementOf(text);
  }

  /** Reads what stands between two semicolons. @param fresh a line of its own: nothing before it goes on */
  chunk(chunk: Stretch, lineAt: (offset: number) => number, fresh: boolean): void {
    this.#inside = null;
    this.#sentence += 1;
    const stretches = cutOutside(chunk.text, ',', chunk.offset);
    /** houses that stand before any street of this chunk */
    let loose: Stretch[] = [];
    let begun = false;
    for (const stretch of stretches) {
      const opening = openingOf(stretch.text);
      const line = lineAt(stretch.offset + stretch.text.search(/\S|$/u));
      if (opening === 'blank' && !/\S/u.test(stretch.text)) continue;
      if (opening === 'houses' || opening === 'blank') {
        const found = begun ? null : housesBeforeStreet(stretch.text);
        if (found !== null) {
          const ahead = loose.map(({ text }) => `${text},`).join('');
          const before = {
            houses: `${ahead}${found.houses}`.trim(),
            written: `${ahead}${stretch.text}`.trim(),
          };
          loose = [];
          this.#open(found.street, line, { weak: false, joined: false, before });
          begun = true;
        } else if (begun && this.#isNextName(stretch.text)) {
          this.#open(stretch.text, line, { weak: false, joined: false });
        } else if (begun) this.#goOn(stretch.text);
        else loose.push(stretch);
        continue;
      }
      if (opening === 'numbered' && this.#numbered(loose, stretch, line, begun)) {
        loose = [];
        begun = true;
        continue;
      }
      this.#attach(loose, lineAt, fresh);
      loose = [];
      begun = this.#named(stretch.text, opening, line, begun);
    }
    this.#attach(loose, lineAt, fresh);
  }

  /** `микрорайоны 6, 12`: behind a plural whose name was a number, a number is a name too. */
  #isNextName(text: string): boolean {
    const before = this.#current;
    return (
      this.#standing.kind !== null &&
      before?.isNumberAlone === true &&
      BARE_NUMBER.test(text.replace(/[.\s]+$/u, ''))
    );
  }

  /** More houses; behind `мкр. 6` nobody can say whether a bare number is a house or one more microdistrict. */
  #goOn(text: string): void {
    const before = this.#current;
    if (before?.isNumberedPlace && /^\s*\d/u.test(text)) {
      const words = `${before.name},${text}`.trim();
      before.doubt = problem('order-split-unclear', { words: quoted(words), candidates: [] });
    }
    before?.add(text, ',', this.#sentence);
  }

  /** A stretch that opens with a name. Returns whether an item is open now. */
  #named(text: string, opening: Opening, line: number, begun: boolean): boolean {
    if (opening === 'plural') {
      const [word] = orderWords(text, 1);
      this.#standing.kind = pluralKind(word?.text ?? '')?.word ?? null;
      const rest = text.slice(word?.end ?? 0).replace(AFTER_PLURAL, '');
      this.#inside = null;
      if (!/\S/u.test(rest)) {
        this.end();
        return false;
      }
      // `следующие улицы: ул. Горная, пер. Лесной`: each name says its kind itself.
      const own = streetKindOf(orderWords(rest, 1)[0]?.text ?? '') !== null;
      for (const name of rest.split(AND_NAME)) this.#open(name, line, { weak: false, joined: begun, own });
      return true;
    }
    if (opening === 'settlement' && !/\d/u.test(text)) {
      this.#open(text, line, { weak: false, joined: begun, own: true });
      return true;
    }
    const own = opening === 'street' || opening === 'numbered';
    // A number before the kind, behind a comma, may also be a house: `10, 12. ул. Гоголя`.
    const weak = (!own && this.#standing.kind === null) || (opening === 'numbered' && begun);
    if (!own && this.#standing.kind !== null && !/\d|\(/u.test(text)) {
      for (const name of text.split(AND_NAME)) this.#open(name, line, { weak, joined: begun });
    } else this.#open(text, line, { weak, joined: begun, own });
    return true;
  }

  /** `19, 19А, 20 микрорайоны`: the numbers before a kind are names. Returns whether it was so. */
  #numbered(loose: readonly Stretch[], last: Stretch, line: number, begun: boolean): boolean {
    const found = numbersBeforeKind(loose, last, begun);
    if (found === null) return false;
    if ('names' in found) {
      for (const name of found.names) this.#open(name, line, { weak: false, joined: false, own: true });
      return true;
    }
    // Nobody can say whether the numbers are houses of the street before, or streets themselves.
    const doubt = problem('order-split-unclear', { words: quoted(found.unclear), candidates: [] });
    if (this.#current !== null) this.#current.doubt = doubt;
    this.#open(found.unclear, line, { weak: false, joined: begun, own: true });
    const opened = this.#current as ItemDraft | null;
    if (opened !== null) opened.doubt = doubt;
    return true;
  }

  #open(
    text: string,
    line: number,
    how: { weak: boolean; joined: boolean; own?: boolean; before?: { houses: string; written: string } },
  ): void {
    const before = this.#current;
    let written = how.before?.written ?? text;
    // A street right behind a bare microdistrict or village lies in it.
    if (how.joined && before?.isNameAlone && isPlace(before.name) && !isPlace(text)) {
      this.#inside = placeName(before.name);
      this.#current = null;
      written = `${before.name}, ${text.trim()}`;
    }
    this.end();
    if (how.own === true) this.#standing.kind = null;
    const { school, kind } = this.#standing;
    const place = { line, school, sentence: this.#sentence, weak: how.weak, joined: how.joined };
    const around = {
      kind,
      within: placesWithin(this.#inside, this.#standing.settlement),
      housesBefore: how.before?.houses ?? '',
      sideBefore: how.joined ? (before?.sideAhead ?? null) : null,
    };
    this.#current = new ItemDraft(text, place, around, written);
  }

  /** Houses before any street of a chunk go on with the street of the chunk before. */
  #attach(loose: readonly Stretch[], lineAt: (offset: number) => number, fresh: boolean): void {
    const [first] = loose;
    if (first === undefined) return;
    const text = loose.map(stretch => stretch.text).join(',');
    if (this.#current !== null) {
      if (fresh && NUMBER_ALONE.test(text))
        this.#current.doubt = problem('order-words-unread', { words: text.trim() });
      this.#current.add(text, fresh ? '\n' : ';', this.#sentence);
      return;
    }
    const line = lineAt(first.offset + first.text.search(/\S|$/u));
    this.items.push(housesAlone(text.trim(), line, this.#standing.school, this.#sentence));
  }
}
