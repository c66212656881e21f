import { openingOf, orderWords } from './order-opening.ts';
import { settlementWord } from './order-words.ts';

/** A settlement that streets lie in. */
export interface Settlement {
  readonly name: string;
  /** a list of one city's streets need not name it */
  readonly isCity: boolean;
}

const PLACE = /микрорайон|мкр|м-он|ықшам|шағын|ш\/а|м\/а|жилой массив|ж\.\s?м|алабы/iu;

/** A settlement that stands as a heading over streets, without its word and the heading's colon. */
export function settlementOf(text: string): Settlement {
  const sign = signOf(text);
  const name = sign === undefined ? text : `${text.slice(0, sign.start)}${text.slice(sign.end)}`;
  return {
    name: name.replace(/[\s:.,]+$/u, '').trim(),
    isCity: sign !== undefined && settlementWord(sign.text) === 'city',
  };
}

/** What a street may lie in, as a street list writes it before the name; '' for nothing. */
export function placesWithin(inside: string | null, settlement: Settlement | null): string[] {
  if (inside !== null) return [inside];
  if (settlement === null) return [''];
  // A list of one city's streets need not name the city; a village is never left out.
  return settlement.isCity ? [settlement.name, ''] : [settlement.name];
}

/** A microdistrict or a settlement, in which streets may lie. */
export function isPlace(text: string): boolean {
  return PLACE.test(text) || openingOf(text) === 'settlement';
}

/** What stands before a street in the list: a settlement without its word, which says nothing there. */
export function placeName(text: string): string {
  if (openingOf(text) !== 'settlement') return text;
  const sign = signOf(text);
  return sign === undefined ? text : `${text.slice(0, sign.start)}${text.slice(sign.end)}`.trim();
}

function signOf(text: string) {
  return orderWords(text, 6).find(word => settlementWord(word.text) !== null);
}
