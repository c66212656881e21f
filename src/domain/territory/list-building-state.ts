import type { ListCursor } from './list-cursor.ts';
import { foldWord } from './list-vocabulary.ts';

/** The first word of a remark on how far a building is; nothing else begins so. */
const NEW = words('новостройка новостройки новостройке строящийся строящиеся жаңадан newly');
/** All that such a remark may say on. A word beyond these might be about which houses are meant. */
const STATE = words(
  'дом дома срок сдачи сдан сдана сданы введен введены в эксплуатацию үй үйлер салынған салынып жатқан пайдалануға берілген built building buildings house houses completed completion due in',
);
/** What a number counts there: `4 квартал 2023 г.` */
const TERM = words('квартал квартале г год года году тоқсан тоқсаны жыл жылы жылғы ж quarter');

/**
 * Steps over `новостройка, дом сдан`, `новостройки, срок сдачи - 4 квартал 2027 г.`, `жаңадан салынған үй` up to the
 * token `close`: words that say when a house was built, not which it is. False and no move when anything else is there.
 */
export function skipBuildingState(cursor: ListCursor, close: number): boolean {
  const start = cursor.at;
  const isBegun = NEW.has(cursor.peek()?.key ?? '');
  while (isBegun && cursor.at < close && isAboutState(cursor)) cursor.at += 1;
  if (cursor.at === close && close > start) return true;
  cursor.at = start;
  return false;
}

function isAboutState(cursor: ListCursor): boolean {
  const token = cursor.peek();
  if (token?.kind === 'number') return [1, 2].some(ahead => TERM.has(cursor.peek(ahead)?.key ?? ''));
  if (token?.kind === 'word') return [NEW, STATE, TERM].some(list => list.has(token.key));
  return token?.kind === 'dash' || token?.kind === 'mark';
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' ').map(foldWord));
}
