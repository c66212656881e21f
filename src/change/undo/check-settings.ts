import type { Tx } from '../../db/dialect.ts';
import type { SettingsRow } from '../../db/schema.ts';
import { readSeasonRules, settingsOf } from '../../db/season.ts';
import type { Problem } from '../../domain/problem.ts';
import { checkYearSettings } from '../../domain/season/year-settings.ts';
import type { Undone } from './undone.ts';

/** Year settings that come back must fit the season that is in force now, as with `set-year-settings`. */
export async function checkSettings(tx: Tx, undone: Undone): Promise<Problem[]> {
  const found: Problem[] = [];
  for (const row of undone.settings.values()) {
    const { year, school } = row as SettingsRow;
    const org = await tx.selectFrom('org').select('department').where('code', '=', school).executeTakeFirst();
    const rules = await readSeasonRules(tx, year, org?.department ?? null);
    found.push(...checkYearSettings(settingsOf(row as SettingsRow), rules));
  }
  return found;
}
