import { nearestBy } from '../../domain/nearest.ts';
import { type Place, problem, type Reading } from '../../domain/problem.ts';
import type { SheetDoubt } from '../../domain/workbook-problems.ts';
import type { Sheet } from './workbook.ts';

/** What a sheet looks like from its first rows: nothing in it, no header, some of the columns, or all that are needed. */
export type SheetLook = 'empty' | 'data' | 'partial' | 'fitting';

/** The sheet that `--sheet` names: by its name, in any case, or by its number from 1. Else `sheet-unknown`. */
export function namedSheet(sheets: readonly Sheet[], wanted: string, place: Place): Reading<Sheet> {
  const key = nameKey(wanted);
  const found =
    sheets.find(({ name }) => name === wanted) ??
    sheets.find(({ name }) => nameKey(name) === key) ??
    (/^\d+$/.test(key) ? sheets[Number(key) - 1] : undefined);
  if (found) return { ok: true, value: found };
  const nearest = nearestBy(key, sheets, ({ name }) => nameKey(name)).map(({ name }) => name);
  const args = { sheet: wanted, sheets: sheets.map(({ name }) => name), nearest };
  return { ok: false, problem: problem('sheet-unknown', args, place) };
}

/**
 * The sheet to read when none was named: the only visible one with data; of several, the only one with the columns
 * that are needed. Else `sheet-not-clear`, which lists those that may be meant. A workbook without data gives its
 * first sheet.
 * @param lookAt asked for visible sheets first, for hidden ones only when no column is found there
 */
export async function clearSheet(
  sheets: readonly Sheet[],
  lookAt: (sheet: Sheet) => Promise<SheetLook>,
  place: Place,
): Promise<Reading<Sheet>> {
  const [first] = sheets;
  if (sheets.length === 1 && first) return { ok: true, value: first };
  const looks = async (candidates: readonly Sheet[]) => {
    const seen: { sheet: Sheet; look: SheetLook }[] = [];
    for (const sheet of candidates) seen.push({ sheet, look: await lookAt(sheet) });
    return seen.filter(({ look }) => look !== 'empty');
  };
  const unclear = (reason: SheetDoubt, seen: readonly { sheet: Sheet }[]) => {
    const names = seen.map(({ sheet }) => sheet.name);
    return { ok: false, problem: problem('sheet-not-clear', { sheets: names, reason }, place) } as const;
  };
  const filled = await looks(sheets.filter(({ hidden }) => !hidden));
  if (filled.length === 0) {
    const hidden = await looks(sheets.filter(sheet => sheet.hidden));
    if (hidden.length > 0 || !first) return unclear('hidden', hidden);
    return { ok: true, value: first };
  }
  if (filled.every(({ look }) => look === 'data')) {
    const hidden = (await looks(sheets.filter(sheet => sheet.hidden))).filter(
      ({ look }) => look === 'fitting',
    );
    if (hidden.length > 0) return unclear('hidden-fitting', hidden);
  }
  const fitting = filled.length === 1 ? filled : filled.filter(({ look }) => look === 'fitting');
  const [only] = fitting;
  if (fitting.length === 1 && only) return { ok: true, value: only.sheet };
  return fitting.length === 0 ? unclear('none', filled) : unclear('several', fitting);
}

function nameKey(name: string): string {
  return name.normalize('NFC').trim().toLowerCase();
}
